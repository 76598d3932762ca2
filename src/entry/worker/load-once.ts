import { unlessAborted } from "../../adapters/core/abortable.ts";

export interface LoadOnce<T> {
  /** What was loaded; null until then. @throws what the last try failed with, until the next one begins */
  readonly loaded: () => T | null;
  /** Loads it, or gives what is there, on its way or has just failed. */
  readonly load: () => Promise<T>;
}

export interface LoadOnceOptions {
  /** Milliseconds after a failure until it is tried again. */
  readonly pauseMs?: number;
  /** Milliseconds that any one caller waits, after which the try counts as failed. */
  readonly patienceMs?: number;
  /** Milliseconds since any fixed point. */
  readonly now?: () => number;
}

/**
 * Loads one thing once, however many ask for it at the same time; after a failure and a pause, whoever asks next has it tried
 * again. Each caller looks at the clock for itself: in workerd, what another request has begun may never end.
 */
export function loadOnce<T>(load: () => Promise<T>, options: LoadOnceOptions = {}): LoadOnce<T> {
  const { pauseMs = 10_000, patienceMs = 25_000, now = () => Date.now() } = options;
  let loaded: T | null = null;
  let loading: Promise<T> | null = null;
  let failure: { readonly error: unknown; readonly at: number } | null = null;
  const begin = async (): Promise<T> => {
    failure = null;
    return (loaded = await load());
  };
  return {
    loaded: () => {
      if (loaded === null && failure !== null) throw failure.error;
      return loaded;
    },
    load: async () => {
      const isOver = failure !== null && now() - failure.at >= pauseMs;
      if (loading === null || isOver) loading = begin();
      const own = loading;
      try {
        return await unlessAborted(own, AbortSignal.timeout(patienceMs));
      } catch (error) {
        if (loading === own) failure ??= { error, at: now() };
        throw error;
      }
    },
  };
}
