import type { Corpus } from "../../domain/corpus.ts";
import { embeddingRows, type Analyzers } from "../../indexing/index.ts";
import type { QuestionIndex, QuestionLanguage } from "../../ports/question-index.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { createRespell } from "./respell.ts";

export interface RespelledSources {
  readonly corpus: Corpus;
  readonly questions: ReadonlyMap<QuestionLanguage, QuestionIndex>;
  readonly analyzers: Analyzers;
  /** Hashed terms of an English dictionary. */
  readonly dictionary: Uint32Array;
}

/** Puts right what is misspelt in a language that there is a dictionary of; without, too much would be taken for a slip. */
export function createRespelled(sources: RespelledSources): SearchIndex["respelled"] {
  const { corpus, questions, analyzers, dictionary } = sources;
  if (dictionary.length === 0) return (text) => text;
  const written = corpus.meta.language === "en" ? embeddingRows(corpus).sentences : [];
  const respell = createRespell({
    sentences: written.map(({ text }) => text),
    questions: new Set(questions.get("en")?.rows.map(({ question }) => question)),
    analyzer: analyzers.en,
    dictionary,
  });
  return (text, language) => (language === "en" ? respell(text) : text);
}
