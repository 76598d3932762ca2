import { markdownTable } from "markdown-table";
import { createEnglishAnalyzer } from "../src/adapters/core/english-analyzer.ts";
import { currentBuild, readIndexFolder } from "../src/adapters/node/read-index-folder.ts";
import { createTransformersEncoder } from "../src/adapters/node/transformers-encoder.ts";
import { faultsOf, type Measured, type SupportBars } from "../src/compose/index.ts";
import type { SearchIndex } from "../src/ports/search-index.ts";
import { AppError } from "../src/domain/errors.ts";
import { CLAIM_FAULTS, measureClaims, readClaims, type MeasuredClaim } from "./fit/claims.ts";
import { writeBetween, writePretty } from "./write-text.ts";

/** Of the supported sentences of dev, those that must pass the bars of overlap and of likeness each. */
const KEPT = 0.95;

/**
 * Fits the bars that sentences of a model must reach, on the claims about dev's parts of the report, and tells in
 * docs/written-answers.md what the whole check lets through, on dev and on test. `npm run fit:support`
 */
async function main(): Promise<void> {
  const analyzer = createEnglishAnalyzer();
  const encoder = await createTransformersEncoder({ modelsDir: "models" });
  const folder = await currentBuild("index");
  if (folder === null) throw new AppError("data_missing", "there is no index: run npm run index");
  const index = await readIndexFolder(folder, { encoder, analyzer, vectorSearch: "exact" });
  const plain: SearchIndex = { ...index, translations: () => null };
  const claims = await readClaims();
  const measure = (of: SearchIndex): Promise<MeasuredClaim[]> => measureClaims(claims, of, analyzer, encoder);
  const [withQuestions, without] = [await measure(index), await measure(plain)];
  const bar = (rows: readonly MeasuredClaim[], value: (measured: Measured) => number): number =>
    kept(
      rows.filter(({ split, supported }) => split === "dev" && supported).map((row) => value(row.measured)),
    );
  const bars: SupportBars = {
    overlap: { asked: bar(withQuestions, (m) => m.overlap), plain: bar(without, (m) => m.overlap) },
    similarity: bar(withQuestions, (m) => m.similarity),
  };
  const table = markdownTable([
    [
      "sentences",
      "dev",
      "refused",
      "refused without anticipated questions",
      "test",
      "refused",
      "refused without anticipated questions",
    ],
    ...[undefined, ...CLAIM_FAULTS].map((fault) => [
      fault ?? "supported",
      ...(["dev", "test"] as const).flatMap((split) => {
        const of = (rows: readonly MeasuredClaim[]): MeasuredClaim[] =>
          rows.filter((row) => row.split === split && row.fault === fault);
        return [
          String(of(withQuestions).length),
          ...[withQuestions, without].map((rows) => refused(of(rows), bars)),
        ];
      }),
    ]),
  ]);
  await writePretty(
    "src/compose/written/support-bars.ts",
    `/** What a sentence must reach to count as standing on its passages; see \`Measured\`. */
    export interface SupportBars {
      /** For an index with anticipated questions, and for one without. */
      readonly overlap: { readonly asked: number; readonly plain: number };
      readonly similarity: number;
    }

    /** Written by \`npm run fit:support\`: ${KEPT * 100} % of the supported sentences about dev's parts of the report reach each. */
    export const SUPPORT_BARS: SupportBars = ${JSON.stringify(bars)};
    `,
  );
  await writeBetween("docs/written-answers.md", "npm run fit:support", { "the check": table });
  process.stdout.write(`${JSON.stringify(bars)}\n\n${table}\n`);
}

/** The highest bar, in hundredths, that KEPT of the values reach. */
function kept(values: readonly number[]): number {
  const lowest = [...values].sort((a, b) => a - b)[Math.floor(values.length * (1 - KEPT))] ?? 0;
  return Math.floor(lowest * 100) / 100;
}

function refused(rows: readonly MeasuredClaim[], bars: SupportBars): string {
  const share = rows.filter(({ measured }) => faultsOf(measured, bars).length > 0).length / rows.length;
  return share.toFixed(2).replace(/^0/u, "");
}

await main();
