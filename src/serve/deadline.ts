import { AppError } from "../domain/errors.ts";

/**
 * Runs `work` until it is done, `milliseconds` have passed or the client has gone; the signal that `work`
 * gets is aborted in the last two cases, and the returned promise does not wait for it to notice.
 * @throws AppError `timeout`, `client_closed`, or what `work` throws.
 */
export function withDeadline<T>(
  milliseconds: number,
  client: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const stop = (reason: AppError): void => {
      controller.abort(reason);
      reject(reason);
    };
    const gone = (): void => stop(new AppError("client_closed", "The client went away before the answer."));
    const timer = setTimeout(
      () => stop(new AppError("timeout", `The answer took over ${milliseconds} ms.`, { retryable: true })),
      milliseconds,
    );
    client.addEventListener("abort", gone, { once: true });
    if (client.aborted) gone();
    const settle = (): void => {
      clearTimeout(timer);
      client.removeEventListener("abort", gone);
    };
    work(controller.signal).then(resolve, reject).finally(settle);
  });
}
