import { describe, expect, it } from "vitest";
import { questionsOf } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import { readReaderQuestions } from "../../evals/schema/reader-question.ts";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { wordKey } from "../../src/domain/words.ts";
import { readConversations } from "../fit/conversations.ts";
import { readFitQuestions, readFitUnanswered } from "../fit/fit-questions.ts";
import { readTuningConversations, readTuningQuestions, readTuningUnanswered } from "./tuning-data.ts";

const evaluated = async (): Promise<{ readonly question: string }[]> => [
  ...(await readFacts("evals/facts")).flatMap(questionsOf),
  ...(await readReaderQuestions("evals/readers")),
];

describe("readTuningConversations", () => {
  it("has no turn that means the same as a question of the evals, word for word", async () => {
    const keys = new Set((await evaluated()).map(({ question }) => wordKey(question)));
    const turns = (await readTuningConversations()).flatMap((one) => one.turns);
    const alone = turns.map(({ question, standalone = question }) => standalone);
    expect(alone.filter((question) => keys.has(wordKey(question)))).toEqual([]);
  });

  it("has other writers than the conversations that are fitted on", async () => {
    const writers = new Set((await readConversations()).map(({ writer }) => writer));
    expect((await readTuningConversations()).filter(({ writer }) => writers.has(writer))).toEqual([]);
  });
});

describe("readTuningQuestions", () => {
  it("has none that is asked in the evals or fitted on, and answers that the report spells", async () => {
    const { documents } = await readCorpusFolder("corpus");
    const asked = [...(await evaluated()), ...(await readFitQuestions())];
    const keys = new Set(asked.map(({ question }) => wordKey(question)));
    const own = await readTuningQuestions();
    expect(own.length).toBeGreaterThan(4000);
    expect(own.filter(({ question }) => keys.has(wordKey(question)))).toEqual([]);
    for (const { answers } of own) {
      for (const { start, end, text } of answers) expect(documents[0]?.text.slice(start, end)).toBe(text);
    }
  });
});

describe("readTuningUnanswered", () => {
  it("has none that is asked in the evals or fitted on", async () => {
    const asked = [...(await evaluated()), ...(await readFitUnanswered())];
    const keys = new Set(asked.map(({ question }) => wordKey(question)));
    const own = await readTuningUnanswered();
    expect(own.length).toBeGreaterThan(400);
    expect(own.filter(({ question }) => keys.has(wordKey(question)))).toEqual([]);
  });
});
