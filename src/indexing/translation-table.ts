import { z } from "zod";
import type { Corpus } from "../domain/corpus.ts";
import { embeddingRows, firstSentenceRows } from "./embedding-rows.ts";
import type { QuestionTable } from "./question-table.ts";
import type { TermTable } from "./term-table.ts";

/**
 * How likely a term is asked for where a text has another: for each term of the questions, the terms of the texts and their
 * probabilities.
 */
export const translationTableSchema = z.object({
  /** For every term of the questions' vocabulary: positions in the texts' vocabulary. */
  sources: z.array(z.array(z.int())),
  /** Beside each of them, t(asked | source). */
  probabilities: z.array(z.array(z.number())),
});
export type TranslationTable = z.infer<typeof translationTableSchema>;

const ROUNDS = 6;
/** What is less likely is left out. */
const LEAST = 0.01;
/** Added to how often a term of the texts was seen, so that rare ones do not explain everything (Moore 2004). */
const SMOOTHING = 2;

/**
 * Learns from the anticipated questions which of their terms go with which terms of the sentences that answer them and of
 * the headings above: IBM's first translation model (Brown et al. 1993), for question and answer as two languages
 * (Berger et al. 2000; Xue, Jeon & Croft 2008).
 */
export function buildTranslations(
  questions: QuestionTable,
  texts: TermTable,
  corpus: Corpus,
): TranslationTable {
  const firstRows = firstSentenceRows(embeddingRows(corpus));
  const nothing = texts.vocabulary.length;
  const pairs = questions.rows.flatMap(({ passageId, sentences }, row) => {
    const first = firstRows.get(passageId);
    if (first === undefined) return [];
    const own = sentences.flatMap((at) => texts.sentences[first + at] ?? []);
    const source = [...new Set([...own, ...(texts.places[passageId] ?? []), nothing])];
    return [{ asked: questions.terms[row] ?? [], source }];
  });
  // Every pair of terms that ever stand together has a slot.
  const slots = new Map<number, number>();
  const width = nothing + 1;
  const slotOf = (asked: number, source: number): number => {
    const key = asked * width + source;
    const known = slots.get(key);
    if (known !== undefined) return known;
    slots.set(key, slots.size);
    return slots.size - 1;
  };
  const placed = pairs.map(({ asked, source }) => ({
    source,
    slots: asked.map((term) => source.map((from) => slotOf(term, from))),
  }));
  let probability = new Float64Array(slots.size).fill(1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = new Float64Array(slots.size);
    const totals = new Float64Array(width);
    for (const { source, slots: rows } of placed) {
      for (const row of rows) {
        let sum = 0;
        for (const slot of row) sum += probability[slot] ?? 0;
        row.forEach((slot, i) => {
          const share = (probability[slot] ?? 0) / sum;
          counts[slot] = (counts[slot] ?? 0) + share;
          const from = source[i] ?? nothing;
          totals[from] = (totals[from] ?? 0) + share;
        });
      }
    }
    probability = counts;
    for (const [key, slot] of slots) {
      probability[slot] = (counts[slot] ?? 0) / ((totals[key % width] ?? 0) + SMOOTHING);
    }
  }
  const sources: number[][] = questions.vocabulary.map(() => []);
  const probabilities: number[][] = questions.vocabulary.map(() => []);
  for (const [key, slot] of slots) {
    const value = probability[slot] ?? 0;
    const from = key % width;
    if (value < LEAST || from === nothing) continue;
    const asked = (key - from) / width;
    sources[asked]?.push(from);
    probabilities[asked]?.push(Math.round(value * 1000) / 1000);
  }
  return { sources, probabilities };
}
