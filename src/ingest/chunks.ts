import type { Span } from "../domain/span.ts";
import { joinCanonical, sliceCanonical, type Canonical } from "./canonical.ts";
import { splitSentences } from "./sentences.ts";
import { countWords } from "./words.ts";

/** A passage's text with its sentences. */
export interface Chunk {
  readonly piece: Canonical;
  readonly sentences: readonly Span[];
}

/** What stands between two paragraphs of one passage. */
const PARAGRAPH = "\n\n";
/** Words a passage of running text should hold: paragraphs up to `merge` are put together, longer than `most` cut. */
const WORDS = { merge: 110, aim: 95, most: 125, stub: 30, mergeStub: 130 } as const;

/**
 * Cuts paragraphs of one section into passages of about 60 to 120 words, at sentence ends. Long paragraphs are cut
 * evenly; short neighbours are put together with an empty line between.
 */
export function chunkParagraphs(paragraphs: readonly Canonical[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const paragraph of paragraphs) {
    const [first, ...rest] = splitParagraph(paragraph);
    const last = chunks.at(-1);
    if (first && last && fitTogether(last, first)) chunks.splice(-1, 1, merge(last, first), ...rest);
    else if (first) chunks.push(first, ...rest);
  }
  return chunks;
}

/** A text that is one passage, with its sentences. */
export function chunkWhole(piece: Canonical, split: boolean): Chunk {
  return { piece, sentences: split ? splitSentences(piece.text) : wholeSpan(piece.text) };
}

function splitParagraph(piece: Canonical): Chunk[] {
  const sentences = splitSentences(piece.text);
  const words = sentences.map(({ start, end }) => countWords(piece.text.slice(start, end)));
  const total = words.reduce((sum, n) => sum + n, 0);
  const parts = total <= WORDS.most ? 1 : Math.ceil(total / WORDS.aim);
  return evenRuns(words, parts).map(([from, to]) => {
    const start = sentences[from]?.start ?? 0;
    const end = sentences[to - 1]?.end ?? piece.text.length;
    return {
      piece: sliceCanonical(piece, start, end),
      sentences: sentences.slice(from, to).map((s) => ({ start: s.start - start, end: s.end - start })),
    };
  });
}

/**
 * Cuts a run of sentences into at most `parts` runs of nearly the same number of words:
 * each cut is at the sentence end nearest to its even place.
 */
function evenRuns(words: readonly number[], parts: number): [from: number, to: number][] {
  const ends = words.map((_, i) => words.slice(0, i + 1).reduce((sum, n) => sum + n, 0));
  const total = ends.at(-1) ?? 0;
  const cuts = new Set<number>();
  for (let part = 1; part < parts; part += 1) {
    const place = (total * part) / parts;
    const distance = (i: number): number => Math.abs((ends[i] ?? total) - place);
    const best = words.map((_, i) => i).reduce((a, b) => (distance(b) < distance(a) ? b : a), 0);
    if (best + 1 < words.length) cuts.add(best + 1);
  }
  const bounds = [0, ...[...cuts].sort((a, b) => a - b), words.length];
  return bounds.slice(1).map((to, i): [number, number] => [bounds[i] ?? 0, to]);
}

function fitTogether(a: Chunk, b: Chunk): boolean {
  const [one, other] = [countWords(a.piece.text), countWords(b.piece.text)];
  const stub = Math.min(one, other) < WORDS.stub;
  return one + other <= (stub ? WORDS.mergeStub : WORDS.merge);
}

function merge(a: Chunk, b: Chunk): Chunk {
  const shift = a.piece.text.length + PARAGRAPH.length;
  return {
    piece: joinCanonical([a.piece, b.piece], PARAGRAPH),
    sentences: [...a.sentences, ...b.sentences.map((s) => ({ start: s.start + shift, end: s.end + shift }))],
  };
}

function wholeSpan(text: string): Span[] {
  const start = text.length - text.trimStart().length;
  return text.trim() === "" ? [] : [{ start, end: text.trimEnd().length }];
}
