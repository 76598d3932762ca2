import { SPLITS, type Split } from "../schema/fact-schema.ts";
import { mcnemar } from "../scorers/mcnemar.ts";
import type { Baseline, BaselineOutcome } from "./baseline.ts";
import type { GateCheck } from "./gate-check.ts";
import type { Thresholds } from "./thresholds.ts";

/** The same questions before and after a change. */
export interface PairedComparison {
  readonly split: Split;
  /** What flipped: the response is right, or all evidence is among the first five passages. */
  readonly what: "right" | "found";
  readonly compared: number;
  readonly won: readonly string[];
  readonly lost: readonly string[];
  /** Probability of such a loss by chance (one-sided). */
  readonly p: number;
}

export interface BaselineComparison {
  readonly pairs: readonly PairedComparison[];
  /** Ids that only the new run has, that only the baseline has, and whose question or expectation changed. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

/** Pairs a run with a baseline, question by question; a changed question is not compared. */
export function compareWithBaseline(baseline: Baseline, run: Baseline): BaselineComparison {
  const ids = Object.keys(run);
  const known = ids.filter((id) => id in baseline);
  const same = known.flatMap((id) => {
    const [before, after] = [baseline[id], run[id]];
    return before?.asked === after?.asked && before && after ? [{ id, before, after }] : [];
  });
  return {
    pairs: SPLITS.flatMap((split) =>
      (["right", "found"] as const).map((what) => pair(split, what, same)),
    ).filter(({ compared }) => compared > 0),
    added: ids.filter((id) => !(id in baseline)),
    gone: Object.keys(baseline).filter((id) => !(id in run)),
    changed: known.filter((id) => baseline[id]?.asked !== run[id]?.asked),
  };
}

function pair(
  split: Split,
  what: "right" | "found",
  same: readonly { id: string; before: BaselineOutcome; after: BaselineOutcome }[],
): PairedComparison {
  const own = same.filter(
    ({ after, before }) => after.split === split && after[what] !== null && before[what] !== null,
  );
  const won = own.filter(({ before, after }) => before[what] === false && after[what] === true);
  const lost = own.filter(({ before, after }) => before[what] === true && after[what] === false);
  return {
    split,
    what,
    compared: own.length,
    won: won.map(({ id }) => id),
    lost: lost.map(({ id }) => id),
    p: mcnemar(won.length, lost.length),
  };
}

/** One check a comparison: no net loss beyond the allowed one, and none that chance does not explain. */
export function checkComparison(
  { pairs }: BaselineComparison,
  { paired }: Pick<Thresholds, "paired">,
): GateCheck[] {
  return pairs.map(({ split, what, compared, won, lost, p }) => {
    const net = lost.length - won.length;
    const name = `${what === "right" ? "answers" : "retrieval"} against the baseline (${split})`;
    const counts = `${won.length} won and ${lost.length} lost of ${compared}`;
    if (net > paired.maxNetLoss) {
      return {
        name,
        passed: false,
        message: `${name}: ${counts}, a net loss of more than ${paired.maxNetLoss}`,
      };
    }
    if (net > 0 && p < paired.alpha) {
      return {
        name,
        passed: false,
        message: `${name}: ${counts}, which chance gives with p = ${p.toFixed(3)} only`,
      };
    }
    return { name, passed: true, message: `${name}: ${counts}` };
  });
}
