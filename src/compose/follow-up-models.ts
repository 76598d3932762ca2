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
      bias: -0.209,
      weights: {
        own: 0.184,
        asked: 0.029,
        withLast: 0.046,
        withAnswer: 0.149,
        near: 7.018,
        askedNear: 6,
        beside: 1.275,
        ahead: 0.729,
        saidLast: -1.787,
        saidEarlier: -0.953,
      },
    },
    confidence: {
      bias: -1.04,
      weights: {
        best: 0.445,
        chance: 0.411,
        asked: 0.057,
        strange: -2.166,
        beside: 0.684,
        ahead: 0.352,
        saidLast: -0.704,
        inContext: 2.535,
        unansweredShare: -0.518,
        unansweredLead: -1.368,
      },
    },
    threshold: 0.17,
  },
  crossLanguage: {
    sentence: {
      bias: -0.266,
      weights: {
        own: 0.17,
        asked: 0.041,
        withLast: 0.072,
        withAnswer: 0.142,
        near: 6.307,
        askedNear: 6.228,
        beside: 1.337,
        ahead: 0.756,
        saidLast: -1.854,
        saidEarlier: -0.901,
      },
    },
    confidence: {
      bias: -0.684,
      weights: {
        best: 0.529,
        chance: 0.411,
        asked: 0.131,
        strange: -0.166,
        beside: 0.83,
        ahead: 0.291,
        saidLast: -0.741,
        inContext: 1.885,
        unansweredShare: -0.235,
        unansweredLead: -1.65,
      },
    },
    threshold: 0.15,
  },
  asked: {
    sentence: {
      bias: -0.991,
      weights: {
        own: 0.165,
        asked: 0.127,
        withLast: 0.083,
        withAnswer: 0.167,
        near: 0.581,
        askedNear: 5.791,
        beside: 1.048,
        ahead: 0.864,
        saidLast: -1.144,
        saidEarlier: -0.574,
      },
    },
    confidence: {
      bias: 1.552,
      weights: {
        best: 0.669,
        chance: 0.425,
        asked: 0.135,
        strange: -1.818,
        beside: 0.17,
        ahead: 0.41,
        saidLast: -0.023,
        inContext: -1.68,
        unansweredShare: -0.553,
        unansweredLead: -0.824,
      },
    },
    threshold: 0.16,
  },
  plain: {
    sentence: {
      bias: -0.847,
      weights: {
        own: 0.22,
        asked: 0.031,
        withLast: 0.133,
        withAnswer: 0.109,
        near: 1.862,
        askedNear: 1.862,
        beside: 0.779,
        ahead: 0.923,
        saidLast: -1.39,
        saidEarlier: -0.581,
      },
    },
    confidence: {
      bias: -0.399,
      weights: {
        best: 0.297,
        chance: 0.535,
        asked: 0.004,
        strange: -0.512,
        beside: 0.299,
        ahead: 0.048,
        saidLast: -0.314,
        inContext: 0.913,
        unansweredShare: 0,
        unansweredLead: 0,
      },
    },
    threshold: 0.13,
  },
};
