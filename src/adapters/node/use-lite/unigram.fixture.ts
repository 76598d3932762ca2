/** Ids below this are symbols of the model, not pieces of text. */
const RESERVED = 6;
const UNKNOWN = 0;

interface Best {
  readonly score: number;
  readonly id: number;
  readonly from: number;
}

/**
 * The original encoder's tokenizer, written apart from the one the project runs: NFKC, "▁" before the
 * text and for every space, then the path of pieces with the highest sum of log probabilities
 * (Viterbi). A character that no piece starts with is unknown and costs nothing; neighbouring
 * unknowns are one. Of the same piece twice the later id counts; a null score is 0.
 */
export function createUnigramTokenizer(
  vocabulary: readonly (readonly [string, number | null])[],
): (text: string) => number[] {
  const pieces = new Map<string, { id: number; score: number }>();
  let longest = 1;
  for (const [id, [piece, score]] of vocabulary.entries()) {
    if (id < RESERVED) continue;
    pieces.set(piece, { id, score: score ?? 0 });
    longest = Math.max(longest, [...piece].length);
  }
  return (text) => {
    const symbols = [...`▁${text.normalize("NFKC").replaceAll(" ", "▁")}`];
    const best: (Best | undefined)[] = [{ score: 0, id: UNKNOWN, from: 0 }];
    for (let from = 0; from < symbols.length; from += 1) {
      const base = best[from]?.score ?? Number.NEGATIVE_INFINITY;
      const offer = (to: number, id: number, score: number): void => {
        if (base + score >= (best[to]?.score ?? Number.NEGATIVE_INFINITY)) {
          best[to] = { score: base + score, id, from };
        }
      };
      let known = false;
      for (let length = 1; length <= longest && from + length <= symbols.length; length += 1) {
        const piece = pieces.get(symbols.slice(from, from + length).join(""));
        if (!piece) continue;
        known = true;
        offer(from + length, piece.id, piece.score);
      }
      if (!known) offer(from + 1, UNKNOWN, 0);
    }
    return backtrace(best);
  };
}

function backtrace(best: readonly (Best | undefined)[]): number[] {
  const ids: number[] = [];
  let at = best.length - 1;
  while (at > 0) {
    const step = best[at];
    if (!step) throw new RangeError(`no piece ends at ${at}`);
    if (step.id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(step.id);
    at = step.from;
  }
  return ids.reverse();
}
