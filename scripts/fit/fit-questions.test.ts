import { describe, expect, it } from "vitest";
import { questionsOf } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import { readReaderQuestions } from "../../evals/schema/reader-question.ts";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { wordKey } from "../../src/domain/words.ts";
import { readTrainedOn } from "../tuning/trained-on.ts";
import { readFitQuestions, readFitUnanswered } from "./fit-questions.ts";

describe("readFitQuestions", () => {
  it("has no question twice, none of the evals and none that the index has, and so has readFitUnanswered", async () => {
    const all = [...(await readFitQuestions()), ...(await readFitUnanswered())];
    const own = all.map(({ question }) => wordKey(question));
    expect(new Set(own).size).toBe(own.length);
    const facts = (await readFacts("evals/facts")).flatMap(questionsOf);
    const readers = await readReaderQuestions("evals/readers");
    const { questions, unanswered } = await readCorpusFolder("corpus");
    const others = [...facts, ...readers, ...questions, ...unanswered].map(({ question }) =>
      wordKey(question),
    );
    expect(own.filter((key) => others.includes(key))).toEqual([]);
  });

  it("has answers that the report spells", async () => {
    const { documents } = await readCorpusFolder("corpus");
    for (const { answers } of await readFitQuestions()) {
      for (const { start, end, text } of answers) expect(documents[0]?.text.slice(start, end)).toBe(text);
    }
  });

  it("is by none of those whose questions the encoder is trained on", async () => {
    const { questions, unanswered } = await readTrainedOn();
    const trained = [questions, unanswered].flatMap(({ en, es }) => [...en, ...es]);
    const own = [...(await readFitQuestions()), ...(await readFitUnanswered())];
    const writers = new Set(own.map(({ writer }) => writer));
    expect([...writers].filter((writer) => writer === undefined || trained.includes(writer))).toEqual([]);
  });

  it("has unanswered questions next to text that the report has", async () => {
    const { documents } = await readCorpusFolder("corpus");
    const length = documents[0]?.text.length ?? 0;
    const unanswered = await readFitUnanswered();
    expect(unanswered.length).toBeGreaterThan(1000);
    expect(unanswered.filter(({ nearest: { start, end } }) => start >= end || end > length)).toEqual([]);
  });
});
