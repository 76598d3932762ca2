import { countriesIn } from "../domain/countries.ts";
import type { Passage } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { probability, shifted, type LinearModel } from "../domain/linear-model.ts";
import { tellsAmount } from "../retrieve/index.ts";
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

/** Asks for a figure in so many words: a sentence without one cannot answer. */
const COUNTS =
  /\bhow (?:many|much)\b|\bwhat (?:percentage|percent|share|proportion|number)\b|\bcu[aá]nt[oa]s?\b|\bqu[eé] (?:porcentaje|proporci[oó]n|n[uú]mero)\b/iu;

const FIGURES = /\b(?:figures?|charts?|graphs?)\b/iu;

/** Whether a row's table is of other countries than those that are asked about: it has nothing on Japan. */
function ofOthers(asked: ReadonlySet<string>, { table }: Passage): boolean {
  if (!table || asked.size === 0) return false;
  const told = countriesIn([table.caption, ...table.header, ...table.cells].join("; "));
  return told.size > 0 && ![...asked].some((country) => told.has(country));
}

/**
 * A question of the report's own answers nothing, a figure's caption only a question about figures, a table's row no
 * question about countries that the table has not, and a sentence without a figure no question that asks for one.
 */
function answerable(question: Question): (sentence: ScoredSentence) => boolean {
  const counts = COUNTS.test(question.text);
  const ofFigures = FIGURES.test(question.text);
  const countries = countriesIn(question.text);
  return ({ text, candidate }) => {
    if (text.endsWith("?") || ofOthers(countries, candidate.passage)) return false;
    if (counts) return tellsAmount(text);
    return ofFigures || candidate.passage.kind !== "figure-caption";
  };
}
