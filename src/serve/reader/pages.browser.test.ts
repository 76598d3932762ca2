import type { Page } from "playwright-core";
import { readCorpusFolder } from "../../adapters/node/corpus-folder.ts";
import { askResponseSchema } from "../../domain/contract.ts";
import { plainText } from "../../domain/plain-text.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../../widget/axe.fixture.ts";
import { SKIPPED, startSite, type Site } from "../../entry/site.fixture.ts";

let site: Site;
/** Pixels that a page can be scrolled to the side. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(SKIPPED !== null)("the pages", () => {
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const paths = ["/", "/report", "/report/search?q=nurses"];

  it.each(paths)("%s fits a screen of 320 pixels and pleases axe, light and dark", async (path) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, problems } = await site.open(path, {
        colorScheme,
        viewport: { width: 320, height: 640 },
      });
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.context().close();
    }
  });

  it("finds words of the report, and leads to the passage", async () => {
    const { page } = await site.open("/report");
    await page.getByRole("searchbox", { name: "Search the report" }).fill("shortage of nurses");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/report/search?q=*");
    const first = page.getByRole("main").getByRole("listitem").first();
    expect(await first.textContent()).toMatch(/nurs/iu);
    await first.getByRole("link").click();
    await page.waitForURL("**/report#p-*");
    expect(await page.locator(":target").textContent()).toMatch(/nurs/iu);
    await page.context().close();
  });

  it("shows no controls on paper", async () => {
    const { page } = await site.open("/report");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    await page.context().close();
  });

  it("scrolls to the exact quote of a citation and marks it, across the marks of notes", async () => {
    const { page } = await site.open("/");
    await page
      .getByRole("textbox", { name: "Your question" })
      .fill("How did Mexico's homicide rate change between 2007 and 2011?");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Source 1" }).click();
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: /Read it in the report/u }).click();
    const reader = await opened;
    await reader.waitForLoadState();
    const quote = "homicide rate went from a total of 8 murders";
    const top = () =>
      reader.getByText(quote).evaluate((element, words) => {
        const range = document.createRange();
        const text = [...element.childNodes].find((node) => node.textContent?.includes(words));
        if (!text) return -1;
        range.selectNode(text);
        return range.getBoundingClientRect().top;
      }, quote);
    await expect.poll(top).toBeGreaterThan(0);
    expect(await top()).toBeLessThan(900);
    expect((await reader.locator("mark").allTextContents()).join("")).toBe(
      "The country’s homicide rate went from a total of 8 murders per 100,000 inhabitants in the year 2007 to a total of 24 in 2011.",
    );
    await page.context().close();
  });

  it("marks the words of every quote, and no others, whatever they are", { timeout: 240_000 }, async () => {
    const questions = (await readCorpusFolder("corpus")).questions.filter((_, i) => i % 350 === 0);
    const { page } = await site.open("/report");
    const squeeze = (text: string): string => text.replace(/\s+/gu, "");
    let marked = 0;
    for (const { question } of questions) {
      const response = await page.request.post(`${site.url}/ask`, { data: { question } });
      const { citations } = askResponseSchema.parse(await response.json());
      for (const { quote, url, table } of citations.slice(0, 3)) {
        await page.goto(`${site.url}${url}`);
        const words = table ? quote.split("\t").map(plainText).join("") : plainText(quote);
        await expect
          .poll(async () => squeeze((await page.locator("mark").allTextContents()).join("")))
          .toBe(squeeze(words));
        marked += 1;
      }
    }
    expect(marked).toBeGreaterThan(60);
    await page.context().close();
  });
});
