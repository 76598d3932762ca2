import type { LinearModel } from "../domain/linear-model.ts";
import { isForeign, type Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { FUSION_WEIGHTS, type FusionWeights } from "./fusion-weights.ts";
import { RERANKERS } from "./fitted-rerankers.ts";

/** Rerankers for what an index has to go by; null keeps the fused order. */
export type RerankerSets = Readonly<Record<"plain" | "asked" | "crossLanguage", LinearModel | null>>;

export function rerankerFor(index: SearchIndex, question: Question): LinearModel | null {
  return RERANKERS[modelSetFor(index, question)];
}

/** Which of the fitted sets serves a question: by what the index has, and in which language it is asked. */
export function modelSetFor(index: SearchIndex, question: Question): keyof RerankerSets {
  if (isForeign(question, index.corpus)) return "crossLanguage";
  return hasQuestions(index) ? "asked" : "plain";
}

/** How the views are fused for a question; one in a language that nothing was anticipated in is searched like any other. */
export function weightsFor(index: SearchIndex, question: Question): FusionWeights {
  if (index.questions(question.language) !== null) return FUSION_WEIGHTS[modelSetFor(index, question)];
  return FUSION_WEIGHTS[hasQuestions(index) ? "asked" : "plain"];
}

/** Whether there are anticipated questions in the corpus's own language. */
export function hasQuestions(index: SearchIndex): boolean {
  const { language } = index.corpus.meta;
  return index.questions(language === "es" ? "es" : "en") !== null;
}
