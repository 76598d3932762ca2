import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { setup } from "../src/widget/build-widget.fixture.ts";
import { SKIPPED, startSite } from "../src/entry/site.fixture.ts";
import { AppError } from "../src/domain/errors.ts";

const FOLDER = "docs/images";

/** Pictures of the main states for README and docs: `npm run screenshots`. */
async function main(): Promise<void> {
  if (SKIPPED !== null) throw new AppError("data_missing", SKIPPED);
  await setup();
  await mkdir(FOLDER, { recursive: true });
  const host =
    '<!doctype html><html lang="en"><head><title>A page</title><script type="module" src="{{service}}/widget.js"></script></head><body style="font:18px Georgia,serif;max-width:34em;margin:4em auto;color:#333"><h1>A page of yours</h1><p>The widget opens over it.</p><ask-the-report endpoint="{{service}}"></ask-the-report></body></html>';
  const site = await startSite({ "/page": { html: host } });
  const ask = async (page: Page, question: string): Promise<void> => {
    await page.getByRole("textbox", { name: "Your question" }).fill(question);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copy answer with sources" }).last().waitFor();
  };
  const shot = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled", caret: "hide" });
    await page.context().close();
  };
  try {
    const home = await site.open("/", { viewport: { width: 900, height: 1000 } });
    await shot(home.page, "home");

    const answer = await site.open("/", { viewport: { width: 900, height: 1000 } });
    await ask(answer.page, "How did Mexico's homicide rate change between 2007 and 2011?");
    await answer.page.getByRole("button", { name: "Source 1" }).click();
    await ask(answer.page, "who wrote that chapter?");
    await answer.page.locator("ask-the-report").scrollIntoViewIfNeeded();
    await shot(answer.page, "answer");

    const silent = await site.open("/", { viewport: { width: 900, height: 1000 }, colorScheme: "dark" });
    await ask(silent.page, "How much will the Dos Bocas refinery cost?");
    await shot(silent.page, "abstention-dark");

    const panel = await site.open(`${site.hostUrl}/page`, { viewport: { width: 900, height: 760 } });
    await panel.page.getByRole("button", { name: "Ask the report" }).click();
    await ask(panel.page, "Why is there a shortage of nurses in the US?");
    await shot(panel.page, "panel");

    const phone = await site.open(`${site.hostUrl}/page`, { viewport: { width: 360, height: 740 } });
    await phone.page.getByRole("button", { name: "Ask the report" }).click();
    await ask(phone.page, "¿Quién escribió el capítulo 5?");
    await shot(phone.page, "phone");

    const quote = await site.open("/", { viewport: { width: 900, height: 760 } });
    await ask(quote.page, "How did Mexico's homicide rate change between 2007 and 2011?");
    await quote.page.getByRole("button", { name: "Source 1" }).click();
    const link = quote.page.getByRole("link", { name: /Read it in the report/u });
    const reader = await site.open((await link.getAttribute("href")) ?? "", {
      viewport: { width: 900, height: 760 },
    });
    await quote.page.context().close();
    await shot(reader.page, "reader");
  } finally {
    await site.close();
  }
}

await main();
