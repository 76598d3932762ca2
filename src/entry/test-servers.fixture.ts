import { EventEmitter } from "node:events";
import type { Assistant } from "../ask.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { startServer, type RunningServer, type ServerOptions } from "./server.ts";
import { readSettings } from "./settings.ts";

export type Start = Partial<Omit<ServerOptions, "settings" | "logger" | "assistant">> & {
  readonly assistant?: Promise<Assistant>;
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts servers on free ports over a fake assistant; `closeAll` belongs into afterEach. */
export function createTestServers() {
  const running: RunningServer[] = [];
  return {
    start: async ({ assistant, env = {}, ...rest }: Start = {}) => {
      const logged: string[] = [];
      const log = (message: string) => void logged.push(message);
      const server = await startServer({
        settings: readSettings({ PORT: "0", RATE_LIMIT_PER_MINUTE: "0", ...env }),
        logger: { info: log, warn: log, error: log },
        assistant: assistant ?? Promise.resolve(createFakeAssistant()),
        signals: new EventEmitter(),
        ...rest,
      });
      running.push(server);
      return { url: server.url, server, logged };
    },
    closeAll: async () => {
      await Promise.all(running.splice(0).map((server) => server.close()));
    },
  };
}

/** Waits until something has happened; fails after 4 s. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 4000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("it did not happen in 4 s");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
