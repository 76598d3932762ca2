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
      bias: -0.355,
      weights: {
        own: 0.161,
        asked: 0.027,
        withLast: 0.071,
        withAnswer: 0.158,
        near: 6.4,
        askedNear: 6.611,
        beside: 1.231,
        ahead: 0.873,
        saidLast: -1.736,
        saidEarlier: -0.638,
      },
    },
    confidence: {
      bias: -0.978,
      weights: {
        best: 0.595,
        chance: 0.314,
        asked: 0.089,
        strange: -1.703,
        beside: 0.616,
        ahead: 0.414,
        saidLast: -0.61,
        inContext: 2.492,
        unansweredShare: -0.909,
        unansweredLead: -0.795,
      },
    },
    threshold: 0.22,
  },
  asked: {
    sentence: {
      bias: -0.677,
      weights: {
        own: 0.09,
        asked: 0.142,
        withLast: 0.166,
        withAnswer: 0.182,
        near: 0.64,
        askedNear: 5.683,
        beside: 0.826,
        ahead: 0.85,
        saidLast: -1.25,
        saidEarlier: -0.976,
      },
    },
    confidence: {
      bias: 1.173,
      weights: {
        best: 0.674,
        chance: 0.36,
        asked: 0.203,
        strange: -1.586,
        beside: -0.021,
        ahead: 0.452,
        saidLast: 0.195,
        inContext: -1.06,
        unansweredShare: -0.199,
        unansweredLead: -0.9,
      },
    },
    threshold: 0.21,
  },
  plain: {
    sentence: {
      bias: -0.601,
      weights: {
        own: 0.131,
        asked: 0.068,
        withLast: 0.228,
        withAnswer: 0.107,
        near: 1.822,
        askedNear: 1.822,
        beside: 0.697,
        ahead: 0.86,
        saidLast: -1.45,
        saidEarlier: -0.993,
      },
    },
    confidence: {
      bias: -0.485,
      weights: {
        best: 0.332,
        chance: 0.668,
        asked: -0.156,
        strange: -0.677,
        beside: 0.024,
        ahead: 0.234,
        saidLast: -0.319,
        inContext: 1.125,
        unansweredShare: 0,
        unansweredLead: 0,
      },
    },
    threshold: 0.14,
  },
};
