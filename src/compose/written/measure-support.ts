import type { Passage } from "../../domain/passage.ts";
import { plainText } from "../../domain/plain-text.ts";
import type { Span } from "../../domain/span.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { idfSum } from "../../retrieve/index.ts";
import type { Evidence } from "../draft.ts";
import { figuresOf, type Figure } from "./figures.ts";
import { createNames } from "./name-words.ts";
import { deniesAlone, movesAgainst } from "./opposites.ts";
import type { SupportBars } from "./support-bars.ts";

/** How a sentence compares with the passages that it cites. */
export interface Measured {
  /** The words that come nearest to it, of each passage that has a part in it. */
  readonly evidence: readonly Evidence[];
  /**
   * What it has in common with all of them, 0 to 1: where there are anticipated questions, how much of its terms those words
   * would make one ask for, learnt from them; where there are none, the share of its terms that stand there.
   */
  readonly overlap: number;
  /** Whether there are anticipated questions. */
  readonly kind: keyof SupportBars;
  /** Cosine with the likest sentence there. */
  readonly similarity: number;
  /** Its figures and its words of names that do not occur. */
  readonly figuresMissing: readonly string[];
  readonly namesMissing: readonly string[];
  /** Whether it denies what is not denied there, or rises where something falls. */
  readonly denies: boolean;
  readonly opposes: boolean;
}

/** Measures a sentence against the passages that it cites; there is at least one, and all have sentences of the index. */
export type MeasureSupport = (sentence: string, cited: readonly Passage[]) => Promise<Measured>;

/** Sentences of one quote at most: a figure that stands farther off brings more. */
const WINDOW = 3;
/** What a quote must gain by each further sentence. */
const LENGTH = 0.08;

/** What it must gain by a name less; a figure more than outweighs both. */
const NAME = 0.15;
/** Passages of one sentence that count: with enough of them, anything stands somewhere. */
const MOST_CITED = 3;
/** Of what a sentence has in common with one passage, what another must have to have a part in it. */
const SHARE_OF_COVERAGE = 0.4;

/** What of a sentence is looked for. */
interface Claim {
  readonly terms: readonly string[];
  readonly figures: readonly Figure[];
  readonly names: readonly string[];
}

/** A run of sentences of a passage. */
interface Window {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly place: string;
  /** Terms of it and of what places the passage. */
  readonly own: ReadonlySet<string>;
  readonly coverage: number;
  readonly value: number;
}

/** Measures against a loaded index. */
export function createMeasureSupport(
  index: SearchIndex,
  analyzer: Analyzer,
  encoder: Pick<Encoder, "embedQuery">,
): MeasureSupport {
  const names = createNames(index, analyzer);
  const idf = (terms: readonly string[]): number => idfSum(terms, index.terms);

  const rowOf = (passage: Passage): number => index.sentences.firstRow(passage.id) ?? 0;

  /** The run of sentences that has most of a sentence's terms, figures and names in the fewest words. */
  const windowOf = (passage: Passage, claim: Claim): Window => {
    const last = passage.sentences.length - 1;
    const total = idf(claim.terms) || 1;
    const place = placeText(passage, index);
    let best: Window | null = null;
    // A table row is quoted whole.
    const [firsts, most] = passage.table ? [0, last + 1] : [last, WINDOW];
    for (let from = 0; from <= firsts; from += 1) {
      const own = new Set(index.terms.ofPlace(passage.id));
      for (let to = from; to <= Math.min(last, from + most - 1); to += 1) {
        for (const term of index.terms.setOfSentence(rowOf(passage) + to)) own.add(term);
        if (passage.table && to < last) continue;
        const text = textOf(passage, from, to);
        const coverage = idf(claim.terms.filter((term) => own.has(term))) / total;
        const figures = missingFigures(claim.figures, `${text} ; ${place}`, passage.table !== null);
        const lacking = names.missing(claim.names, `${text} ; ${place}`);
        const value = coverage - figures.length - NAME * lacking.length - LENGTH * (to - from);
        if (best !== null && value <= best.value + 1e-9) continue;
        best = { passage, from, to, text, place, own: new Set(own), coverage, value };
      }
    }
    if (best === null) throw new RangeError(`passage ${passage.id} has no sentences`);
    return best;
  };

  /** Of the windows of all cited passages those that have a part in the claim: many of its terms, or a figure or name of it. */
  const partakers = (windows: readonly Window[], claim: Claim): Window[] => {
    const most = Math.max(...windows.map(({ coverage }) => coverage));
    const kept = windows.filter(({ coverage }) => coverage >= SHARE_OF_COVERAGE * most);
    const lacking = (of: readonly Window[]): number => {
      const all = of.map(({ text, place }) => `${text} ; ${place}`).join(" ; ");
      const isTable = of.some(({ passage }) => passage.table !== null);
      return missingFigures(claim.figures, all, isTable).length + names.missing(claim.names, all).length;
    };
    for (const window of windows) {
      if (!kept.includes(window) && lacking([...kept, window]) < lacking(kept)) kept.push(window);
    }
    return windows.filter((window) => kept.includes(window));
  };

  return async (sentence, cited) => {
    const vector = await encoder.embedQuery(sentence);
    const chapters = cited.map((passage) => index.corpus.chapters[passage.chapter]?.number ?? null);
    const claim: Claim = {
      terms: [...new Set(analyzer.terms(sentence))],
      figures: figuresOf(withoutChapters(sentence, chapters)),
      names: names.in(sentence),
    };
    const all = cited.slice(0, MOST_CITED).map((passage) => windowOf(passage, claim));
    const windows = partakers(all, claim);
    const rows = windows.flatMap(({ passage, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => rowOf(passage) + from + i),
    );
    const explained = explainedBy(sentence, rows);
    const quote = windows.map(({ text }) => text).join(" ");
    const around = windows.map(({ passage, place }) => `${plainText(passage.text)} ; ${place}`).join(" ; ");
    const known = claim.terms.filter((term) => windows.some(({ own }) => own.has(term)));
    const isTable = windows.some(({ passage }) => passage.table !== null);
    const places = windows.map(({ place }) => place).join(" ; ");
    return {
      evidence: windows.map(({ passage, from, to }) => ({ passage, span: spanOf(passage, from, to) })),
      overlap: explained ?? idf(known) / (idf(claim.terms) || 1),
      kind: explained === null ? "plain" : "asked",
      similarity: Math.max(...rows.map((row) => index.sentences.similarity(row, vector))),
      figuresMissing: missingFigures(claim.figures, `${quote} ; ${places}`, isTable).map(({ text }) => text),
      namesMissing: names.missing(claim.names, around),
      denies: deniesAlone(sentence, quote),
      opposes: movesAgainst(sentence, quote),
    };
  };

  /** How much of a sentence's terms some sentences would make one ask for; null where nothing is known of it. */
  function explainedBy(sentence: string, rows: readonly number[]): number | null {
    const query = index.translations("en")?.read(sentence);
    if (!query) return null;
    const each = rows.map((row) => query.ofSentence(row));
    return query.weights.reduce(
      (sum, weight, i) => sum + weight * Math.max(...each.map((shares) => shares[i] ?? 0)),
      0,
    );
  }
}

/** Figures that a text does not have. The unit of a table's figures stands in its header, if anywhere. */
function missingFigures(figures: readonly Figure[], text: string, isTable: boolean): Figure[] {
  if (figures.length === 0) return [];
  const known = new Set(figuresOf(text).flatMap(({ readings }) => readings));
  const has = (reading: string): boolean =>
    known.has(reading) || (isTable && known.has(reading.replace("%", "")));
  return figures.filter(({ readings }) => !readings.some(has));
}

/** A sentence without the numbers of the chapters that it names and cites: "Chapter 4 argues". */
function withoutChapters(sentence: string, chapters: readonly (number | null)[]): string {
  return sentence.replace(/\bchapter (\d+)\b/giu, (named: string, number: string) =>
    chapters.includes(Number(number)) ? "" : named,
  );
}

function textOf(passage: Passage, from: number, to: number): string {
  const span = spanOf(passage, from, to);
  return plainText(passage.text.slice(span.start, span.end));
}

function spanOf(passage: Passage, from: number, to: number): Span {
  if (passage.table) return { start: 0, end: passage.text.length };
  return {
    start: passage.sentences[from]?.start ?? 0,
    end: passage.sentences[to]?.end ?? passage.text.length,
  };
}

/** Caption, header and note of a table row. */
function tableText({ table }: Passage): string {
  return table === null ? "" : [table.caption, ...table.header, table.note ?? ""].map(plainText).join(" ");
}

/** The words that say where a passage stands and who wrote it. */
function placeText(passage: Passage, { corpus }: Pick<SearchIndex, "corpus">): string {
  const chapter = corpus.chapters[passage.chapter];
  const words = [
    chapter?.title ?? "",
    ...(chapter?.authors ?? []),
    ...passage.section,
    passage.list?.leadIn ?? "",
    tableText(passage),
  ];
  return words.map(plainText).join(" ");
}
