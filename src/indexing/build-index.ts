import {
  QUESTION_LANGUAGES,
  type AnticipatedQuestion,
  type PlacedQuestion,
} from "../domain/anticipated-question.ts";
import { hashWords } from "../domain/hashed-words.ts";
import type { UnansweredQuestion } from "../domain/unanswered-question.ts";
import type { Corpus, SourceDocument } from "../domain/corpus.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { QuestionLanguage } from "../ports/question-index.ts";
import { silentProgress, type Progress } from "../ports/progress.ts";
import { embeddingRows, type EmbeddingRows } from "./embedding-rows.ts";
import { lexicalDocuments, type LexicalText } from "./lexical-documents.ts";
import { DEFAULT_INDEX_SETTINGS, INDEX_FORMAT, type IndexSettings, type Manifest } from "./manifest.ts";
import { placeUnanswered } from "./place-unanswered.ts";
import { placeQuestions } from "./place-questions.ts";
import { createRecase, usualForms } from "./recase.ts";
import { sha256 } from "./sha256.ts";
import { buildTermTable, type TermTable } from "./term-table.ts";

/** A built index before it is stored: everything but the graph, which is made from the vectors. */
export interface BuiltIndex {
  readonly manifest: Omit<Manifest, "files">;
  readonly corpus: Corpus;
  readonly documents: readonly LexicalText[];
  readonly terms: TermTable;
  readonly sentenceVectors: readonly (readonly number[])[];
  readonly passageVectors: readonly (readonly number[])[];
  /** Anticipated questions where their answers stand, by language; no entry for a language without. */
  readonly questions: ReadonlyMap<QuestionLanguage, BuiltQuestions>;
  /** Questions that the corpus does not answer, at the passages they were written next to. */
  readonly unanswered: ReadonlyMap<QuestionLanguage, BuiltQuestions>;
  /** Hashed terms of the dictionary (`hashWords`). */
  readonly dictionary: readonly number[];
}

export interface BuiltQuestions {
  readonly rows: readonly PlacedQuestion[];
  readonly vectors: readonly (readonly number[])[];
}

export interface BuildIndexInput {
  readonly corpus: Corpus;
  readonly sources: readonly SourceDocument[];
  readonly questions?: readonly AnticipatedQuestion[];
  readonly unanswered?: readonly UnansweredQuestion[];
  /** Words that are spelt right, whether the corpus has them or not. Default none. */
  readonly dictionary?: readonly string[];
  /** Passages that an anticipated question is placed at, at most; by default the first few that answer it. */
  readonly places?: number;
  readonly encoder: Encoder;
  readonly analyzer: Analyzer;
  readonly settings?: IndexSettings;
  readonly progress?: Progress;
  /** Texts handed to the encoder at once, between two steps of the progress bar. */
  readonly chunk?: number;
}

type Identified = Pick<
  BuildIndexInput,
  "corpus" | "sources" | "questions" | "unanswered" | "places" | "settings"
> & {
  readonly encoder: Pick<Encoder, "id" | "dimensions">;
};

/**
 * The name that a build of this input has: a hash of everything it is made from. An index of another name is out of
 * date.
 */
export async function buildIdOf(input: Identified): Promise<string> {
  const rows = embeddingRows(input.corpus);
  const questions = [...placed(input), ...placedUnanswered(input)];
  return buildId(input, await corpusHash(input, rows, lexicalDocuments(input.corpus), questions));
}

/** Embeds a corpus and counts its terms. Deterministic for one encoder. */
export async function buildIndex(input: BuildIndexInput): Promise<BuiltIndex> {
  const { corpus, encoder, analyzer, dictionary = [] } = input;
  const { settings = DEFAULT_INDEX_SETTINGS, progress = silentProgress } = input;
  const rows = embeddingRows(corpus);
  const documents = lexicalDocuments(corpus);
  const questions = placed(input);
  const unanswered = placedUnanswered(input);
  const texts = [...rows.sentences, ...rows.passages].map((r) => r.text);
  const recased = createRecase(usualForms(rows.sentences.map(({ text }) => text)));
  const asked = [...questions, ...unanswered].map(({ question, language }) =>
    language === corpus.meta.language ? recased(question) : question,
  );
  texts.push(...asked);
  progress.start("Embedding", texts.length);
  const vectors = await embedAll(texts, encoder, progress, input.chunk ?? 256);
  progress.stop();
  const hash = await corpusHash(input, rows, documents, [...questions, ...unanswered]);
  const [afterSentences, afterPassages] = [
    rows.sentences.length,
    rows.sentences.length + rows.passages.length,
  ];
  const afterQuestions = afterPassages + questions.length;
  const byLanguage = ofEachLanguage(questions, vectors.slice(afterPassages, afterQuestions));
  const unansweredByLanguage = ofEachLanguage(unanswered, vectors.slice(afterQuestions));
  return {
    manifest: {
      format: INDEX_FORMAT,
      id: await buildId(input, hash),
      corpus: { id: corpus.meta.id, title: corpus.meta.title, hash },
      encoder: { id: encoder.id, dimensions: encoder.dimensions },
      settings,
      counts: {
        chapters: corpus.chapters.length,
        passages: corpus.passages.length,
        passageVectors: rows.passages.length,
        sentenceVectors: rows.sentences.length,
        questions: Object.fromEntries(
          [...byLanguage].map(([language, { rows: own }]) => [language, own.length]),
        ),
        unanswered: Object.fromEntries(
          [...unansweredByLanguage].map(([language, { rows: own }]) => [language, own.length]),
        ),
      },
    },
    corpus,
    documents,
    terms: buildTermTable(rows, documents, analyzer),
    sentenceVectors: vectors.slice(0, afterSentences),
    passageVectors: vectors.slice(afterSentences, afterPassages),
    questions: byLanguage,
    unanswered: unansweredByLanguage,
    dictionary: [...hashWords(dictionary.flatMap((word) => analyzer.terms(word)))],
  };
}

function ofEachLanguage(
  rows: readonly PlacedQuestion[],
  vectors: readonly (readonly number[])[],
): Map<QuestionLanguage, BuiltQuestions> {
  const own = (language: QuestionLanguage): number[] =>
    rows.flatMap((row, i) => (row.language === language ? [i] : []));
  const made = QUESTION_LANGUAGES.map((language): [QuestionLanguage, BuiltQuestions] => [
    language,
    {
      rows: own(language).flatMap((i) => rows[i] ?? []),
      vectors: own(language).map((i) => vectors[i] ?? []),
    },
  ]);
  return new Map(made.filter(([, built]) => built.rows.length > 0));
}

async function buildId(
  { encoder, settings = DEFAULT_INDEX_SETTINGS }: Identified,
  hash: string,
): Promise<string> {
  const { id, dimensions } = encoder;
  const identity = { format: INDEX_FORMAT, hash, encoder: id, dimensions, settings };
  return (await sha256(JSON.stringify(identity))).slice(0, 16);
}

async function embedAll(
  texts: readonly string[],
  encoder: Encoder,
  progress: Progress,
  chunk: number,
): Promise<number[][]> {
  // The order of length keeps padding small within each chunk; the rows keep theirs.
  const order = texts.map((_, i) => i).sort((a, b) => length(texts, a) - length(texts, b) || a - b);
  const vectors = new Array<number[]>(texts.length);
  for (let from = 0; from < order.length; from += chunk) {
    const part = order.slice(from, from + chunk);
    const made = await encoder.embedDocuments(part.map((i) => texts[i] ?? ""));
    part.forEach((row, i) => (vectors[row] = made[i] ?? []));
    progress.advance(part.length);
  }
  return vectors;
}

function length(texts: readonly string[], at: number): number {
  return texts[at]?.length ?? 0;
}

/** Hash of what the passages were made from and of what was made of it: a new parser is a new corpus. */
async function corpusHash(
  { corpus, sources }: Pick<BuildIndexInput, "corpus" | "sources">,
  rows: EmbeddingRows,
  documents: readonly LexicalText[],
  questions: readonly PlacedQuestion[],
): Promise<string> {
  const texts = sources.map((s) => [s.id, s.format, s.text]);
  const ids = corpus.passages.map((p) => p.id);
  return sha256(JSON.stringify([corpus.meta, texts, ids, rows, documents, questions]));
}

/** Questions without an answer in the corpus have no place in its index. */
function placed({
  questions = [],
  corpus,
  sources,
  places,
}: Pick<BuildIndexInput, "questions" | "corpus" | "sources" | "places">): readonly PlacedQuestion[] {
  return placeQuestions(questions, corpus, sources, places).placed;
}

function placedUnanswered({
  unanswered = [],
  corpus,
  sources,
}: Pick<BuildIndexInput, "unanswered" | "corpus" | "sources">): readonly PlacedQuestion[] {
  return placeUnanswered(unanswered, corpus, sources);
}
