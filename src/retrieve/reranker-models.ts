import type { LinearModel } from "../domain/linear-model.ts";
import type { Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { RERANKERS } from "./fitted-rerankers.ts";

/** Rerankers for what an index has to go by; null keeps the fused order. */
export type RerankerSets = Readonly<Record<"plain" | "asked" | "crossLanguage", LinearModel | null>>;

export function rerankerFor(index: SearchIndex, question: Question): LinearModel | null {
  return RERANKERS[modelSetFor(index, question)];
}

/** Which of the fitted sets serves a question: by what the index has, and in which language it is asked. */
export function modelSetFor(index: SearchIndex, question: Question): keyof RerankerSets {
  if (question.language !== index.corpus.meta.language) return "crossLanguage";
  return hasQuestions(index) ? "asked" : "plain";
}

/** Whether there are anticipated questions in the corpus's own language. */
export function hasQuestions(index: SearchIndex): boolean {
  const { language } = index.corpus.meta;
  return index.questions(language === "es" ? "es" : "en") !== null;
}
