import type { Corpus } from "../../src/domain/corpus.ts";
import { sourceExtent, type Span } from "../../src/domain/span.ts";
import { embeddingRows } from "../../src/indexing/index.ts";

export interface SentenceTable {
  /** Each sentence as the encoder sees it, once. */
  readonly texts: readonly string[];
  /** Rows of the sentences of a document that share half of themselves, or of a span, with one of the spans. */
  readonly rowsAt: (documentId: string, spans: readonly Span[]) => number[];
}

/** Share of the shorter of two ranges that both must have. */
const SHARED = 0.5;

/** The sentences of a corpus: equal texts are one. */
export function sentenceTable(corpus: Corpus): SentenceTable {
  const passages = new Map(corpus.passages.map((passage) => [passage.id, passage]));
  const rows = new Map<string, number>();
  const places: (Span & { readonly documentId: string; readonly row: number })[] = [];
  for (const { ref, text } of embeddingRows(corpus).sentences) {
    const row = rows.get(text) ?? rows.size;
    rows.set(text, row);
    const passage = passages.get(ref.passageId);
    const sentence = passage?.sentences[ref.sentence];
    const extent = passage && sentence ? sourceExtent(passage.segments, sentence) : null;
    if (passage && extent) places.push({ documentId: passage.documentId, ...extent, row });
  }
  const rowsAt = (documentId: string, spans: readonly Span[]): number[] => {
    const there = places.filter(
      (place) => place.documentId === documentId && spans.some((span) => isShared(place, span)),
    );
    return [...new Set(there.map(({ row }) => row))];
  };
  return { texts: [...rows.keys()], rowsAt };
}

function isShared(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common > 0 && common >= SHARED * Math.min(a.end - a.start, b.end - b.start);
}
