import type { Corpus } from "../domain/corpus.ts";
import { sentenceText } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";
import type { UnitRows } from "../domain/unit-rows.ts";
import type { LexicalIndex } from "../ports/lexical-index.ts";
import type { QuestionIndex, QuestionLanguage } from "../ports/question-index.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { Translations } from "../ports/translations.ts";
import type { UnansweredQuestions } from "../ports/unanswered-questions.ts";
import type { VectorIndex } from "../ports/vector-index.ts";
import { embeddingRows, firstSentenceRows } from "./embedding-rows.ts";
import { peopleOf } from "./people.ts";
import { createRecase, usualForms } from "./recase.ts";
import { termStatistics, type TermTable } from "./term-table.ts";

/** The stored parts of an index, read back. */
export interface IndexParts {
  readonly id: string;
  readonly encoderId: string;
  readonly corpus: Corpus;
  readonly terms: TermTable;
  readonly lexical: LexicalIndex;
  /** The vectors of all sentences. */
  readonly sentenceRows: UnitRows;
  readonly sentenceIndex: VectorIndex;
  readonly passageIndex: VectorIndex;
  readonly questions: ReadonlyMap<QuestionLanguage, QuestionIndex>;
  readonly translations: ReadonlyMap<QuestionLanguage, Translations>;
  readonly unanswered: ReadonlyMap<QuestionLanguage, UnansweredQuestions>;
  readonly respelled: SearchIndex["respelled"];
}

/** Puts stored parts together into what retrieval reads. Pure: no I/O, no copy of the vectors. */
export function openIndex(parts: IndexParts): SearchIndex {
  const { corpus, sentenceRows } = parts;
  const rows = embeddingRows(corpus);
  const written = usualForms(rows.sentences.map(({ text }) => text));
  const byId = new Map(corpus.passages.map((passage) => [passage.id, passage]));
  const firstRows = firstSentenceRows(rows);
  // What was embedded is the plain sentence, but for table rows, which were embedded with their caption.
  const texts = rows.sentences.map(({ ref, text }) => {
    const passage = byId.get(ref.passageId);
    const span = passage?.sentences[ref.sentence];
    return passage?.table && span ? plainText(sentenceText(passage, span)) : text;
  });
  const people = peopleOf(
    texts,
    corpus.chapters.flatMap(({ authors }) => authors),
  );
  return {
    id: parts.id,
    encoderId: parts.encoderId,
    corpus,
    passage: (id) => byId.get(id),
    recased: createRecase(written),
    isName: (word) => written.has(word.toLowerCase()),
    isPerson: (word) => people.has(word.toLowerCase()),
    respelled: parts.respelled,
    lexical: parts.lexical,
    sentences: {
      index: parts.sentenceIndex,
      rows: rows.sentences.map((r) => r.ref),
      text: (row) => texts[row] ?? "",
      firstRow: (passageId) => firstRows.get(passageId),
      similarity: sentenceRows.dot,
    },
    passages: {
      index: parts.passageIndex,
      rows: rows.passages.map((r) => r.passageId),
    },
    terms: termStatistics(parts.terms),
    questions: (language) => parts.questions.get(language) ?? null,
    translations: (language) => parts.translations.get(language) ?? null,
    unanswered: (language) => parts.unanswered.get(language) ?? null,
  };
}
