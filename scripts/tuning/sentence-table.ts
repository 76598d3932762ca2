import type { Corpus } from "../../src/domain/corpus.ts";
import type { Passage } from "../../src/domain/passage.ts";
import type { Span } from "../../src/domain/span.ts";
import { embeddingRows } from "../../src/indexing/index.ts";
import { says } from "../fit/gold.ts";

export interface SentenceTable {
  /** Each sentence as the encoder sees it, once. */
  readonly texts: readonly string[];
  /** Rows of the sentences of a document that say one of the spans. */
  readonly rowsAt: (documentId: string, spans: readonly Span[]) => number[];
}

/** The sentences of a corpus: equal texts are one. */
export function sentenceTable(corpus: Corpus): SentenceTable {
  const passages = new Map(corpus.passages.map((passage) => [passage.id, passage]));
  const rows = new Map<string, number>();
  const places: { readonly passage: Passage; readonly sentence: Span; readonly row: number }[] = [];
  for (const { ref, text } of embeddingRows(corpus).sentences) {
    const row = rows.get(text) ?? rows.size;
    rows.set(text, row);
    const passage = passages.get(ref.passageId);
    const sentence = passage?.sentences[ref.sentence];
    if (passage && sentence) places.push({ passage, sentence, row });
  }
  const rowsAt = (documentId: string, spans: readonly Span[]): number[] => {
    const there = places.filter(({ passage, sentence }) => says(passage, sentence, documentId, spans));
    return [...new Set(there.map(({ row }) => row))];
  };
  return { texts: [...rows.keys()], rowsAt };
}
