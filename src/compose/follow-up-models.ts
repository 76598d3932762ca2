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
  /** The same, for questions in another language than the report's. */
  readonly crossLanguage: FollowUpModels;
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
  crossLanguage: {
    sentence: {
      bias: -0.403,
      weights: {
        own: 0.144,
        asked: 0.03,
        withLast: 0.092,
        withAnswer: 0.173,
        near: 5.857,
        askedNear: 6.549,
        beside: 1.311,
        ahead: 0.862,
        saidLast: -1.811,
        saidEarlier: -0.754,
      },
    },
    confidence: {
      bias: -0.652,
      weights: {
        best: 0.618,
        chance: 0.321,
        asked: 0.173,
        strange: -0.255,
        beside: 0.638,
        ahead: 0.344,
        saidLast: -0.657,
        inContext: 2.052,
        unansweredShare: -0.547,
        unansweredLead: -1.269,
      },
    },
    threshold: 0.18,
  },
  asked: {
    sentence: {
      bias: -0.853,
      weights: {
        own: 0.164,
        asked: 0.116,
        withLast: 0.104,
        withAnswer: 0.157,
        near: 0.871,
        askedNear: 5.476,
        beside: 1.062,
        ahead: 0.832,
        saidLast: -1.315,
        saidEarlier: -0.674,
      },
    },
    confidence: {
      bias: 1.274,
      weights: {
        best: 0.696,
        chance: 0.383,
        asked: 0.202,
        strange: -1.617,
        beside: 0.265,
        ahead: 0.388,
        saidLast: 0.152,
        inContext: -1.415,
        unansweredShare: -0.229,
        unansweredLead: -0.939,
      },
    },
    threshold: 0.18,
  },
  plain: {
    sentence: {
      bias: -0.862,
      weights: {
        own: 0.235,
        asked: 0.043,
        withLast: 0.123,
        withAnswer: 0.094,
        near: 1.802,
        askedNear: 1.802,
        beside: 0.927,
        ahead: 0.828,
        saidLast: -1.485,
        saidEarlier: -0.723,
      },
    },
    confidence: {
      bias: 0.268,
      weights: {
        best: 0.381,
        chance: 0.593,
        asked: 0.002,
        strange: -0.355,
        beside: 0.184,
        ahead: 0.165,
        saidLast: -0.433,
        inContext: 0.171,
        unansweredShare: 0,
        unansweredLead: 0,
      },
    },
    threshold: 0.13,
  },
};
