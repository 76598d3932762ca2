import type { LinearModel } from "../domain/linear-model.ts";

/** What decides how a follow-up is answered. */
export interface FollowUpModels {
  /** Probability that a sentence answers. */
  readonly sentence: LinearModel;
  /** Probability that the best sentence is a right answer. */
  readonly confidence: LinearModel;
  /** Answers below this probability are abstained from. */
  readonly threshold: number;
}

/** Written by `npm run fit:follow-ups`: fitted on scripts/fit/conversations.jsonl; figures in scripts/fit/follow-ups.json. */
export const FOLLOW_UP_MODELS: FollowUpModels = {
  sentence: {
    bias: -0.558,
    weights: {
      own: 0.118,
      asked: 0.06,
      withLast: 0.065,
      withAnswer: 0.238,
      near: 2.134,
      askedNear: 4.943,
      beside: 1.119,
      ahead: 0.953,
      saidLast: -1.877,
      saidEarlier: -0.738,
    },
  },
  confidence: {
    bias: 0.542,
    weights: {
      best: 0.513,
      chance: 0.5,
      asked: 0.129,
      strange: -1.527,
      beside: 0.306,
      ahead: 0.333,
      saidLast: -0.259,
    },
  },
  threshold: 0.2,
};
