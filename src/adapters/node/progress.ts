import cliProgress from "cli-progress";
import type { Progress } from "../../ports/progress.ts";

/** The part of a terminal stream that progress looks at (`process.stderr` fits). */
export type ProgressStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** False under NO_COLOR and TERM=dumb (Node's own rule). */
  hasColors?(): boolean;
};

export interface TerminalProgressOptions {
  readonly stream: ProgressStream;
  /** Milliseconds since any fixed point. */
  readonly now?: () => number;
}

/**
 * Progress for people: a bar with the time left on a terminal; elsewhere, and when the terminal is told to be
 * plain, one line at the start and one at the end, without control codes.
 */
export function createTerminalProgress({ stream, now }: TerminalProgressOptions): Progress {
  const drawsBars = stream.isTTY === true && stream.hasColors?.() !== false;
  return drawsBars ? barProgress(stream) : lineProgress(stream, now ?? (() => performance.now()));
}

function barProgress(stream: ProgressStream): Progress {
  const bar = new cliProgress.SingleBar({
    stream,
    format: "{label} [{bar}] {value}/{total}, {eta_formatted} left",
    barCompleteChar: "=",
    barIncompleteChar: "-",
    hideCursor: true,
    etaBuffer: 50,
  });
  return {
    start: (label, total) => {
      bar.stop();
      bar.start(total, 0, { label });
    },
    advance: (by = 1) => {
      bar.increment(by);
    },
    stop: () => {
      bar.stop();
    },
  };
}

function lineProgress(stream: ProgressStream, now: () => number): Progress {
  let job: { readonly label: string; readonly total: number; readonly started: number; done: number } | null =
    null;
  const stop = (): void => {
    if (job === null) return;
    const seconds = ((now() - job.started) / 1000).toFixed(1);
    stream.write(`${job.label}: ${job.done} of ${job.total} in ${seconds} s\n`);
    job = null;
  };
  return {
    start: (label, total) => {
      stop();
      job = { label, total, started: now(), done: 0 };
      stream.write(`${label}: ${total} to do\n`);
    },
    advance: (by = 1) => {
      if (job !== null) job.done += by;
    },
    stop,
  };
}
