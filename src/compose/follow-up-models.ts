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
    bias: -0.908,
    weights: {
      first: 0.289,
      second: 0.19,
      third: 0.185,
      beside: 1.147,
      ahead: 0.965,
      saidLast: -0.891,
      saidEarlier: -0.758,
    },
  },
  confidence: { bias: 0.609, weights: { best: 0.774, chance: 0.179, asked: 0.266, unknown: -0.403 } },
  threshold: 0.17,
};
