import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe.fixture.ts";
import { SKIPPED, startSite, type Site } from "../entry/site.fixture.ts";

const QUESTION = "Why is there a shortage of nurses in the US?";

let site: Site;
const ask = async (page: Page, question = QUESTION): Promise<void> => {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
};
const problem = (status: number, code: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  contentType: "application/problem+json",
  body: JSON.stringify({
    type: "about:blank",
    title: "x",
    status,
    detail: "The question is too odd.",
    code,
    requestId: "r",
  }),
});
/** An answer as the service streams it. */
const stream = (answer: string, given: object = {}): { contentType: string; body: string } => {
  const done = {
    id: "a",
    conversationId: "c",
    standaloneQuestion: QUESTION,
    answer,
    abstained: false,
    reason: null,
    citations: [],
    nearest: [],
    suggestions: [],
    notices: [],
    ...given,
  };
  const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  return {
    contentType: "text/event-stream",
    body: event("meta", done) + event("delta", { text: answer }) + event("done", done),
  };
};
const answer = (page: Page) => page.locator(".answer").last();

describe.skipIf(SKIPPED !== null)("the states of the widget", () => {
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const failures: readonly (readonly [string, (route: Route) => Promise<void>, string | RegExp])[] = [
    ["the connection is lost", (route) => route.abort(), /The connection was lost/u],
    [
      "there were too many questions",
      (route) => route.fulfill(problem(429, "rate_limited", { "retry-after": "7" })),
      "Try again in 7 s.",
    ],
    [
      "the server fails",
      (route) => route.fulfill(problem(500, "internal")),
      /Something went wrong at our end/u,
    ],
    [
      "the index is loading",
      (route) => route.fulfill(problem(503, "index_not_ready")),
      /still being loaded/u,
    ],
    [
      "the question is refused",
      (route) => route.fulfill(problem(400, "invalid_request")),
      "The question is too odd.",
    ],
    [
      "the stream breaks off",
      (route) =>
        route.fulfill({ contentType: "text/event-stream", body: 'event: delta\ndata: {"text":"Half"}\n\n' }),
      /The connection was lost/u,
    ],
    [
      "the stream is no JSON",
      (route) => route.fulfill({ contentType: "text/event-stream", body: "event: done\ndata: {\n\n" }),
      /The connection was lost/u,
    ],
  ];
  it.each(failures)("says so when %s, and tries again", async (_, fail, said) => {
    const { page } = await site.open("/");
    await page.route("**/ask", fail, { times: 1 });
    await ask(page);
    await page.locator(".problem").getByText(said).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => answer(page).textContent()).toContain("Aging U.S. population");
    expect(await page.locator(".problem").count()).toBe(0);
    await page.context().close();
  });

  it("stops an answer that is on its way", async () => {
    const { page } = await site.open("/");
    await page.route("**/ask", () => undefined, { times: 1 });
    await ask(page);
    await page.locator(".waiting").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // The second of two clicks on "Ask" is no "Stop".
    await page.waitForTimeout(600);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.locator(".problem").getByText("Stopped.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => answer(page).textContent()).toContain("Aging U.S. population");
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("pleases axe in every state, %s", async (colorScheme) => {
    const { page } = await site.open("/", { colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    await ask(page);
    await page.getByRole("button", { name: "Source 2" }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Not helpful" }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "No, thanks" }).click();
    await ask(page, "How much will the Dos Bocas refinery cost?");
    await page.locator(".nearest").waitFor();
    await ask(page, "and who pays for it?");
    await page.locator(".turn").nth(2).locator(".actions").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("pleases axe as a panel, %s", async (colorScheme) => {
    const { page } = await site.open("/docs", { colorScheme });
    await page.setContent(
      `<!doctype html><html lang="en"><head><title>x</title></head><body><main><h1>x</h1></main></body></html>`,
    );
    await page.addScriptTag({ type: "module", url: `${site.url}/widget.js` });
    await page.evaluate(() =>
      document.querySelector("main")?.append(document.createElement("ask-the-report")),
    );
    await page.getByRole("button", { name: "Ask the report" }).click();
    await ask(page);
    await page.getByRole("button", { name: "Source 2" }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it("does not move for those who want no motion", async () => {
    const { page } = await site.open("/", { reducedMotion: "reduce" });
    await page.route("**/ask", () => undefined, { times: 1 });
    await ask(page);
    const dots = page.locator(".dots");
    await dots.waitFor();
    expect(await dots.evaluate((element) => getComputedStyle(element, "::before").animationName)).toBe(
      "none",
    );
    await page.context().close();
  });

  it.each([
    [
      "a script",
      "Hello <script>window.hacked = 1</script> there.",
      "Hello <script>window.hacked = 1</script> there.",
    ],
    ["an image", '<img src=x onerror="window.hacked = 1">', '<img src=x onerror="window.hacked = 1">'],
    ["a link that is a script", "[click](javascript:window.hacked=1) it", "click it"],
    [
      "a link with an escape",
      "[a\\](javascript:alert(1))](https://example.org) b",
      "a](javascript:alert(1)) b",
    ],
    ["a link to another protocol", "[x](//evil.example/y) and [y](data:text/html,z)", "x and y"],
    ["characters that turn text round", "safe \u202egnp.exe\u202c end \u2066x\u2069", "safe gnp.exe end x"],
    ["a marker without a citation", "A claim. [7]", "A claim. [7]"],
    ["an entity", "&lt;b&gt; &amp;", "&lt;b&gt; &amp;"],
  ])("shows %s of an answer as text", async (_, said, shown) => {
    const { page } = await site.open("/");
    await page.route("**/ask", (route) => route.fulfill(stream(said)));
    await ask(page);
    await page.locator(".actions").waitFor();
    expect((await answer(page).textContent())?.trim()).toBe(shown);
    expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
    expect(await answer(page).locator("script, img, a[href^='javascript']").count()).toBe(0);
    await page.context().close();
  });

  it("shows hostile quotes, places, suggestions and addresses as text", async () => {
    const evil = '<img src=x onerror="window.hacked = 1">';
    const place = {
      chapter: { number: 1, title: evil },
      section: evil,
      pages: null,
      url: "javascript:window.hacked=1",
    };
    const citation = {
      marker: 1,
      passageId: "p",
      quote: `${evil} \u202e`,
      ...place,
      table: null,
      notes: [{ number: 1, text: evil }],
    };
    const { page } = await site.open("/");
    await page.route("**/ask", (route) =>
      route.fulfill(
        stream("Said. [1]", {
          citations: [citation],
          suggestions: [evil],
          nearest: [{ quote: evil, ...place }],
        }),
      ),
    );
    await ask(page);
    await page.getByRole("button", { name: "Source 1" }).click();
    const quote = page.getByRole("group", { name: "Source 1" });
    expect(await quote.textContent()).toContain(evil);
    expect(await quote.getByRole("link").getAttribute("href")).toBe("#");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
    await page.context().close();
  });
});
