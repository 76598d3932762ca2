import { describe, expect, it } from "vitest";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { wordKey } from "../../src/domain/words.ts";
import { questionsOf } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import { readConversations } from "../fit/conversations.ts";
import { readTuningConversations, standaloneTurns, turnsInContext } from "./turns-in-context.ts";

const span = (text: string) => ({ start: 0, end: text.length, text });
const talk = {
  writer: "one",
  turns: [
    { question: "did firms leave", answers: [span("Firms left."), span("Two stayed.")] },
    { question: "why?", standalone: "Why did firms leave?", answers: [span("Taxes rose.")] },
    { question: "Who is Bo?", switch: true as const, answers: [] },
    { question: "and Ann?", standalone: "Who is Ann?", answers: [] },
  ],
};

describe("turnsInContext", () => {
  it("puts what was asked, and what was answered, behind a follow-up", () => {
    const turns = turnsInContext(talk, (question) => question.toUpperCase());
    expect(turns).toEqual([
      {
        behind: {
          question: "WHY? (DID FIRMS LEAVE)",
          answer: "WHY? (Firms left. Two stayed.)",
          quote: "WHY? (Firms left.)",
        },
        answers: [span("Taxes rose.")],
        before: [span("Firms left."), span("Two stayed.")],
      },
    ]);
  });
});

describe("standaloneTurns", () => {
  it("has what is answered, in the words that mean the same alone", () => {
    expect(standaloneTurns(talk).map(({ question }) => question)).toEqual([
      "did firms leave",
      "Why did firms leave?",
    ]);
  });
});

describe("the conversations that the encoder is trained on", () => {
  it("have answers that the report spells", async () => {
    const [report] = (await readCorpusFolder("corpus")).documents;
    const answers = (await readTuningConversations()).flatMap(({ turns }) => turns.flatMap((t) => t.answers));
    expect(answers.length).toBeGreaterThan(1000);
    expect(answers.filter(({ start, end, text }) => report?.text.slice(start, end) !== text)).toEqual([]);
  });

  it("are of other writers than those that are fitted on, and ask none of the evals' longer questions", async () => {
    const own = await readTuningConversations();
    const fitted = await readConversations();
    const writers = new Set(fitted.map(({ writer }) => writer));
    expect(own.filter(({ writer }) => writers.has(writer))).toEqual([]);
    const long = (text: string): boolean => wordKey(text).split(" ").length > 5;
    const evals = new Set(
      (await readFacts("evals/facts")).flatMap(questionsOf).map((one) => wordKey(one.question)),
    );
    const asked = own.flatMap(({ turns }) => turns.map(({ question }) => question));
    expect(asked.filter((question) => long(question) && evals.has(wordKey(question)))).toEqual([]);
  });
});
