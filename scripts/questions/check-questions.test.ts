import { describe, expect, it } from "vitest";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { corpusMetaSchema, type SourceDocument } from "../../src/domain/corpus.ts";
import { ingest } from "../../src/ingest/index.ts";
import { checkQuestions, checkUnanswered, nearCopies } from "./check-questions.ts";

const TEXT = "# Port\n\nThe fleet has 42 boats.\n";
const SOURCES: SourceDocument[] = [{ id: "a.md", title: "A", format: "markdown", text: TEXT }];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));
const START = TEXT.indexOf("The");
const ANSWERS = [{ start: START, end: START + 23, text: "The fleet has 42 boats." }];

describe("checkQuestions", () => {
  it("passes a corpus of which every passage is asked for in each language", () => {
    const questions = [
      { question: "How large is the fleet?", language: "en" as const, answers: ANSWERS },
      { question: "¿Cuántos barcos hay?", language: "es" as const, answers: ANSWERS },
    ];
    expect(checkQuestions(questions, corpus, SOURCES)).toEqual([]);
  });

  it("names dead anchors, repeats and passages that nothing leads to", () => {
    const questions = [
      { question: "How large is the fleet?", language: "en" as const, answers: ANSWERS },
      { question: "how large is the fleet", language: "en" as const, answers: ANSWERS },
      { question: "Gone?", language: "en" as const, answers: [{ start: 0, end: 3, text: "xyz" }] },
    ];
    expect(checkQuestions(questions, corpus, SOURCES)).toEqual([
      { line: 3, message: 'no answer of "Gone?" stands in the corpus' },
      { line: 2, message: '"how large is the fleet" is line 1 again' },
      { line: null, message: 'no es question leads to "The fleet has 42 boats."' },
    ]);
  });
});

describe("checkUnanswered", () => {
  const one = (question: string, start = START) => ({
    question,
    language: "en" as const,
    writer: "a",
    nearest: { start, end: start + 10 },
  });

  it("names what stands twice, what is answered, and what is next to nothing", () => {
    const anticipated = [{ question: "How large is the fleet?", language: "en" as const, answers: ANSWERS }];
    const unanswered = [
      one("Who owns the fleet?"),
      one("who owns the fleet"),
      one("How large is the fleet"),
      one("Who paid?", 5_000),
    ];
    expect(checkUnanswered(unanswered, anticipated, corpus, SOURCES)).toEqual([
      { line: 2, message: '"who owns the fleet" is line 1 again' },
      { line: 3, message: '"How large is the fleet" is anticipated: it is answered' },
      { line: 4, message: '"Who paid?" is next to nothing of the corpus' },
    ]);
  });

  it("finds nothing wrong with the report's", async () => {
    const { documents, meta, questions, unanswered } = await readCorpusFolder("corpus");
    expect(checkUnanswered(unanswered, questions, ingest(documents, meta).corpus, documents)).toEqual([]);
    expect(unanswered.length).toBeGreaterThan(5_000);
  });
});

describe("nearCopies", () => {
  it("tells pairs with the same words or the same meaning", () => {
    const copies = nearCopies(
      ["How many boats?", "What of the cod?"],
      ["how many boats", "Where is Oslo?"],
      (i, j) => (i === 1 && j === 1 ? 0.97 : 0),
    );
    expect(copies.map(({ question, other }) => [question, other])).toEqual([
      ["How many boats?", "how many boats"],
      ["What of the cod?", "Where is Oslo?"],
    ]);
  });
});

describe("the shipped questions", () => {
  it("lead to every content passage of the report, in each language, and no anchor is dead", async () => {
    const { documents, meta, questions } = await readCorpusFolder("corpus");
    expect(checkQuestions(questions, ingest(documents, meta).corpus, documents)).toEqual([]);
    expect(questions.length).toBeGreaterThan(4000);
  });
});
