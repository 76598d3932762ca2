import type { Html } from "./page.ts";

/** The markup itself. */
export async function htmlText(markup: Html): Promise<string> {
  return (await markup).toString();
}
