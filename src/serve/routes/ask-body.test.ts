import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askInit, problemIn, testApp } from "../test-app.fixture.ts";

const QUESTION = { question: "How did the rate change?" };

async function refused(init: RequestInit): Promise<[number, string, string]> {
  const problem = await problemIn(await testApp().app.request("/ask", { method: "POST", ...init }));
  return [problem.status, problem.code, problem.detail];
}

function bodyOf(body: BodyInit, type = "application/json"): RequestInit {
  return { method: "POST", headers: { "Content-Type": type }, body };
}

function askInitWithLength(text: string, length: string): RequestInit {
  return { ...bodyOf(text), headers: { "Content-Type": "application/json", "Content-Length": length } };
}

describe("the body of POST /ask", () => {
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
});
