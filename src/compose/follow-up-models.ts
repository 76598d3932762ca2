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
      bias: -0.514,
      weights: {
        own: 0.15,
        asked: 0.017,
        withLast: 0.088,
        withAnswer: 0.156,
        near: 5.121,
        askedNear: 7.382,
        beside: 1.289,
        ahead: 0.836,
        saidLast: -1.788,
        saidEarlier: -0.649,
      },
    },
    confidence: {
      bias: 0.415,
      weights: {
        best: 0.597,
        chance: 0.328,
        asked: 0.191,
        strange: -1.635,
        beside: 0.467,
        ahead: 0.415,
        saidLast: -0.324,
      },
    },
    threshold: 0.2,
  },
  asked: {
    sentence: {
      bias: -0.711,
      weights: {
        own: 0.152,
        asked: 0.1,
        withLast: 0.121,
        withAnswer: 0.19,
        near: 0.707,
        askedNear: 5.948,
        beside: 0.792,
        ahead: 0.866,
        saidLast: -1.302,
        saidEarlier: -0.831,
      },
    },
    confidence: {
      bias: 0.453,
      weights: {
        best: 0.638,
        chance: 0.435,
        asked: 0.197,
        strange: -1.359,
        beside: 0.101,
        ahead: 0.627,
        saidLast: 0.006,
      },
    },
    threshold: 0.2,
  },
  plain: {
    sentence: {
      bias: -0.858,
      weights: {
        own: 0.23,
        asked: 0.034,
        withLast: 0.116,
        withAnswer: 0.119,
        near: 1.805,
        askedNear: 1.805,
        beside: 0.909,
        ahead: 0.871,
        saidLast: -1.464,
        saidEarlier: -0.576,
      },
    },
    confidence: {
      bias: 0.063,
      weights: {
        best: 0.388,
        chance: 0.528,
        asked: -0.07,
        strange: -0.575,
        beside: 0.382,
        ahead: 0.055,
        saidLast: -0.176,
      },
    },
    threshold: 0.15,
  },
};
