import { z } from "zod";
import type { Analyzer } from "../ports/analyzer.ts";
import type { TermStatistics } from "../ports/search-index.ts";
import type { EmbeddingRows } from "./embedding-rows.ts";
import type { LexicalText } from "./lexical-documents.ts";

/** Stored term statistics: a vocabulary, passage frequencies, and sentences and places as vocabulary positions. */
export const termTableSchema = z.object({
  passages: z.number().int(),
  vocabulary: z.array(z.string()),
  passageFrequency: z.array(z.number().int()),
  sentences: z.array(z.array(z.number().int())),
  /** For every content passage, the terms of its headings, lead-in and caption. */
  places: z.record(z.string(), z.array(z.number().int())),
});
export type TermTable = z.infer<typeof termTableSchema>;

export function buildTermTable(
  rows: EmbeddingRows,
  documents: readonly LexicalText[],
  analyzer: Analyzer,
): TermTable {
  const position = new Map<string, number>();
  const place = (term: string): number => {
    const known = position.get(term);
    if (known !== undefined) return known;
    position.set(term, position.size);
    return position.size - 1;
  };
  const sentences = rows.sentences.map(({ text }) => analyzer.terms(text).map(place));
  const places = documents.map(({ passageId, context }): [string, number[]] => [
    passageId,
    [...new Set(analyzer.terms(context).map(place))],
  ]);
  const frequency: number[] = [];
  for (const document of documents) {
    for (const term of new Set(analyzer.terms(`${document.text} ${document.context}`))) {
      const at = place(term);
      frequency[at] = (frequency[at] ?? 0) + 1;
    }
  }
  const vocabulary = [...position.keys()];
  return {
    passages: documents.length,
    vocabulary,
    passageFrequency: vocabulary.map((_, at) => frequency[at] ?? 0),
    sentences,
    places: Object.fromEntries(places),
  };
}

/** Statistics over a stored table; idf is BM25's (Robertson & Zaragoza 2009, with the usual +1). */
export function termStatistics(table: TermTable): TermStatistics {
  const weigh = (df: number): number => Math.log(1 + (table.passages - df + 0.5) / (df + 0.5));
  const idf = new Map(table.vocabulary.map((term, at) => [term, weigh(table.passageFrequency[at] ?? 0)]));
  const unknown = weigh(0);
  const words = (positions: readonly number[]): string[] => positions.map((at) => table.vocabulary[at] ?? "");
  const sentences = table.sentences.map(words);
  const nothing: ReadonlySet<string> = new Set();
  const sets = sentences.map((terms) => new Set(terms));
  const places = new Map(
    Object.entries(table.places).map(([id, positions]) => [id, new Set(words(positions))]),
  );
  return {
    setOfSentence: (row) => sets[row] ?? nothing,
    idf: (term) => idf.get(term) ?? unknown,
    ofSentence: (row) => sentences[row] ?? [],
    ofPlace: (passageId) => places.get(passageId) ?? nothing,
    known: (term) => idf.has(term),
  };
}
