import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds in a page as it is, shadow trees included: one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // Put there by the line above; the types are the package's own.
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`),
    );
  });
}

declare global {
  var axe: typeof import("axe-core");
}
