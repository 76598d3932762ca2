import type { LinearModel } from "../domain/linear-model.ts";
import { isForeign, type Question } from "../domain/question.ts";
import type { CrossEncoder } from "../ports/cross-encoder.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Candidate, Retrieval, Retriever } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { UnansweredMatch } from "../ports/unanswered-questions.ts";
import { behindQuestion } from "./behind-question.ts";
import { candidatesOf } from "./candidates.ts";
import { crossRerank } from "./cross-rerank.ts";
import type { FusionWeights } from "./fusion-weights.ts";
import { nearQuoted } from "./near-quoted.ts";
import { rerank, RERANKED } from "./rerank.ts";
import { rerankerFor, weightsFor } from "./reranker-models.ts";
import { likestUnanswered } from "./likest-unanswered.ts";
import { searchViews } from "./views.ts";

export interface RetrieverOptions {
  readonly weights?: FusionWeights;
  /** Orders the fused candidates; null leaves them as they are. */
  readonly reranker?: LinearModel | null;
  /** Orders them instead of the reranker. */
  readonly crossEncoder?: CrossEncoder | null;
  /** Rows taken from each view before fusion. */
  readonly depth?: number;
  /** Candidates handed on. */
  readonly keep?: number;
  /** Milliseconds since any fixed point. */
  readonly now?: () => number;
}

/** Views of the passages, fused, and the best of them put in order by a reranker. */
export function createRetriever(
  index: SearchIndex,
  encoder: Encoder,
  options: RetrieverOptions = {},
): Retriever {
  const {
    depth = VIEW_DEPTH,
    keep = CANDIDATES,
    crossEncoder = null,
    now = () => performance.now(),
  } = options;

  return {
    retrieve: async (question, { signal, quoted = [], said = "" } = {}): Promise<Retrieval> => {
      const weights = options.weights ?? weightsFor(index, question);
      const before = now();
      const encoded = encodedText(question, index);
      const vector = await encoder.embedQuery(said === "" ? encoded : behindQuestion(encoded, said));
      const encodeMs = now() - before;
      signal?.throwIfAborted();
      const views = await searchViews(index, question, vector, { depth, weights });
      const detailed = crossEncoder ? keep : RERANKED;
      const candidates = candidatesOf(index, question, vector, views, {
        weights,
        keep,
        detailed,
        near: nearQuoted(quoted, index),
      });
      const unansweredTo = (ordered: readonly Candidate[]): UnansweredMatch[] =>
        likestUnanswered(index, question, vector, ordered);
      if (crossEncoder) {
        const ordered = await crossRerank(question, candidates, index, crossEncoder, signal);
        return { vector, candidates: ordered, unanswered: unansweredTo(ordered), encodeMs };
      }
      const reranker = options.reranker === undefined ? rerankerFor(index, question) : options.reranker;
      const ordered = rerank(question, candidates, index, reranker);
      return { vector, candidates: ordered, unanswered: unansweredTo(ordered), encodeMs };
    },
  };
}

/** What the encoder reads of a question. */
export function encodedText(question: Question, index: SearchIndex): string {
  return isForeign(question, index.corpus) ? question.query : index.recased(question.query);
}

/** Rows taken from each view, passages handed on, and how many of them are reranked. */
const VIEW_DEPTH = 40;
const CANDIDATES = 30;
