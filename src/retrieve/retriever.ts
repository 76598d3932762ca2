import type { Question } from "../domain/question.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Candidate, Retrieval, Retriever } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { fuse } from "./fuse.ts";
import { FUSION_WEIGHTS, type FusionWeights } from "./fusion-weights.ts";

export interface RetrieverOptions {
  readonly weights?: FusionWeights;
  /** Rows taken from each view before fusion. */
  readonly depth?: number;
  /** Candidates handed on. */
  readonly keep?: number;
  /** Milliseconds since any fixed point. */
  readonly now?: () => number;
}

/**
 * Three views of the passages, fused: BM25, the best sentence by vector, the whole passage by vector.
 * A question limited to one chapter only sees that chapter.
 */
export function createRetriever(
  index: SearchIndex,
  encoder: Encoder,
  options: RetrieverOptions = {},
): Retriever {
  const { weights = FUSION_WEIGHTS, depth = 40, keep = 30, now = () => performance.now() } = options;

  return {
    retrieve: async (question, signal): Promise<Retrieval> => {
      const before = now();
      const vector = await encoder.embedQuery(question.query);
      const encodeMs = now() - before;
      signal?.throwIfAborted();
      const inScope = scopeFilter(index, question);
      const [sentences, passages] = await Promise.all([
        index.sentences.index.search(vector, depth),
        index.passages.index.search(vector, depth),
      ]);
      const lexical = index.lexical.search(question.query, depth).filter((hit) => inScope(hit.passageId));
      const bySentence = firstOfEach(sentences.map((n) => index.sentences.rows[n.row]?.passageId)).filter(
        inScope,
      );
      const byPassage = firstOfEach(passages.map((n) => index.passages.rows[n.row])).filter(inScope);
      const views = [
        { name: "lexical", ids: lexical.map((hit) => hit.passageId) },
        { name: "sentences", ids: bySentence },
        { name: "passages", ids: byPassage },
      ];
      const fused = fuse(views, { ...weights }, weights.k).slice(0, keep);
      const top = fused[0]?.score ?? 1;
      const bm25 = new Map(lexical.map((hit) => [hit.passageId, hit.score]));
      const ranks = views.map((view) => ({
        name: view.name,
        rank: new Map(view.ids.map((id, i) => [id, i + 1])),
      }));
      const candidates = fused.flatMap(({ id, score }): Candidate[] => {
        const passage = index.passage(id);
        if (!passage) return [];
        return [
          {
            passage,
            score: score / top,
            lexical: bm25.get(id) ?? 0,
            ranks: Object.fromEntries(
              ranks.flatMap(({ name, rank }) => {
                const at = rank.get(id);
                return at === undefined ? [] : [[name, at]];
              }),
            ),
          },
        ];
      });
      return { vector, candidates, encodeMs };
    },
  };
}

/** A chapter's own passages; for one named by its author also those under the author's name (the biography). */
function scopeFilter(index: SearchIndex, question: Question): (passageId: string) => boolean {
  const { scope } = question;
  if (scope?.kind !== "chapter") return () => true;
  const author = scope.by === "author" ? scope.author : null;
  return (passageId) => {
    const passage = index.passage(passageId);
    if (!passage) return false;
    return passage.chapter === scope.chapter || (author !== null && passage.section.includes(author));
  };
}

function firstOfEach(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}
