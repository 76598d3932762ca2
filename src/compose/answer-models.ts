import { isTunedEncoder } from "../domain/encoder-id.ts";
import { isForeign, type Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { LinearModel } from "../domain/linear-model.ts";
import { hasQuestions, modelSetFor } from "../retrieve/index.ts";
import { FOLLOW_UP_MODELS, type FollowUpModels } from "./follow-up-models.ts";

/** What decides which sentences answer, and whether any does. */
export interface AnswerModels {
  /** Probability that a sentence answers. */
  readonly sentence: LinearModel;
  /** Probability that the chosen sentences are a right answer. */
  readonly abstention: LinearModel;
  /** Answers below this probability are abstained from. */
  readonly threshold: number;
  /** The same two for an index that knows questions which are not answered. */
  readonly informed?: Pick<AnswerModels, "abstention" | "threshold">;
}

/** Models for what an index has to go by. */
export interface ModelSets {
  /** An index without anticipated questions. */
  readonly plain: AnswerModels;
  /** An index with anticipated questions. */
  readonly asked: AnswerModels;
  /** A question in another language than the report's, which only anticipated questions of that language know. */
  readonly crossLanguage: AnswerModels;
}

export function modelsFor(sets: ModelSets, index: SearchIndex, question: Question): AnswerModels {
  const models = sets[modelSetFor(index, question)];
  const { informed } = models;
  return informed && index.unanswered(question.language) ? { ...models, ...informed } : models;
}

/**
 * The models of follow-ups that go with an index. An encoder that nothing was tuned for finds the last answer again where
 * that stands behind a question, anticipated questions or not.
 */
export function followUpModelsFor(index: SearchIndex, question: Question): FollowUpModels {
  if (!hasQuestions(index)) return FOLLOW_UP_MODELS.plain;
  if (!isTunedEncoder(index.encoderId)) return FOLLOW_UP_MODELS.asked;
  return FOLLOW_UP_MODELS[isForeign(question, index.corpus) ? "crossLanguage" : "tuned"];
}
