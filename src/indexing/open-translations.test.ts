import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { questionAnalyzers } from "../adapters/core/question-analyzers.ts";
import { corpusMetaSchema, type SourceDocument } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import type { Translations } from "../ports/translations.ts";
import {
  buildQuestionTable,
  buildTranslations,
  embeddingRows,
  lexicalDocuments,
  openTranslations,
  placeQuestions,
  translatedTexts,
} from "./index.ts";
import { buildTermTable } from "./term-table.ts";

const TOWNS = ["Norwick", "Elmsby", "Thorpe", "Saltby", "Wexham", "Ashdown"];
const FISH = ["herring", "cod", "trout", "salmon", "pike", "carp"];
const SEEN = TOWNS.map((town) => `A kingpin was seen in ${town}.`);
const SOLD = FISH.map((fish) => `Merchants sold ${fish} cheaply.`);
const TAUGHT = TOWNS.map((town) => `Pupils in ${town} learn Latin.`);
const BRIBE = "A kingpin paid the harbour master.";
const TEXT = `# Crime\n\n${SEEN.join(" ")}\n\n${SOLD.join(" ")}\n\n${TAUGHT.join(" ")}\n\n${BRIBE} Rain fell all week.\n`;
const SOURCES: SourceDocument[] = [{ id: "a.md", title: "A", format: "markdown", text: TEXT }];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));

/** Questions as [language, question, answer]. */
function learn(language: "en" | "es", asked: readonly (readonly [string, string])[]): Translations {
  const questions = asked.map(([question, text]) => {
    const start = TEXT.indexOf(text);
    return { question, language, answers: [{ start, end: start + text.length, text }] };
  });
  const analyzer = questionAnalyzers(createEnglishAnalyzer())[language];
  const terms = buildTermTable(embeddingRows(corpus), lexicalDocuments(corpus), createEnglishAnalyzer());
  const table = buildQuestionTable(placeQuestions(questions, corpus, SOURCES).placed, analyzer);
  const stored = buildTranslations(table, terms, corpus);
  return openTranslations({ stored, table, texts: translatedTexts(terms, corpus), language, analyzer });
}

const english = learn("en", [
  ...SEEN.map((answer, i) => [`Did the boss go to ${TOWNS[i] ?? ""}?`, answer] as const),
  ...SOLD.map((answer, i) => [`Was ${FISH[i] ?? ""} inexpensive?`, answer] as const),
  ...TAUGHT.map((answer, i) => [`Which old tongue do kids in ${TOWNS[i] ?? ""} study?`, answer] as const),
]);
const spanish = learn("es", [
  ...SEEN.map((answer, i) => [`¿El capo estuvo en ${TOWNS[i] ?? ""}?`, answer] as const),
  ...SOLD.map((answer, i) => [`¿Era barato el pescado (${FISH[i] ?? ""})?`, answer] as const),
  ...TAUGHT.map((answer, i) => [`¿Qué lengua aprenden los niños de ${TOWNS[i] ?? ""}?`, answer] as const),
]);
/** Rows of sentences: the first of each kind, and one that nobody asked about. */
const [ARREST, FIRST_SOLD, UNASKED] = [0, SEEN.length, SEEN.length + SOLD.length + TAUGHT.length];

describe("openTranslations", () => {
  it("learns what is asked of a text that says it otherwise, and knows it where nobody asked", () => {
    const [boss = 0] = english.read("the boss").ofSentence(UNASKED);
    expect(boss).toBeGreaterThan(0.1);
    expect(english.read("the boss").ofSentence(FIRST_SOLD)[0]).toBeLessThan(boss);
  });

  it("knows a term by itself in the language of the texts only", () => {
    expect(english.read("Norwick").ofSentence(ARREST)).toEqual([1]);
    expect(english.read("harbour").ofSentence(UNASKED)).toEqual([1]);
    expect(spanish.read("harbour").ofSentence(UNASKED)).toEqual([0]);
  });

  it("reads a question in another language", () => {
    const [boss = 0] = spanish.read("capo").ofSentence(UNASKED);
    expect(boss).toBeGreaterThan(spanish.read("capo").ofSentence(FIRST_SOLD)[0] ?? 1);
  });

  it("weighs terms by rarity; the weights sum to 1, and a query without terms has none", () => {
    const [boss = 0, cod = 0] = english.read("boss cod").weights;
    expect(boss + cod).toBeCloseTo(1, 9);
    expect(cod).toBeGreaterThan(boss);
    expect(english.read("of the").weights).toEqual([]);
  });

  it("finds passages by what their sentences make one ask, best first, and none for unknown words", () => {
    const text = (id: string): string => corpus.passages.find((passage) => passage.id === id)?.text ?? "";
    const found = (query: string): string[] =>
      english
        .read(query)
        .search(5)
        .map(({ passageId }) => text(passageId));
    expect(found("inexpensive carp")[0]).toContain("carp");
    expect(found("boss")[0]).toContain("kingpin");
    expect(english.read("boss").search(1)).toHaveLength(1);
    expect(english.read("volcano").search(5)).toEqual([]);
  });
});
