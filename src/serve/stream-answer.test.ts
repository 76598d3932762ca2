import { describe, expect, it } from "vitest";
import { askResponseSchema } from "../domain/contract.ts";
import { createFakeAssistant } from "./fake-assistant.fixture.ts";
import { readEvents, type ReadEvent } from "./read-events.fixture.ts";
import { askInit, testApp } from "./test-app.fixture.ts";

const STREAM = { Accept: "text/event-stream" };

async function eventsOf(app: ReturnType<typeof testApp>["app"], question = "How?"): Promise<ReadEvent[]> {
  const response = await app.request("/ask", askInit({ question }, STREAM));
  expect(response.status).toBe(200);
  return readEvents(await response.text());
}

describe("POST /ask as a stream", () => {
  it("sends meta, then citations and words, then done", async () => {
    const events = await eventsOf(testApp().app);
    expect(events.map(({ event }) => event)).toEqual([
      "meta",
      "citation",
      "delta",
      "citation",
      "delta",
      "done",
    ]);
    expect(events[0]?.data).toMatchObject({
      id: "answer-1",
      standaloneQuestion: "How?",
      conversationId: null,
    });
  });

  it("holds in done what the JSON answer holds, and in the parts what done holds", async () => {
    const { app } = testApp();
    for (const question of ["How?", "silent?"]) {
      const json = askResponseSchema.parse(await (await app.request("/ask", askInit({ question }))).json());
      const events = await eventsOf(app, question);
      const done = askResponseSchema.parse(events.at(-1)?.data);
      expect({ ...done, id: json.id }).toEqual(json);
      const text = events.flatMap(({ event, data }) => (event === "delta" ? [data["text"]] : [])).join("");
      expect(text).toBe(done.answer);
      const citations = events.flatMap(({ event, data }) => (event === "citation" ? [data] : []));
      expect(citations).toEqual(done.citations);
    }
  });

  it("may not be held back by caches or proxies", async () => {
    const response = await testApp().app.request("/ask", askInit({ question: "How?" }, STREAM));
    expect(response.headers.get("Content-Type")).toBe("text/event-stream");
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect(response.headers.get("X-Accel-Buffering")).toBe("no");
  });

  it("sends a sentence as soon as it stands", async () => {
    let release = (): void => undefined;
    let pauses = 0;
    const held = new Promise<void>((resolve) => (release = resolve));
    const assistant = createFakeAssistant({ pause: () => (++pauses < 2 ? Promise.resolve() : held) });
    const { app } = testApp({ assistant: () => assistant });
    const response = await app.request("/ask", askInit({ question: "How?" }, STREAM));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = "";
    while (!seen.includes("event: delta")) seen += (await reader?.read())?.value ?? "";
    expect(seen).not.toContain("event: done");
    release();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) seen += part.value;
    expect(seen).toContain("event: done");
  });

  it("ends with an error event when the answer fails midway, and nothing after it", async () => {
    const assistant = createFakeAssistant({ failure: new Error("broken") });
    const { app, logged } = testApp({ assistant: () => assistant });
    const events = await eventsOf(app);
    expect(events.map(({ event }) => event)).toEqual(["meta", "citation", "delta", "error"]);
    expect(events.at(-1)?.data).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(events)).not.toContain("broken");
    expect(logged.some(({ level }) => level === "error")).toBe(true);
  });

  it("ends with an error event when the answer takes too long", async () => {
    const assistant = createFakeAssistant({ pause: () => new Promise((resolve) => setTimeout(resolve, 60)) });
    const { app } = testApp({ assistant: () => assistant, settings: { requestTimeoutMs: 20 } });
    const events = await eventsOf(app);
    expect(events.map(({ event }) => event)).toEqual(["meta", "error"]);
    expect(events.at(-1)?.data).toMatchObject({ status: 504, code: "timeout" });
  });

  it("tells the assistant to stop when the client closes the stream", async () => {
    const assistant = createFakeAssistant({ pause: () => new Promise(() => undefined) });
    const { app } = testApp({ assistant: () => assistant });
    const response = await app.request("/ask", askInit({ question: "How?" }, STREAM));
    const reader = response.body?.getReader();
    await reader?.read();
    expect(assistant.asked[0]?.options.signal?.aborted).toBe(false);
    await reader?.cancel();
    expect(assistant.asked[0]?.options.signal?.aborted).toBe(true);
  });

  it.each([
    ["text/event-stream", "text/event-stream"],
    ["Text/Event-Stream", "text/event-stream"],
    ["text/event-stream, application/json;q=0.5", "text/event-stream"],
    ["application/json, text/event-stream;q=0.5", "application/json"],
    ["text/event-stream;q=0", "application/json"],
    ["*/*", "application/json"],
    ["text/html", "application/json"],
    ["", "application/json"],
    [";;,q=", "application/json"],
  ])("answers Accept %j with %s", async (accept, type) => {
    const response = await testApp().app.request("/ask", askInit({ question: "How?" }, { Accept: accept }));
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe(type);
  });
});
