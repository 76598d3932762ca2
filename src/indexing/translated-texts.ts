import type { Corpus } from "../domain/corpus.ts";
import { embeddingRows } from "./embedding-rows.ts";
import type { TermTable } from "./term-table.ts";

/** What the translations of every language read of the texts: worked out once for all of them. */
export interface TranslatedTexts {
  readonly vocabulary: readonly string[];
  /** Positions in the vocabulary. */
  readonly position: ReadonlyMap<string, number>;
  /** Language of the corpus. */
  readonly language: string;
  /** Sentence rows. */
  readonly rows: number;
  /** Rows that a term stands in, or in the headings above; by position. */
  readonly postings: ReadonlyMap<number, readonly number[]>;
  /** Passage ids, and which of them each row belongs to. */
  readonly passages: readonly string[];
  readonly passageAt: Int32Array;
}

export function translatedTexts(terms: TermTable, corpus: Corpus): TranslatedTexts {
  const passageOf = embeddingRows(corpus).sentences.map(({ ref }) => ref.passageId);
  const postings = new Map<number, number[]>();
  terms.sentences.forEach((own, row) => {
    for (const term of new Set([...own, ...(terms.places[passageOf[row] ?? ""] ?? [])])) {
      const rows = postings.get(term);
      if (rows) rows.push(row);
      else postings.set(term, [row]);
    }
  });
  const passages = [...new Set(passageOf)];
  const places = new Map(passages.map((id, at) => [id, at]));
  return {
    vocabulary: terms.vocabulary,
    position: new Map(terms.vocabulary.map((term, at) => [term, at])),
    language: corpus.meta.language,
    rows: terms.sentences.length,
    postings,
    passages,
    passageAt: Int32Array.from(passageOf, (id) => places.get(id) ?? 0),
  };
}
