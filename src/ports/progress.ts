/** Progress of one long job. On anything but a terminal it says little and writes no control codes. */
export interface Progress {
  start(label: string, total: number): void;
  advance(by?: number): void;
  stop(): void;
}

/** For callers that do not care. */
export const silentProgress: Progress = {
  start: () => undefined,
  advance: () => undefined,
  stop: () => undefined,
};
