/** A turn of a conversation and whether its response was right. */
export interface JudgedTurn {
  readonly role: "first" | "follow-up" | "switch";
  readonly right: boolean;
}

/**
 * Accuracy on follow-up turns as a share of that on first turns, 0 and up: what of an answer's quality survives
 * when the question leans on the turns before (after CoQA's and QuAC's later-turn analyses: Reddy et al. 2019, Choi et al. 2018).
 * 0 when no first turn was right.
 */
export function followUpAccuracy(turns: readonly JudgedTurn[]): number {
  const first = accuracy(turns, "first");
  return first === 0 ? 0 : accuracy(turns, "follow-up") / first;
}

/** Share of the turns of one role that are right, 0 to 1; 0 when there are none. */
function accuracy(turns: readonly JudgedTurn[], role: JudgedTurn["role"]): number {
  const own = turns.filter((turn) => turn.role === role);
  return own.length === 0 ? 0 : own.filter(({ right }) => right).length / own.length;
}
