import type { PlacedQuestion } from "../domain/anticipated-question.ts";
import type { Corpus, SourceDocument } from "../domain/corpus.ts";
import { sourceExtent } from "../domain/span.ts";
import type { UnansweredQuestion } from "../domain/unanswered-question.ts";

/** Puts each question at the passage that most of what it was written next to stands in; none of its sentences answers. */
export function placeUnanswered(
  questions: readonly UnansweredQuestion[],
  corpus: Corpus,
  sources: readonly Pick<SourceDocument, "id">[],
): PlacedQuestion[] {
  const extents = corpus.passages.flatMap((passage) => {
    const extent = sourceExtent(passage.segments, { start: 0, end: passage.text.length });
    return extent ? [{ id: passage.id, document: passage.documentId, ...extent }] : [];
  });
  return questions.flatMap(({ question, language, nearest }): PlacedQuestion[] => {
    const document = nearest.document ?? sources[0]?.id;
    let best = { id: "", common: 0 };
    for (const extent of extents) {
      if (extent.document !== document) continue;
      const common = Math.min(extent.end, nearest.end) - Math.max(extent.start, nearest.start);
      if (common > best.common) best = { id: extent.id, common };
    }
    return best.common === 0 ? [] : [{ question, language, passageId: best.id, sentences: [] }];
  });
}
