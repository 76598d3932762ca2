import type { Citation } from "../../domain/contract.ts";
import type { Passage } from "../../domain/passage.ts";
import { plainText } from "../../domain/plain-text.ts";
import { tableRowText } from "../../domain/table-text.ts";
import { wordKey } from "../../domain/words.ts";
import type { Evidence } from "../draft.ts";
import { SUPPORT_BARS, type SupportBars } from "./support-bars.ts";
import type { Measured, MeasureSupport } from "./measure-support.ts";
import type { Unit } from "./read-units.ts";

/** A sentence of a model with the words of the report that it was found to stand on. */
export interface WrittenPart {
  readonly kind: "written";
  readonly text: string;
  readonly layout: Unit["layout"];
  /** One or more. */
  readonly evidence: readonly (Evidence & { readonly check: Citation["check"] })[];
}

/** What came of checking a sentence: the part to send, or why it must not be sent. */
export type Checked =
  | { readonly part: WrittenPart; readonly faults: readonly [] }
  | { readonly part: null; readonly faults: readonly string[] };

/** Checks a sentence against the passages whose keys it carries; keys that are nobody's count for nothing. */
export async function checkUnit(
  unit: Unit,
  passageOf: (key: string) => Passage | undefined,
  measure: MeasureSupport,
  bars: SupportBars = SUPPORT_BARS,
): Promise<Checked> {
  const cited = unit.keys.flatMap((key) => passageOf(key) ?? []);
  if (cited.length === 0) return { part: null, faults: ["it carries no key of a passage"] };
  const measured = await measure(unit.text, cited);
  const faults = faultsOf(measured, bars);
  if (faults.length > 0) return { part: null, faults };
  const evidence = measured.evidence.map((one) => ({ ...one, check: checkOf(unit.text, one) }));
  return { part: { kind: "written", text: unit.text, layout: unit.layout, evidence }, faults: [] };
}

/** Why a sentence does not stand on what it was measured against; none when it does. */
export function faultsOf(measured: Measured, bars: SupportBars): string[] {
  const { figuresMissing, namesMissing, overlap, kind, similarity } = measured;
  const missing = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");
  return [
    ...(figuresMissing.length > 0 ? [`the passage does not have ${missing(figuresMissing)}`] : []),
    ...(namesMissing.length > 0 ? [`the passage does not name ${missing(namesMissing)}`] : []),
    ...(measured.denies ? ["it denies what the passage does not deny"] : []),
    ...(measured.opposes ? ["it turns a rise or a fall of the passage round"] : []),
    ...(overlap < bars[kind].overlap || similarity < bars[kind].similarity
      ? ["much of it does not stand in the passage"]
      : []),
  ];
}

function checkOf(text: string, { passage, span }: Evidence): Citation["check"] {
  const { table } = passage;
  const own = table ? tableRowText(table) : plainText(passage.text.slice(span.start, span.end));
  if (wordKey(text) !== wordKey(own)) return "paraphrase";
  return table ? "table-row" : "verbatim";
}
