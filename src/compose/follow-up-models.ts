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
  plain: {
    sentence: {
      bias: -0.882,
      weights: {
        own: 0.237,
        asked: 0.021,
        withLast: 0.115,
        withAnswer: 0.112,
        near: 2.058,
        askedNear: 2.058,
        beside: 1.058,
        ahead: 0.853,
        saidLast: -1.745,
        saidEarlier: -0.807,
      },
    },
    confidence: {
      bias: 0.35,
      weights: {
        best: 0.576,
        chance: 0.396,
        asked: 0.027,
        strange: -0.564,
        beside: 0.028,
        ahead: 0.092,
        saidLast: 0.267,
      },
    },
    threshold: 0.13,
  },
};
