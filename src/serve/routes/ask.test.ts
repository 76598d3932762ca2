import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../domain/errors.ts";
import { createFakeAssistant } from "../fake-assistant.fixture.ts";
import { answer } from "../schemas.ts";
import { askInit, problemIn, testApp } from "../test-app.fixture.ts";

const QUESTION = { question: "How did the rate change?" };

async function refused(init: RequestInit): Promise<[number, string, string]> {
  const problem = await problemIn(await testApp().app.request("/ask", { method: "POST", ...init }));
  return [problem.status, problem.code, problem.detail];
}

function bodyOf(body: BodyInit, type = "application/json"): RequestInit {
  return { method: "POST", headers: { "Content-Type": type }, body };
}

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

  it.each([
    ["no question", {}, "question must be a string"],
    ["an empty question", { question: " \n\t " }, "question must not be empty"],
    [
      "a question of 2,001 characters",
      { question: "x".repeat(2001) },
      "question must be at most 2000 characters",
    ],
    ["a question that is no text", { question: 7 }, "question must be a string"],
    ["topK 0", { ...QUESTION, topK: 0 }, "topK: "],
    ["topK 21", { ...QUESTION, topK: 21 }, "topK: "],
    ["topK 2.5", { ...QUESTION, topK: 2.5 }, "topK: "],
    ["topK as text", { ...QUESTION, topK: "6" }, "topK: "],
    ["an unknown include", { ...QUESTION, include: ["all"] }, "include[0]: "],
    ["an unknown composer", { ...QUESTION, composer: "magic" }, "composer: "],
    ["a history that is no list", { ...QUESTION, history: {} }, "history: "],
    ["an unknown role", { ...QUESTION, history: [{ role: "system", content: "x" }] }, "history[0].role: "],
    ["a list", [], "expected object"],
    ["null", null, "expected object"],
    ["a number", 1, "expected object"],
  ])("refuses %s", async (_, body, detail) => {
    expect(await refused(askInit(body))).toEqual([400, "invalid_request", expect.stringContaining(detail)]);
  });

  it("takes a question of 2,000 characters, of any script, with NUL or a lone surrogate in it", async () => {
    for (const question of ["x".repeat(2000), "¿Qué pasó?", "\u0000", "\ud800", "问题", "x\u202e"]) {
      const response = await testApp().app.request("/ask", askInit({ question }));
      expect(response.status, JSON.stringify(question)).toBe(200);
    }
  });

  it.each([
    ["nothing", ""],
    ["half of an object", '{"question":'],
    ["two values", '{"question":"x"}{}'],
    ["a bare word", "question"],
    ["a form", "question=x"],
  ])("refuses a body of %s", async (_, body) => {
    expect(await refused(bodyOf(body))).toEqual([400, "invalid_json", expect.any(String)]);
  });

  it("refuses bytes that are no UTF-8", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"question":"caf'), 0xe9, 0x22, 0x7d]);
    expect(await refused(bodyOf(bytes))).toEqual([400, "invalid_json", expect.any(String)]);
  });

  it("survives deep JSON and keys of prototypes", async () => {
    const deep = `{"question":"x","extra":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;
    expect((await testApp().app.request("/ask", bodyOf(deep))).status).toBe(200);
    expect(await refused(bodyOf('{"__proto__":{"question":"x"}}'))).toEqual([
      400,
      "invalid_request",
      "question must be a string",
    ]);
    expect(
      (await testApp().app.request("/ask", bodyOf('{"question":"x","__proto__":{"topK":0}}'))).status,
    ).toBe(200);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonp",
    "",
  ])("refuses the type %j", async (type) => {
    expect(await refused(bodyOf('{"question":"x"}', type))).toEqual([
      415,
      "unsupported_media_type",
      expect.stringContaining("application/json"),
    ]);
  });

  it("refuses a body without a type", async () => {
    const body = new TextEncoder().encode('{"question":"x"}');
    expect(await refused({ body })).toEqual([415, "unsupported_media_type", expect.any(String)]);
  });

  it("takes the type in any case and with a charset", async () => {
    const init = bodyOf('{"question":"x"}', "Application/JSON; charset=utf-8");
    expect((await testApp().app.request("/ask", init)).status).toBe(200);
  });

  it("takes 64 KiB and refuses one byte more, told or not", async () => {
    const of = (bytes: number): string => {
      const frame = JSON.stringify({ question: "x", extra: "" });
      return JSON.stringify({ question: "x", extra: "y".repeat(bytes - frame.length) });
    };
    const streamed = (text: string): RequestInit => {
      const init = { ...bodyOf(new Blob([text]).stream()), duplex: "half" };
      return init;
    };
    const told = (text: string): RequestInit =>
      askInitWithLength(text, String(new TextEncoder().encode(text).length));
    expect((await testApp().app.request("/ask", told(of(65_536)))).status).toBe(200);
    expect((await testApp().app.request("/ask", streamed(of(65_536)))).status).toBe(200);
    const tooLarge = [413, "body_too_large", expect.stringContaining("64 KiB")];
    expect(await refused(told(of(65_537)))).toEqual(tooLarge);
    expect(await refused(streamed(of(65_537)))).toEqual(tooLarge);
    expect(await refused(askInitWithLength(of(65_537), "10"))).toEqual(tooLarge);
  });

  it("never fails, whatever the bytes of the body", async () => {
    const { app } = testApp();
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc
        .record(
          { question: fc.jsonValue(), history: fc.jsonValue(), topK: fc.jsonValue() },
          { requiredKeys: [] },
        )
        .map((value) => new TextEncoder().encode(JSON.stringify(value))),
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom("application/json", "text/event-stream"),
        async (body, accept) => {
          const init = { ...bodyOf(new Uint8Array(body)) };
          const response = await app.request("/ask", {
            ...init,
            headers: { "Content-Type": "application/json", Accept: accept },
          });
          expect(response.status).toBeLessThan(500);
          if (response.status !== 200) await problemIn(response);
        },
      ),
      { numRuns: 300 },
    );
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

function askInitWithLength(text: string, length: string): RequestInit {
  return { ...bodyOf(text), headers: { "Content-Type": "application/json", "Content-Length": length } };
}
