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

/** Models for what an index has to go by. */
export interface FollowUpModelSets {
  /** Anticipated questions, and an encoder that was tuned for the corpus. */
  readonly tuned: FollowUpModels;
  /** Anticipated questions, and an encoder that nothing was tuned for. */
  readonly asked: FollowUpModels;
  /** Neither. */
  readonly plain: FollowUpModels;
}

/**
 * Written by `npm run fit:follow-ups`: fitted on scripts/fit/conversations.jsonl; figures in scripts/fit/follow-ups.json.
 */
export const FOLLOW_UP_MODELS: FollowUpModelSets = {
  tuned: {
    sentence: {
      bias: -0.345,
      weights: {
        own: 0.149,
        asked: 0.023,
        withLast: 0.079,
        withAnswer: 0.172,
        near: 6.386,
        askedNear: 7.011,
        beside: 1.203,
        ahead: 0.961,
        saidLast: -1.806,
        saidEarlier: -0.641,
      },
    },
    confidence: {
      bias: 0.443,
      weights: {
        best: 0.596,
        chance: 0.392,
        asked: 0.133,
        strange: -1.855,
        beside: 0.633,
        ahead: 0.477,
        saidLast: -0.392,
      },
    },
    threshold: 0.28,
  },
  asked: {
    sentence: {
      bias: -0.828,
      weights: {
        own: 0.152,
        asked: 0.112,
        withLast: 0.104,
        withAnswer: 0.18,
        near: 0.823,
        askedNear: 5.673,
        beside: 1.001,
        ahead: 0.854,
        saidLast: -1.298,
        saidEarlier: -0.682,
      },
    },
    confidence: {
      bias: 0.588,
      weights: {
        best: 0.595,
        chance: 0.398,
        asked: 0.222,
        strange: -1.486,
        beside: 0.124,
        ahead: 0.394,
        saidLast: -0.08,
      },
    },
    threshold: 0.21,
  },
  plain: {
    sentence: {
      bias: -0.859,
      weights: {
        own: 0.229,
        asked: 0.033,
        withLast: 0.122,
        withAnswer: 0.109,
        near: 1.873,
        askedNear: 1.873,
        beside: 0.939,
        ahead: 0.852,
        saidLast: -1.458,
        saidEarlier: -0.652,
      },
    },
    confidence: {
      bias: 0.134,
      weights: {
        best: 0.449,
        chance: 0.484,
        asked: -0.017,
        strange: -0.384,
        beside: 0.219,
        ahead: 0.126,
        saidLast: -0.14,
      },
    },
    threshold: 0.14,
  },
};
