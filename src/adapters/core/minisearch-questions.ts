import MiniSearch, { type Options } from "minisearch";
import type { PlacedQuestion } from "../../domain/anticipated-question.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { LexicalHit } from "../../ports/lexical-index.ts";
import type { QuestionTable } from "../../indexing/index.ts";
import { searchTelling, type Bm25Settings } from "./minisearch-index.ts";
import { readTermScores } from "./term-scores.ts";

/** All questions of one passage: searched as one text, which is a tenth of the work of searching them apart. */
interface QuestionsOfPassage {
  readonly passageId: string;
  readonly questions: string;
}

/** Builds a BM25 index of passages by their questions. Serialise with `JSON.stringify(index.toJSON())`. */
export function buildQuestionSearch(
  rows: readonly PlacedQuestion[],
  analyzer: Analyzer,
): MiniSearch<QuestionsOfPassage> {
  const texts = new Map<string, string[]>();
  for (const { passageId, question } of rows) {
    texts.set(passageId, [...(texts.get(passageId) ?? []), question]);
  }
  const index = new MiniSearch<QuestionsOfPassage>(options(analyzer));
  index.addAll([...texts].map(([passageId, own]) => ({ passageId, questions: own.join("\n") })));
  return index;
}

/** A search over the stored form, read with the same analyzer; common terms are not searched for. */
export function loadQuestionSearch(
  json: string,
  { vocabulary }: Pick<QuestionTable, "vocabulary">,
  analyzer: Analyzer,
  common: ReadonlySet<string>,
  { k, b }: Pick<Bm25Settings, "k" | "b">,
): (query: string, count: number) => LexicalHit[] {
  const index = MiniSearch.loadJSON<QuestionsOfPassage>(json, options(analyzer));
  const search = readTermScores(index, vocabulary, { bm25: { k, b, d: 0.5 } });
  return (query, count) => searchTelling(analyzer.terms(query), common, (terms) => search(terms, count));
}

function options(analyzer: Analyzer): Options<QuestionsOfPassage> {
  return {
    idField: "passageId",
    fields: ["questions"],
    tokenize: (text) => analyzer.terms(text),
    processTerm: (term) => term,
  };
}
