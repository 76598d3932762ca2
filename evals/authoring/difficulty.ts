import type { Corpus } from "../../src/domain/corpus.ts";
import { isContent } from "../../src/domain/passage.ts";
import type { Analyzer } from "../../src/ports/analyzer.ts";

/** A question is hard when at most this share of its content words stands in the evidence. */
const HARD = 1 / 3;
/** Words of more than this share of the passages ("Mexico") tell no passage from another and do not count. */
const COMMON = 0.05;

export type Difficulty = "easy" | "hard";

/**
 * Measures how far a question's words are from its evidence's: stems of content words, without those that
 * are common over the whole corpus. So difficulty is a property of the line, not its writer's opinion.
 */
export function createDifficulty(
  corpus: Corpus,
  analyzer: Analyzer,
): (question: string, evidence: readonly string[]) => { difficulty: Difficulty; shared: number } {
  const passages = corpus.passages.filter((p) => isContent(p.kind));
  const frequency = new Map<string, number>();
  for (const { text } of passages) {
    for (const term of new Set(analyzer.terms(text))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const tells = (term: string): boolean => (frequency.get(term) ?? 0) <= COMMON * passages.length;
  return (question, evidence) => {
    const asked = [...new Set(analyzer.terms(question))].filter(tells);
    const stated = new Set(evidence.flatMap((text) => analyzer.terms(text)));
    const shared = asked.length === 0 ? 0 : asked.filter((term) => stated.has(term)).length / asked.length;
    return { difficulty: shared <= HARD ? "hard" : "easy", shared };
  };
}
