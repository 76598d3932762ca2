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
    bias: -1.2,
    weights: {
      first: 0.236,
      second: 0.182,
      third: 0.186,
      beside: 1.14,
      ahead: 1.048,
      saidLast: -0.861,
      saidEarlier: -0.548,
    },
  },
  confidence: { bias: 0.774, weights: { best: 0.724, chance: 0.205, asked: 0.288, unknown: -0.477 } },
  threshold: 0.16,
};
