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
    bias: -0.91,
    weights: {
      first: 0.289,
      second: 0.192,
      third: 0.185,
      beside: 1.166,
      ahead: 0.949,
      saidLast: -0.873,
      saidEarlier: -0.768,
    },
  },
  confidence: { bias: 0.538, weights: { best: 0.712, chance: 0.321 } },
  threshold: 0.22,
};
