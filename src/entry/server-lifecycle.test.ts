import { EventEmitter } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../domain/errors.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { askInit } from "../serve/test-app.fixture.ts";
import { createTestServers, until } from "./test-servers.fixture.ts";

const { start, closeAll } = createTestServers();
afterEach(closeAll);

describe("starting and stopping", () => {
  it("says which setting to change when the port is taken", async () => {
    const { url } = await start();
    const second = start({ env: { PORT: new URL(url).port } });
    await expect(second).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringMatching(/^PORT \d+ on 127\.0\.0\.1 is already in use/u),
    });
    await expect(start({ env: { HOST: "203.0.113.9" } })).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("HOST 203.0.113.9"),
    });
  });

  it("closes and tells why when the assistant cannot be loaded", async () => {
    const reason = new AppError("index_corrupt", "Rebuild the index.");
    const fatal: unknown[] = [];
    const { url, logged } = await start({
      assistant: Promise.reject(reason),
      onFatal: (error) => fatal.push(error),
    });
    await until(() => fatal.length > 0);
    expect(fatal).toEqual([reason]);
    expect(logged).toContain("stopping: Rebuild the index.");
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  it.each(["SIGTERM", "SIGINT"])(
    "finishes requests in flight on %s and takes no new ones",
    async (signal) => {
      let release = (): void => undefined;
      let waiting = false;
      const held = new Promise<void>((resolve) => (release = resolve));
      const assistant = createFakeAssistant({
        pause: () => {
          waiting = true;
          return held;
        },
      });
      const signals = new EventEmitter();
      const { url, server } = await start({ assistant: Promise.resolve(assistant), signals });
      const pending = fetch(`${url}/ask`, askInit({ question: "x" }));
      await until(() => waiting);
      signals.emit(signal);
      await expect(fetch(`${url}/health`)).rejects.toThrow();
      release();
      expect((await pending).status).toBe(200);
      await server.close();
      expect(signals.listenerCount("SIGTERM") + signals.listenerCount("SIGINT")).toBe(0);
    },
  );

  it("cuts off what does not finish in time", async () => {
    let waiting = false;
    const assistant = createFakeAssistant({
      pause: () => {
        waiting = true;
        return new Promise(() => undefined);
      },
    });
    const { url, server } = await start({ assistant: Promise.resolve(assistant), shutdownMs: 100 });
    const pending = fetch(`${url}/ask`, askInit({ question: "x" }));
    const outcome = expect(pending).rejects.toThrow();
    await until(() => waiting);
    await server.close();
    await outcome;
  });
});
