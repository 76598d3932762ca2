import { describe, expect, it } from "vitest";
import { AppError } from "../../domain/errors.ts";
import { createFakeAssistant } from "../fake-assistant.fixture.ts";
import { answer } from "../schemas.ts";
import { askInit, problemIn, testApp } from "../test-app.fixture.ts";

const QUESTION = { question: "How did the rate change?" };

describe("POST /ask", () => {
  it("answers with the whole response", async () => {
    const { app, assistant } = testApp();
    const response = await app.request("/ask", askInit({ question: "  How?  " }));
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    const body = answer.strict().parse(await response.json());
    expect(body.citations.map(({ marker }) => marker)).toEqual([1, 2]);
    expect(assistant.asked[0]?.request).toEqual({ question: "How?", topK: 6, include: [] });
  });

  it("says in so many fields that the report is silent", async () => {
    const response = await testApp().app.request("/ask", askInit({ question: "silent?" }));
    expect(await response.json()).toMatchObject({
      abstained: true,
      reason: "not_in_report",
      citations: [],
      nearest: [{ passageId: "prose-1" }, { passageId: "prose-2" }],
      uncovered: null,
    });
  });

  it("passes on what the contract allows and drops what it does not know", async () => {
    const { app, assistant } = testApp();
    const request = {
      ...QUESTION,
      history: [{ role: "assistant", content: "Before [1]", citations: ["no-such-passage"] }],
      conversationId: "unknown",
      composer: "extractive",
      topK: 20,
      include: ["passages", "trace"],
    };
    const response = await app.request("/ask", askInit({ ...request, extra: 1, constructor: 2 }));
    expect(response.status).toBe(200);
    expect(assistant.asked[0]?.request).toEqual(request);
  });

  it("trims a long history instead of refusing it", async () => {
    const { app, assistant } = testApp();
    const history = Array.from({ length: 60 }, (_, i) => ({ role: "user", content: `turn ${i}` }));
    expect((await app.request("/ask", askInit({ ...QUESTION, history }))).status).toBe(200);
    expect(assistant.asked[0]?.request.history).toEqual(history.slice(20));
  });

  it("answers 504 when the answer takes too long, and tells the assistant to stop", async () => {
    const assistant = createFakeAssistant({ pause: () => new Promise(() => undefined) });
    const { app } = testApp({ assistant: () => assistant, settings: { requestTimeoutMs: 20 } });
    const problem = await problemIn(await app.request("/ask", askInit(QUESTION)));
    expect([problem.status, problem.code]).toEqual([504, "timeout"]);
    expect(assistant.asked[0]?.options.signal?.aborted).toBe(true);
  });

  it("answers 503 with Retry-After while the index is not ready, also to a client that wants a stream", async () => {
    for (const accept of ["application/json", "text/event-stream"]) {
      const { app } = testApp({ assistant: () => null });
      const response = await app.request("/ask", askInit(QUESTION, { Accept: accept }));
      expect(Number(response.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
      expect((await problemIn(response)).code).toBe("index_not_ready");
    }
  });

  it("answers 429 with Retry-After when the limiter refuses the client's key", async () => {
    const keys: string[] = [];
    const { app, assistant } = testApp({
      clientAddress: () => "192.0.2.1",
      rateLimiter: {
        take: async (key) => {
          keys.push(key);
          return { allowed: false, retryAfterSeconds: 17 };
        },
      },
    });
    const response = await app.request("/ask", askInit(QUESTION));
    expect(response.headers.get("Retry-After")).toBe("17");
    expect(await problemIn(response)).toMatchObject({ status: 429, code: "rate_limited" });
    expect(keys).toEqual(["192.0.2.1"]);
    expect(assistant.asked).toEqual([]);
  });

  it("keeps a failure's words to the log", async () => {
    const secret = new Error("password=hunter2");
    const assistant = createFakeAssistant({ failure: secret });
    const { app, logged } = testApp({ assistant: () => assistant });
    const response = await app.request("/ask", askInit(QUESTION));
    const problem = await problemIn(response);
    expect([problem.status, problem.code]).toEqual([500, "internal"]);
    expect(JSON.stringify(problem)).not.toContain("hunter2");
    const entry = logged.find(({ level }) => level === "error");
    expect(entry?.fields["requestId"]).toBe(problem.requestId);
    expect(entry?.fields["error"]).toMatchObject({ cause: secret });
  });

  it("tells the code and the remedy of a failure that has them", async () => {
    const assistant = createFakeAssistant({ failure: new AppError("encoder_unavailable", "Try later.") });
    const { app } = testApp({ assistant: () => assistant });
    const problem = await problemIn(await app.request("/ask", askInit(QUESTION)));
    expect(problem).toMatchObject({ status: 503, code: "encoder_unavailable", detail: "Try later." });
  });

  it("never logs the question", async () => {
    const { app, logged } = testApp();
    await app.request("/ask", askInit({ question: "my secret question" }));
    await app.request("/search?q=my+secret+question");
    expect(logged.length).toBeGreaterThan(1);
    expect(JSON.stringify(logged)).not.toContain("secret");
  });
});
