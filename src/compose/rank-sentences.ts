import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { probability, shifted, type LinearModel } from "../domain/linear-model.ts";
import { answerable } from "./answerable.ts";
import { anticipatedAs } from "./anticipated-as.ts";
import type { Said } from "./follow-up.ts";
import type { RankedSentence } from "./select.ts";
import { createSentenceFeatures, type ScoredSentence } from "./sentence-features.ts";

/** The sentences of the first `passages` candidates with their probability of answering, best first; ties by row. */
export type SentenceRanker = (question: Question, retrieval: Retrieval, passages: number) => RankedSentence[];

export function createSentenceRanker(
  index: SearchIndex,
  modelFor: (question: Question) => LinearModel,
): SentenceRanker {
  const featuresOf = createSentenceFeatures(index);
  return (question, retrieval, passages) => {
    const model = modelFor(question);
    const anticipated = anticipatedAs(question, index);
    const known = ({ candidate, sentence }: ScoredSentence): boolean =>
      anticipated?.passageId === candidate.passage.id && anticipated.sentences.includes(sentence);
    const candidates = retrieval.candidates.filter(
      ({ passage }, i) => i < passages || passage.id === anticipated?.passageId,
    );
    const mayAnswer = answerable(question);
    return featuresOf(question, candidates)
      .filter((s) => known(s) || mayAnswer(s))
      .map((s) => {
        const scored = shifted(probability(model, s.features), BESIDE_LOG_ODDS * s.candidate.closeness);
        return { ...s, probability: known(s) ? Math.max(KNOWN, scored) : scored };
      })
      .sort((a, b) => b.probability - a.probability || a.row - b.row);
  };
}

/** Least probability of a sentence that an anticipated question, asked word for word, is known to be answered by. */
export const KNOWN = 0.99;

/** Log-odds that a sentence gains by standing beside what was quoted. Set on the dev conversations, where 0.5 to 1 do the same. */
const BESIDE_LOG_ODDS = 0.75;

/** Of its probability, what a sentence keeps that was said before. Set on the dev conversations, where 0.5 to 1 do the same. */
const REPEATED = 0.55;

/** The same sentences with those that stand in an earlier answer less likely. */
export function unsaidFirst(ranked: readonly RankedSentence[], said: string): RankedSentence[] {
  if (said === "") return [...ranked];
  return ranked
    .map((s) => (said.includes(s.text) ? { ...s, probability: s.probability * REPEATED } : s))
    .sort((a, b) => b.probability - a.probability || a.row - b.row);
}

/** Only the sentences that no answer before has. */
export function unsaid(ranked: readonly RankedSentence[], { last, earlier }: Said): RankedSentence[] {
  return ranked.filter(({ text }) => !last.includes(text) && !earlier.includes(text));
}

/** Only the sentences of the `count` passages whose best sentences rank highest. */
export function inBestPassages(ranked: readonly RankedSentence[], count: number): RankedSentence[] {
  const kept = new Set<string>();
  for (const { candidate } of ranked) if (kept.size < count) kept.add(candidate.passage.id);
  return ranked.filter(({ candidate }) => kept.has(candidate.passage.id));
}
