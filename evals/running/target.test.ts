import { describe, expect, it } from "vitest";
import { askRequestSchema } from "../../src/domain/contract.ts";
import { createFakeAssistant } from "../../src/serve/fake-assistant.fixture.ts";
import { testApp } from "../../src/serve/test-app.fixture.ts";
import { createHttpTarget } from "./http-target.ts";
import { createLocalTarget } from "./local-target.ts";
import { describeTarget } from "./target.contract.ts";

const BASE = "http://assistant.test";
const QUESTION = askRequestSchema.parse({ question: "What of the rate?" });

/** A fetch that is answered by the app, after the given responses have been used up. */
function fetchFrom(first: Response[] = []): typeof fetch {
  const { app } = testApp();
  return async (input, init) => first.shift() ?? app.request(new Request(input, init));
}

describeTarget("an assistant in this process", () =>
  Promise.resolve(createLocalTarget(createFakeAssistant(), createFakeAssistant())),
);
describeTarget("a deployed assistant", () => createHttpTarget(BASE, { fetch: fetchFrom() }));

describe("createLocalTarget", () => {
  it("makes attempts with the assistant that never abstains", async () => {
    const unabashed = createFakeAssistant();
    const target = createLocalTarget(createFakeAssistant(), unabashed);
    await target.attempt?.(QUESTION);
    expect(unabashed.asked).toHaveLength(1);
  });
});

describe("createHttpTarget", () => {
  it("waits out a rate limit and a server that is not ready, as long as they say", async () => {
    const slept: number[] = [];
    const busy = [
      new Response(null, { status: 503 }),
      new Response(null, { status: 429, headers: { "Retry-After": "7" } }),
    ];
    const target = await createHttpTarget(BASE, {
      fetch: fetchFrom(busy),
      sleep: (milliseconds) => Promise.resolve(void slept.push(milliseconds)),
    });
    expect(slept).toEqual([1000, 7000]);
    expect((await target.ask(QUESTION)).abstained).toBe(false);
  });

  it("gives up on a limit that never ends", async () => {
    const limited = Array.from({ length: 50 }, () => new Response("later", { status: 429 }));
    const sleep = () => Promise.resolve();
    await expect(createHttpTarget(BASE, { fetch: fetchFrom(limited), sleep })).rejects.toThrow(
      "gave 429: later",
    );
  });

  it("says what does not answer as an assistant does", async () => {
    await expect(
      createHttpTarget(BASE, { fetch: fetchFrom([Response.json({ status: "ready" })]) }),
    ).rejects.toThrow("http://assistant.test /ready did not answer as the contract says");
    await expect(
      createHttpTarget(BASE, { fetch: () => Promise.reject(new TypeError("fetch failed")) }),
    ).rejects.toThrow("cannot be reached");
  });

  it("asks for each passage once", async () => {
    let calls = 0;
    const inner = fetchFrom();
    const target = await createHttpTarget(BASE, {
      fetch: (...args) => {
        calls += 1;
        return inner(...args);
      },
    });
    await Promise.all([target.passage("prose-1"), target.passage("prose-1")]);
    expect(calls).toBe(2);
  });
});
