import { ABSTENTION_FEATURES, UNANSWERED_FEATURES, type AnswerModels } from "../../src/compose/index.ts";
import type { LinearModel } from "../../src/domain/linear-model.ts";
import type { FusionWeights } from "../../src/retrieve/index.ts";
import type { IndexedSet } from "./examples.ts";
import { retrievalFigures } from "./fit-fusion.ts";
import {
  abstentionFigures,
  abstentionRows,
  bestSentenceRight,
  fitAbstentionModel,
  fitSentenceModel,
  fitThreshold,
  informedRows,
  retrieveAll,
  thresholdDeclining,
} from "./fit-models.ts";
import { fitReranker } from "./fit-reranker.ts";

/** What a wrong answer costs, where a right one is worth 1: it misleads, but its quote shows what it stands on. */
const COST_OF_WRONG = 0.5;
/** Share of the unanswerable questions that are declined with what is known not to be answered (docs/decisions/0017). */
const DECLINE_INFORMED = 0.82;

/** Everything that one kind of index is ordered and answered by. */
export interface Fitted {
  readonly weights: FusionWeights;
  readonly reranker: LinearModel | null;
  readonly models: AnswerModels;
}

/** The reranker, the sentence model, the abstention model and its threshold, each on what the ones before it give. */
export function fitAll(
  sets: readonly IndexedSet[],
  weights: FusionWeights,
  given: {
    readonly passage?: readonly string[];
    readonly sentence?: readonly string[];
    readonly abstention?: readonly string[];
    readonly unanswered?: readonly string[];
    /** What the threshold is fitted on. */
    readonly threshold: readonly IndexedSet[];
    /** Share of the unanswerable questions to decline; without, answers are weighed against each other. */
    readonly decline?: number;
  },
): Fitted {
  const reranker = fitReranker(
    sets.map((set) => retrieveAll(set, weights, null)),
    given.passage,
  );
  const found = sets.map((set) => retrieveAll(set, weights, reranker));
  const sentence = fitSentenceModel(found, given.sentence);
  const seen = abstentionRows(found, sentence);
  const decided = given.threshold.map((set) => retrieveAll(set, weights, reranker));
  const rows = abstentionRows(decided, sentence);
  const { decline, abstention: features = ABSTENTION_FEATURES, unanswered = UNANSWERED_FEATURES } = given;
  const abstention = fitAbstentionModel(seen, features);
  if (decline === undefined) {
    const threshold = fitThreshold(abstention, rows, COST_OF_WRONG);
    return { weights, reranker, models: { sentence, abstention, threshold } };
  }
  const threshold = thresholdDeclining(abstention, rows, decline);
  const knowing = fitAbstentionModel(informedRows(seen), [...features, ...unanswered]);
  const informed = {
    abstention: knowing,
    threshold: thresholdDeclining(knowing, rows, Math.max(decline, DECLINE_INFORMED)),
  };
  return { weights, reranker, models: { sentence, abstention, threshold, informed } };
}

export function figuresOf(set: IndexedSet, { weights, reranker, models }: Fitted): object {
  const found = retrieveAll(set, weights, reranker);
  const rows = abstentionRows([found], models.sentence);
  const { informed } = models;
  return {
    retrieval: retrievalFigures(set, weights, reranker),
    bestSentenceRight: bestSentenceRight(found, models.sentence),
    abstention: abstentionFigures(models.abstention, rows, models.threshold),
    ...(informed ? { informed: abstentionFigures(informed.abstention, rows, informed.threshold) } : {}),
  };
}
