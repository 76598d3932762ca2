import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askInit, problemIn, testApp } from "./test-app.fixture.ts";

describe("every response", () => {
  it("carries a request id: the caller's when it is harmless, else a new one", async () => {
    const { app } = testApp({ newId: () => "new-id" });
    const idFor = async (given?: string): Promise<string | null> => {
      const init = given === undefined ? {} : { headers: { "X-Request-Id": given } };
      return (await app.request("/health", init)).headers.get("X-Request-Id");
    };
    expect(await idFor()).toBe("new-id");
    expect(await idFor("trace_1-A")).toBe("trace_1-A");
    expect(await idFor("x".repeat(64))).toBe("x".repeat(64));
    for (const bad of ["x".repeat(65), "a b", "a=b", "<script>", "é", ""]) {
      expect(await idFor(bad), bad).toBe("new-id");
    }
  });

  it("has headers that keep browsers from guessing and framing, errors too", async () => {
    const { app } = testApp();
    for (const path of ["/health", "/nowhere", "/report", "/docs"]) {
      const { headers } = await app.request(path);
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      expect(headers.get("Content-Security-Policy"), path).toContain("default-src 'none'");
      expect(headers.get("Content-Security-Policy"), path).not.toContain("unsafe");
    }
  });

  it("is counted under its route, never under what the client made up", async () => {
    const { app, counted } = testApp();
    await app.request("/passages/prose-1");
    await app.request("/passages/none");
    await app.request("/made-up/1");
    await app.request("/ask");
    await app.request("/health", { method: "PROPFIND" });
    expect(counted.map(({ labels }) => [labels["method"], labels["route"], labels["status"]])).toEqual([
      ["GET", "/passages/:id", "200"],
      ["GET", "/passages/:id", "404"],
      ["GET", "unmatched", "404"],
      ["GET", "unmatched", "405"],
      ["OTHER", "unmatched", "405"],
    ]);
  });

  it("is logged with its id, but for probes that went well", async () => {
    const { app, logged } = testApp();
    await app.request("/health");
    await app.request("/ready");
    await app.request("/search?q=x", { headers: { "X-Request-Id": "mine" } });
    expect(logged).toEqual([
      {
        level: "info",
        message: "request",
        fields: {
          requestId: "mine",
          method: "GET",
          route: "/search",
          status: 200,
          milliseconds: expect.any(Number),
        },
      },
    ]);
    const loading = testApp({ assistant: () => null });
    await loading.app.request("/ready");
    expect(loading.logged.map(({ fields }) => fields["status"])).toContain(503);
  });
});

describe("addresses and methods", () => {
  it.each([
    "/nowhere",
    "/ask/",
    "/%",
    "/%zz",
    "/passages",
    "/passages/%00",
    "/passages/__proto__",
    "/..%2f..%2fetc",
  ])("has nothing at %s and says so as a problem", async (path) => {
    const problem = await problemIn(await testApp().app.request(path));
    expect([problem.status, problem.code, problem.type]).toEqual([404, "not_found", "about:blank"]);
  });

  it.each([
    ["GET", "/ask", "POST"],
    ["PUT", "/ask", "POST"],
    ["HEAD", "/ask", "POST"],
    ["POST", "/search", "GET, HEAD"],
    ["DELETE", "/passages/prose-1", "GET, HEAD"],
    ["POST", "/report", "GET, HEAD"],
    ["OPTIONS", "/ask", "POST"],
  ])("refuses %s %s and names what it takes", async (method, path, allow) => {
    const response = await testApp().app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(allow);
    if (method !== "HEAD") expect((await problemIn(response)).code).toBe("method_not_allowed");
  });

  it("answers HEAD like GET, without a body", async () => {
    for (const path of ["/", "/report", "/report.css", "/docs", "/openapi.json", "/health", "/ready"]) {
      const response = await testApp().app.request(path, { method: "HEAD" });
      expect(response.status, path).toBe(200);
      expect(await response.text(), path).toBe("");
    }
  });

  it("never fails, whatever the address", async () => {
    const { app } = testApp();
    const piece = fc.oneof(
      fc.constantFrom(
        "ask",
        "search",
        "passages",
        "report",
        "docs",
        "%",
        "%00",
        "%zz",
        "..",
        "?",
        "&",
        "=",
        "q",
        "k",
      ),
      fc.webPath(),
      fc.webQueryParameters(),
      fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 6 }),
        fc.constantFrom("GET", "HEAD", "OPTIONS", "POST", "DELETE"),
        async (pieces, method) => {
          const response = await app.request(new Request(`http://localhost/${pieces.join("/")}`, { method }));
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("pages of other origins", () => {
  const from = (origin: string) => ({ headers: { Origin: origin } });

  it("may call nothing by default", async () => {
    const { app } = testApp();
    const response = await app.request("/health", from("https://a.example"));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    const preflight = await app.request("/ask", { method: "OPTIONS", ...from("https://a.example") });
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("may call when their origin is set, and read errors and ids", async () => {
    const { app } = testApp({ settings: { corsOrigins: ["https://a.example", "https://b.example"] } });
    for (const path of ["/health", "/nowhere", "/search"]) {
      const response = await app.request(path, from("https://b.example"));
      expect(response.headers.get("Access-Control-Allow-Origin"), path).toBe("https://b.example");
      expect(response.headers.get("Access-Control-Expose-Headers"), path).toContain("X-Request-Id");
      expect(response.headers.get("Vary"), path).toContain("Origin");
    }
    const other = await app.request("/health", from("https://evil.example"));
    expect(other.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("may all call when the setting is *, also for a stream, after a preflight", async () => {
    const { app } = testApp({ settings: { corsOrigins: "*" } });
    const preflight = await app.request("/ask", {
      method: "OPTIONS",
      headers: {
        Origin: "https://any.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(preflight.headers.get("Access-Control-Allow-Methods")).toContain("POST");
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("Content-Type");
    const headers = { Accept: "text/event-stream", Origin: "https://any.example" };
    const stream = await app.request("/ask", askInit({ question: "x" }, headers));
    expect(stream.headers.get("Access-Control-Allow-Origin")).toBe("*");
    await stream.text();
  });
});
