import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface RunningWorker {
  /** Without a slash at the end. */
  readonly url: string;
  /** Of wrangler; workerd runs below it. */
  readonly pid: number;
  close(): Promise<void>;
}

export interface RunWorkerOptions {
  /** Where its inspector listens. Default: any free port. */
  readonly inspectorPort?: number;
  /** Folder of its database; by default wrangler's own. */
  readonly stateDir?: string;
}

/** Milliseconds that starting may take. */
const PATIENCE_MS = 120_000;
const READY = /Ready on (http:\/\/\S+)/u;

/**
 * Runs the Worker in workerd on a free port, as `npm run dev:worker` does, without an account or a network, over the assets
 * that `npm run build:worker` made.
 * @throws Error with what wrangler said when it does not come to listen.
 */
export async function runWorker(options: RunWorkerOptions = {}): Promise<RunningWorker> {
  const state = options.stateDir === undefined ? [] : ["--persist-to", options.stateDir];
  const args = ["dev", "--port", "0", "--inspector-port", String(options.inspectorPort ?? 0), ...state];
  const child = spawn("node_modules/.bin/wrangler", args, {
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", NO_COLOR: "1", CI: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that workerd ends with it.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      resolve();
    };
    child.once("exit", end).once("error", end);
  });
  const pid = child.pid ?? 0;
  const close = async (): Promise<void> => {
    if (pid !== 0 && child.exitCode === null && child.signalCode === null) process.kill(-pid, "SIGTERM");
    await ended;
  };
  const said: string[] = [];
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        const url = READY.exec(line)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
  });
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  const url = await Promise.race([listening, ended.then(() => null), late]);
  if (url === null) {
    await close();
    throw new Error(`the Worker does not start:\n${said.join("\n")}`);
  }
  return { url: url.replace(/\/$/u, ""), pid, close };
}
