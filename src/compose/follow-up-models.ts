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
    bias: -0.507,
    weights: {
      own: 0.143,
      asked: 0.022,
      withLast: 0.093,
      withAnswer: 0.151,
      near: 5.152,
      askedNear: 7.476,
      beside: 1.308,
      ahead: 0.829,
      saidLast: -1.803,
      saidEarlier: -0.632,
    },
  },
  confidence: {
    bias: 0.387,
    weights: {
      best: 0.606,
      chance: 0.306,
      asked: 0.208,
      strange: -1.609,
      beside: 0.439,
      ahead: 0.46,
      saidLast: -0.278,
    },
  },
  threshold: 0.2,
};
