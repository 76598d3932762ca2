import { gzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SKIPPED, startSite, type Site } from "../entry/site.fixture.ts";

const QUESTION = "Why is there a shortage of nurses in the US?";
const SCRIPT = '<script type="module" src="{{service}}/widget.js"></script>';
const ELEMENT = '<ask-the-report endpoint="{{service}}"></ask-the-report>';
const shell = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body><h1>Host</h1>${body}</body></html>`;
/** Everything that a page can do by style to an element that is not its own. */
const HOSTILE = `<style>
  * { all: unset !important; display: inline !important; font: 80px fantasy !important; color: transparent !important; letter-spacing: 2em !important; }
  ask-the-report { opacity: 1; text-transform: uppercase !important; direction: rtl !important; visibility: hidden !important; line-height: 9 !important; }
  button, textarea, p { display: none !important; }
</style>`;

let site: Site;
const ask = async (page: Page, question: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Your question" }).fill(question);
  await page.keyboard.press("Enter");
};
const answered = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Copy answer with sources" }).last().waitFor();

describe.skipIf(SKIPPED !== null)("the widget", () => {
  beforeAll(async () => {
    site = await startSite({
      "/plain": { html: shell(SCRIPT, ELEMENT) },
      "/hostile": { html: shell(`${SCRIPT}${HOSTILE}`, ELEMENT) },
      "/strict": {
        html: shell(SCRIPT, ELEMENT),
        headers: {
          "content-security-policy":
            "default-src 'none'; script-src {{service}}; connect-src {{service}}; require-trusted-types-for 'script'; trusted-types lit-html",
        },
      },
      "/spanish": { html: shell(SCRIPT, ELEMENT).replace('lang="en"', 'lang="es-MX"') },
      "/clipped": {
        html: shell(
          `${SCRIPT}<script>addEventListener("keydown", (event) => { if (!event.target.closest("input, textarea") && /[s/]/.test(event.key)) event.preventDefault(); });</script>`,
          `<div style="transform: translateX(0); overflow: hidden; width: 300px; height: 80px">${ELEMENT}</div>`,
        ),
      },
      "/twice": { html: shell(`${SCRIPT}${SCRIPT.replace(".js", ".js?2")}`, ELEMENT) },
    });
  });
  afterAll(() => site.close());

  it("is one file of at most 40 KB", async () => {
    expect(gzipSync(await readFile("dist/widget.js")).length).toBeLessThan(40 * 1024);
    expect(await readFile("dist/widget.js", "utf8")).not.toMatch(/(?:^|[;}])import[ {("']/u);
  });

  it.each(["/plain", "/hostile", "/strict", "/twice"])(
    "asks from a page of another origin, %s, and speaks to its endpoint alone",
    async (path) => {
      const { page, problems, requested } = await site.open(`${site.hostUrl}${path}`);
      await page.getByRole("button", { name: "Ask the report" }).click();
      await ask(page, QUESTION);
      await answered(page);
      expect(await page.getByRole("listitem").filter({ hasText: "Aging U.S. population" }).count()).toBe(2);
      expect(problems).toEqual([]);
      const elsewhere = requested.filter(
        (url) => !url.startsWith(site.url) && url !== `${site.hostUrl}${path}`,
      );
      expect(elsewhere.filter((url) => !url.endsWith("/favicon.ico"))).toEqual([]);
      const box = await page.getByRole("dialog").boundingBox();
      expect(box?.width).toBeCloseTo(416, -1);
      expect(box?.height).toBeGreaterThan(500);
      await page.context().close();
    },
  );

  it("looks the same whatever the page's styles say", async () => {
    const shots: string[] = [];
    for (const path of ["/plain", "/hostile"]) {
      const { page } = await site.open(`${site.hostUrl}${path}`, { reducedMotion: "reduce" });
      await page.getByRole("button", { name: "Ask the report" }).click();
      const shot = await page.getByRole("dialog").screenshot({ animations: "disabled", caret: "hide" });
      shots.push(shot.toString("base64"));
      await page.context().close();
    }
    expect(shots[0] === shots[1]).toBe(true);
  });

  it("may not ask from a page that the service does not know, and says so", async () => {
    const { page } = await site.open(`${site.strangerUrl}/plain`);
    expect(await page.locator("ask-the-report").count()).toBe(1);
    expect(await page.getByRole("button", { name: "Ask the report" }).count()).toBe(0);
    await page.context().close();
  });

  it("opens the quote of a marker in place, with its place and the way to it, and closes it", async () => {
    const { page } = await site.open("/");
    await page.getByRole("button", { name: QUESTION }).click();
    await answered(page);
    const marker = page.getByRole("button", { name: "Source 2" });
    await marker.click();
    const quote = page.getByRole("group", { name: "Source 2" });
    expect(await quote.textContent()).toContain(
      "Nursing school enrollment is not keeping pace with projected demand.",
    );
    expect(await quote.textContent()).toMatch(
      /Chapter 6, Time to Relaunch.* · Education and Training · pages 71–84/u,
    );
    expect(await marker.getAttribute("aria-expanded")).toBe("true");
    const opened = page.context().waitForEvent("page");
    await quote.getByRole("link", { name: /Read it in the report/u }).click();
    const reader = await opened;
    await reader.waitForLoadState();
    const words = reader.getByText("Nursing school enrollment is not keeping pace");
    await expect
      .poll(() => words.evaluate((element) => element.getBoundingClientRect().top))
      .toBeGreaterThan(0);
    expect(
      await words.evaluate((element) => element.getBoundingClientRect().bottom < window.innerHeight),
    ).toBe(true);
    expect(await reader.locator("mark").allTextContents()).toEqual([
      "Nursing school enrollment is not keeping pace with projected demand.",
    ]);
    await marker.click();
    expect(await quote.count()).toBe(0);
    await page.context().close();
  });

  it("can do everything by keyboard, and keeps the focus where the reader is", async () => {
    const { page } = await site.open(`${site.hostUrl}/plain`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(focused)).toBe("TEXTAREA");
    await page.keyboard.type(QUESTION);
    await page.keyboard.press("Enter");
    await answered(page);
    expect(await page.evaluate(focused)).toBe("TEXTAREA");
    for (let i = 0; i < 40 && !(await page.evaluate(focused)).includes("Source 1"); i += 1) {
      await page.keyboard.press("Shift+Tab");
    }
    await page.keyboard.press("Space");
    expect(await page.getByRole("group", { name: "Source 1" }).isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(focused)).toMatch(/^A/u);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(focused)).toMatch(/^BUTTON/u);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });

  it("tells a screen reader of an answer once, as a whole", async () => {
    const { page } = await site.open("/");
    await page.evaluate(() => {
      // Kept on the window for the second look below.
      const status = document.querySelector("ask-the-report")?.shadowRoot?.querySelector('[role="status"]');
      const said: string[] = [];
      Object.assign(globalThis, { said });
      if (status) {
        new MutationObserver(() => said.push(status.textContent)).observe(status, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      }
    });
    await ask(page, QUESTION);
    await answered(page);
    const said = await page.evaluate("globalThis.said");
    expect(said).toEqual([
      "Searching the report…",
      expect.stringMatching(
        /^The report: The American Association .* Aging U\.S\. population driving demand\./su,
      ),
    ]);
    await page.context().close();
  });

  it("says what it looked for under a follow-up, and has suggestions that ask", async () => {
    const { page } = await site.open("/");
    await ask(page, "How did Mexico's homicide rate change between 2007 and 2011?");
    await answered(page);
    await ask(page, "and in 2017?");
    await expect.poll(() => page.getByText("Looked for:").textContent()).toMatch(/homicide rate.*2017/u);
    await expect.poll(() => page.locator(".suggestions button").count()).toBeGreaterThan(0);
    const suggestion = page.locator(".suggestions button").first();
    const asked = (await suggestion.textContent())?.trim() ?? "";
    await suggestion.click();
    await expect.poll(() => page.locator(".question").last().textContent()).toContain(asked);
    await expect.poll(() => page.locator(".turn").last().locator(".marker").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it("shows what is nearest when the report is silent", async () => {
    const { page } = await site.open("/");
    await ask(page, "How much will the Dos Bocas refinery cost?");
    await answered(page);
    expect(await page.locator(".answer").textContent()).toContain(
      "The report does not answer this question.",
    );
    expect(await page.locator(".nearest li").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it("remembers a conversation over a reload, and forgets it here and on the service", async () => {
    const { page } = await site.open("/");
    await ask(page, QUESTION);
    await answered(page);
    await page.reload();
    expect(await page.getByText("Aging U.S. population driving demand.").count()).toBe(1);
    const forgotten = page.waitForResponse((response) => response.request().method() === "DELETE");
    await page.getByRole("button", { name: "Start over" }).click();
    expect((await forgotten).status()).toBe(204);
    expect(await page.evaluate(focused)).toBe("TEXTAREA");
    await page.reload();
    expect(await page.locator(".turn").count()).toBe(0);
    await page.context().close();
  });

  it("sends thumbs, with what was wrong", async () => {
    const { page } = await site.open("/");
    await ask(page, QUESTION);
    await answered(page);
    const thumb = page.waitForRequest((request) => request.url().endsWith("/feedback"));
    await page.getByRole("button", { name: "Not helpful" }).click();
    expect((await thumb).postDataJSON()).toEqual({ answerId: expect.any(String), vote: "down" });
    const sent = page.waitForRequest((request) => request.url().endsWith("/feedback"));
    await page.getByRole("radio", { name: "Something is missing" }).check();
    await page.getByRole("textbox", { name: /Anything to add/u }).fill("The numbers");
    await page.getByRole("button", { name: "Send" }).click();
    expect((await sent).postDataJSON()).toMatchObject({
      vote: "down",
      reason: "incomplete",
      text: "The numbers",
    });
    await page.locator(".actions").getByText("Thank you.").waitFor();
    expect(await page.evaluate(focused)).not.toBe("BODY");
    await page.context().close();
  });

  it("keeps the focus when a question is tried again, and tells of its answer", async () => {
    const { page } = await site.open("/");
    await page.route("**/ask", (route) => route.abort(), { times: 1 });
    await ask(page, QUESTION);
    await page.getByRole("button", { name: "Try again" }).focus();
    await page.keyboard.press("Enter");
    await answered(page);
    expect(await page.evaluate(focused)).not.toBe("BODY");
    await expect.poll(() => page.getByRole("status").textContent()).toContain("Aging U.S. population");
    await page.context().close();
  });

  it("sends the turns along where nothing is remembered, and takes no votes there", async () => {
    const { page } = await site.open("/");
    await page.route("**/ask", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace(/"conversationId":"[^"]*"/gu, '"conversationId":null'),
      });
    });
    await ask(page, "How did Mexico's homicide rate change between 2007 and 2011?");
    await answered(page);
    expect(await page.getByRole("button", { name: "Helpful", exact: true }).count()).toBe(0);
    const second = page.waitForRequest("**/ask");
    await ask(page, "who wrote that chapter?");
    expect((await second).postDataJSON()).toMatchObject({
      history: [{ role: "user" }, { role: "assistant", citations: [expect.any(String)] }],
    });
    await expect.poll(() => page.locator(".answer").last().textContent()).toContain("Kloppe-Santamaría");
    await page.context().close();
  });

  it("keeps a question over a reload in the middle of its answer", async () => {
    const { page } = await site.open("/");
    await page.route("**/ask", () => undefined, { times: 1 });
    await ask(page, QUESTION);
    await page.locator(".waiting").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.locator(".answer").textContent()).toContain("Aging U.S. population");
    await page.context().close();
  });

  it("shows what another tab did, and brings back nothing that was removed there", async () => {
    const { page } = await site.open("/");
    await ask(page, QUESTION);
    await answered(page);
    const other = await page.context().newPage();
    await other.goto(site.url);
    await other.getByRole("button", { name: "Start over" }).click();
    await expect.poll(() => page.locator(".turn").count()).toBe(0);
    await page.reload();
    expect(await page.locator(".turn").count()).toBe(0);
    await page.context().close();
  });

  it("tries again to forget what the service could not", async () => {
    const { page } = await site.open("/");
    await ask(page, QUESTION);
    await answered(page);
    await page.route("**/conversations/*", (route) => route.abort(), { times: 1 });
    await page.getByRole("button", { name: "Start over" }).click();
    const forgotten = page.waitForResponse((response) => response.request().method() === "DELETE");
    await page.getByRole("button", { name: "Try again" }).click();
    expect((await forgotten).status()).toBe(204);
    await page.context().close();
  });

  it("stands above what a page would cut off, and keeps its keys to itself", async () => {
    const { page } = await site.open(`${site.hostUrl}/clipped`);
    await page.getByRole("button", { name: "Ask the report" }).click();
    const [panel, launcher] = [page.getByRole("dialog"), page.locator(".launcher")];
    const boxes = [await panel.boundingBox(), await launcher.boundingBox()];
    expect(boxes[0]?.y).toBeGreaterThan(0);
    expect((boxes[1]?.y ?? 0) + (boxes[1]?.height ?? 0)).toBeGreaterThan(800);
    await page.keyboard.type("is 2007/2011 so?");
    expect(await page.getByRole("textbox", { name: "Your question" }).inputValue()).toBe("is 2007/2011 so?");
    await page.context().close();
  });

  it("bears attributes that are taken away, and a click too many", async () => {
    const { page, problems } = await site.open("/");
    await page.evaluate(() => {
      const element = document.querySelector("ask-the-report");
      for (const name of ["examples", "heading", "language", "theme"]) element?.removeAttribute(name);
      element?.setAttribute("endpoint", "https://");
      element?.removeAttribute("endpoint");
    });
    await page.getByRole("textbox", { name: "Your question" }).fill(QUESTION);
    await page.getByRole("button", { name: "Ask", exact: true }).dblclick();
    await answered(page);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("copies an answer with its sources", async () => {
    const { page } = await site.open("/", { permissions: ["clipboard-read", "clipboard-write"] });
    await ask(page, QUESTION);
    await answered(page);
    await page.getByRole("button", { name: "Copy answer with sources" }).click();
    await page.locator(".actions").getByText("Copied.").waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(`${QUESTION}\n\nThe American Association`);
    expect(text).toContain("- Aging U.S. population driving demand. [5]");
    expect(text).toMatch(
      /\[5\] “Aging U\.S\. population driving demand\.” Chapter 6, .* http.*\/report\?quote=/u,
    );
    await page.context().close();
  });

  it("speaks Spanish on a Spanish page", async () => {
    const { page } = await site.open(`${site.hostUrl}/spanish`);
    await page.getByRole("button", { name: "Pregunte al informe" }).click();
    await page.getByRole("textbox", { name: "Su pregunta" }).fill("¿Quién escribió el capítulo 5?");
    await page.getByRole("button", { name: "Preguntar" }).click();
    await page.getByRole("button", { name: "Copiar respuesta con fuentes" }).waitFor();
    expect(await page.getByText(/Max Kaiser/u).count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

/** The focused element through shadow trees: its name, and its label where it has one. */
function focused(): string {
  let element: Element | null = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return [element?.tagName, element?.getAttribute("aria-label")].filter(Boolean).join(" ");
}
