import { markdownTable } from "markdown-table";
import { createEnglishAnalyzer } from "../src/adapters/core/english-analyzer.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { faultsOf, type SupportBar, type SupportBars } from "../src/compose/index.ts";
import { loadIndex } from "../src/entry/load-assistant.ts";
import { runCommand } from "../src/entry/run-command.ts";
import { readSettings } from "../src/entry/settings.ts";
import { CLAIM_FAULTS, measureClaims, readClaims, type MeasuredClaim } from "./fit/claims.ts";
import { untunedIndex } from "./fit/untuned-index.ts";
import { writeBetween, writePretty } from "./write-text.ts";

/** Of the supported sentences of dev, those that must pass the bars of overlap and of likeness each. */
const KEPT = 0.95;

/**
 * Fits the bars that sentences of a model must reach, on the claims about dev's parts of the report, and tells in
 * docs/written-answers.md what the whole check lets through, on dev and on test. `npm run fit:support`
 */
async function main(): Promise<number> {
  const analyzer = createEnglishAnalyzer();
  const progress = createTerminalProgress({ stream: process.stderr });
  const settings = readSettings(process.env);
  const { index, encoder } = await loadIndex(settings, progress);
  const bare = await untunedIndex("plain", { modelsDir: settings.MODELS_DIR, progress });
  const claims = await readClaims();
  const [withQuestions, without] = [
    await measureClaims(claims, index, analyzer, encoder),
    await measureClaims(claims, bare.index, analyzer, bare.encoder),
  ];
  const bars: SupportBars = { asked: barOf(withQuestions), plain: barOf(without) };
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
    `/** What a sentence must have in common with its passages to count as standing on them; see \`Measured\`. */
    export interface SupportBar {
      readonly overlap: number;
      readonly similarity: number;
    }

    /** For an index with anticipated questions, and the encoder that goes with them, and for one without. */
    export interface SupportBars {
      readonly asked: SupportBar;
      readonly plain: SupportBar;
    }

    /** Written by \`npm run fit:support\`: ${KEPT * 100} % of the supported sentences about dev's parts of the report reach each. */
    export const SUPPORT_BARS: SupportBars = ${JSON.stringify(bars)};
    `,
  );
  await writeBetween("docs/written-answers.md", "npm run fit:support", { "the check": table });
  process.stdout.write(`${JSON.stringify(bars)}\n\n${table}\n`);
  return 0;
}

/** What most of dev's supported sentences reach. */
function barOf(claims: readonly MeasuredClaim[]): SupportBar {
  const measured = claims.flatMap((claim) =>
    claim.split === "dev" && claim.supported ? [claim.measured] : [],
  );
  return {
    overlap: kept(measured.map(({ overlap }) => overlap)),
    similarity: kept(measured.map(({ similarity }) => similarity)),
  };
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

await runCommand(main());
