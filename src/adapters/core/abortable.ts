/** Waits. @throws the signal's reason when it is aborted before the time is over. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let stop = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop = () => {
      clearTimeout(timer);
    };
  });
  try {
    await unlessAborted(over, signal);
  } finally {
    stop();
  }
}

/** What some work comes to, unless the signal is aborted before. @throws the signal's reason */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => {
      // The reason is whatever the caller gave.
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true, signal: over.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    over.abort();
  }
}
