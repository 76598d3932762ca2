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
    bias: -1.218,
    weights: {
      first: 0.234,
      second: 0.185,
      third: 0.183,
      beside: 1.129,
      ahead: 1.09,
      saidLast: -0.775,
      saidEarlier: -0.502,
    },
  },
  confidence: { bias: 0.765, weights: { best: 0.746, chance: 0.192, asked: 0.284, unknown: -0.474 } },
  threshold: 0.19,
};
