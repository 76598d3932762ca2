import { describe, expect, it } from "vitest";
import { passageDetail, searchResults } from "../schemas.ts";
import { problemIn, testApp } from "../test-app.fixture.ts";

describe("GET /search", () => {
  it("finds passages, ten unless told, up to fifty", async () => {
    const { app } = testApp();
    const found = async (query: string) => {
      const response = await app.request(`/search?${query}`);
      expect(response.status, query).toBe(200);
      return searchResults.parse(await response.json());
    };
    expect((await found("q=homicide+rate")).query).toBe("homicide rate");
    expect((await found("q=x")).results).toHaveLength(10);
    expect((await found("q=x&k=1")).results).toHaveLength(1);
    expect((await found("q=x&k=50")).results.length).toBeGreaterThan(10);
    expect((await found("q=caf%C3%A9&other=1")).query).toBe("café");
  });

  it.each([
    ["", "q: "],
    ["q=", "q must not be empty"],
    ["q=%20", "q must not be empty"],
    ["q=x&k=0", "k: "],
    ["q=x&k=51", "k: "],
    ["q=x&k=1.5", "k: "],
    ["q=x&k=many", "k: "],
    ["q=x&q=y", "q: "],
    [`q=${"x".repeat(2001)}`, "q: "],
    ["__proto__=x", "q: "],
    ["q[constructor]=x&constructor=y", "q: "],
  ])("refuses ?%s", async (query, detail) => {
    const problem = await problemIn(await testApp().app.request(`/search?${query}`));
    expect([problem.status, problem.code]).toEqual([400, "invalid_request"]);
    expect(problem.detail).toContain(detail);
  });

  it("is limited and waits for the index like asking", async () => {
    const limited = testApp({
      rateLimiter: { take: () => Promise.resolve({ allowed: false, retryAfterSeconds: 3 }) },
    });
    expect((await problemIn(await limited.app.request("/search?q=x"))).code).toBe("rate_limited");
    const loading = testApp({ assistant: () => null });
    expect((await problemIn(await loading.app.request("/search?q=x"))).code).toBe("index_not_ready");
  });
});

describe("GET /passages/:id", () => {
  it("gives the passage with its sentences, notes and neighbours", async () => {
    const response = await testApp().app.request("/passages/prose-1");
    expect(response.status).toBe(200);
    const passage = passageDetail.strict().parse(await response.json());
    expect(passage).toMatchObject({
      passageId: "prose-1",
      kind: "prose",
      chapter: { number: 1, title: "Putting Security First" },
      section: "Violence",
      previous: "epi-1",
      next: "prose-2",
      table: null,
      notes: [{ number: 12, at: 38, passageId: "note-12", text: expect.stringContaining("[12]") }],
    });
    expect(passage.sentences.map(({ text }) => text)).toEqual([passage.text]);
  });

  it("gives a table row with its labelled cells, and ends of the report without neighbours", async () => {
    const { app } = testApp();
    const read = async (id: string) =>
      passageDetail.parse(await (await app.request(`/passages/${id}`)).json());
    expect((await read("row-1")).table).toMatchObject({
      header: ["", "Mexico", "OECD"],
      cells: ["Doctors", "2.4", "3.5"],
    });
    expect((await read("entry-0")).previous).toBeNull();
    expect((await read("pull-1")).next).toBeNull();
  });

  it("says that an unknown id is unknown, and a long one no id", async () => {
    const { app } = testApp();
    expect(await problemIn(await app.request("/passages/none"))).toMatchObject({
      status: 404,
      code: "not_found",
    });
    expect((await problemIn(await app.request(`/passages/${"x".repeat(129)}`))).status).toBe(400);
  });
});

describe("GET /report", () => {
  it("is HTML with a policy that allows its own script alone, and can be cached by its content", async () => {
    const { app } = testApp();
    const response = await app.request("/report");
    expect(response.headers.get("Content-Type")).toMatch(/^text\/html/u);
    expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
    expect(await response.text()).toContain('id="p-prose-1"');
    const again = { headers: { "If-None-Match": response.headers.get("ETag") ?? "" } };
    const same = await app.request("/report", again);
    expect(same.status).toBe(304);
    // A browser puts these headers in the place of those it has.
    const policy = "Content-Security-Policy";
    expect(same.headers.get(policy)).toBe(response.headers.get(policy));
  });

  it("has its style sheet", async () => {
    const response = await testApp().app.request("/report.css");
    expect(response.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(await response.text()).toContain(":target");
  });

  it("waits for the index", async () => {
    const problem = await problemIn(await testApp({ assistant: () => null }).app.request("/report"));
    expect(problem.code).toBe("index_not_ready");
  });

  it("is linked from the front page", async () => {
    const response = await testApp().app.request("http://ask.example/");
    const text = await response.text();
    expect(text).toContain('href="report"');
    expect(text).toContain('href="docs"');
    expect(text).toContain("http://ask.example/widget.js");
  });
});
