import type { Passage } from "../../domain/passage.ts";
import { plainText } from "../../domain/plain-text.ts";
import type { Span } from "../../domain/span.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import type { Evidence } from "../draft.ts";
import { chapterName } from "../places.ts";
import { figuresOf, type Figure } from "./figures.ts";
import { createNames } from "./name-words.ts";
import { deniesAlone, movesAgainst } from "./opposites.ts";
import type { SupportBars } from "./support-bars.ts";

/** How a sentence compares with the passages that it cites. */
export interface Measured {
  /** The words of each passage that come nearest to it. */
  readonly evidence: readonly Evidence[];
  /** The share of its terms, by rarity, that stand in each passage's words or in what places it: 0 to 1. */
  readonly coverages: readonly number[];
  /**
   * What it has in common with all of them, 0 to 1: where there are anticipated questions, how much of its terms those words
   * would make one ask for, learnt from them; where there are none, the share of its terms that stand there.
   */
  readonly overlap: number;
  readonly overlapKind: keyof SupportBars["overlap"];
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

interface Window {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Measures against a loaded index. */
export function createMeasureSupport(
  index: SearchIndex,
  analyzer: Analyzer,
  encoder: Pick<Encoder, "embedQuery">,
): MeasureSupport {
  const names = createNames(index, analyzer);
  const idf = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + index.terms.idf(term), 0);

  const rowOf = (passage: Passage): number => index.sentences.firstRow(passage.id) ?? 0;

  /** The run of sentences that has most of a sentence's terms and figures in the fewest words. */
  const windowOf = (passage: Passage, terms: readonly string[], figures: readonly Figure[]): Window => {
    const last = passage.sentences.length - 1;
    if (passage.table) return { from: 0, to: last, value: 1 };
    const total = idf(terms) || 1;
    let best: Window = { from: 0, to: 0, value: -1 };
    for (let from = 0; from <= last; from += 1) {
      const own = new Set<string>();
      for (let to = from; to <= Math.min(last, from + WINDOW - 1); to += 1) {
        for (const term of index.terms.setOfSentence(rowOf(passage) + to)) own.add(term);
        const text = textOf(passage, from, to);
        const covered = idf(terms.filter((term) => own.has(term))) / total;
        const value =
          covered + figures.length - missingFigures(figures, text, passage).length - LENGTH * (to - from);
        if (value > best.value + 1e-9) best = { from, to, value };
      }
    }
    return best;
  };

  return async (sentence, cited) => {
    const vector = await encoder.embedQuery(sentence);
    const terms = [...new Set(analyzer.terms(sentence))];
    const figures = figuresOf(sentence);
    const windows = cited.map((passage) => {
      const { from, to } = windowOf(passage, terms, figures);
      const rows = Array.from({ length: to - from + 1 }, (_, i) => rowOf(passage) + from + i);
      return { passage, rows, span: spanOf(passage, from, to), text: textOf(passage, from, to) };
    });
    const coverage = (known: (term: string) => boolean): number =>
      idf(terms.filter(known)) / (idf(terms) || 1);
    const owns = windows.map(({ passage, rows }) => (term: string): boolean => {
      const inPlace = index.terms.ofPlace(passage.id).has(term);
      return inPlace || rows.some((row) => index.terms.setOfSentence(row).has(term));
    });
    const rows = windows.flatMap((window) => window.rows);
    const explained = explainedBy(sentence, rows);
    const quote = windows.map(({ text }) => text).join(" ");
    const around = cited
      .map((passage) => `${plainText(passage.text)} ${placeText(passage, index)}`)
      .join(" ");
    return {
      evidence: windows.map(({ passage, span }) => ({ passage, span })),
      coverages: owns.map(coverage),
      overlap: explained ?? coverage((term) => owns.some((own) => own(term))),
      overlapKind: explained === null ? "plain" : "asked",
      similarity: Math.max(...rows.map((row) => index.sentences.similarity(row, vector))),
      figuresMissing: figures
        .filter((figure) =>
          windows.every(({ passage, text }) => missingFigures([figure], text, passage).length > 0),
        )
        .map(({ text }) => text),
      namesMissing: names.missing(names.in(sentence), around),
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

  function missingFigures(figures: readonly Figure[], quote: string, passage: Passage): Figure[] {
    const known = new Set(
      figuresOf(`${quote} ; ${placeText(passage, index)}`).flatMap(({ readings }) => readings),
    );
    // The unit of a table's figures stands in its header, if anywhere.
    const has = (reading: string): boolean =>
      known.has(reading) || (passage.table !== null && known.has(reading.replace("%", "")));
    return figures.filter(({ readings }) => !readings.some(has));
  }
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
    chapterName(chapter),
    chapter?.title ?? "",
    ...(chapter?.authors ?? []),
    ...passage.section,
    passage.list?.leadIn ?? "",
    tableText(passage),
  ];
  return words.map(plainText).join(" ");
}
