import { describe, expect, it } from "vitest";
import { questionsOf } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { wordKey } from "../../src/domain/words.ts";
import { readTuningConversations } from "../tuning/tuning-data.ts";
import { readConversations } from "./conversations.ts";

describe.each([
  ["fitted on", await readConversations()],
  ["trained on", await readTuningConversations()],
])("the conversations that are %s", (_, conversations) => {
  it("has answers that the report spells", async () => {
    const [report] = (await readCorpusFolder("corpus")).documents;
    const answers = conversations.flatMap(({ turns }) => turns.flatMap((turn) => turn.answers));
    expect(answers.length).toBeGreaterThan(1000);
    expect(answers.filter(({ start, end, text }) => report?.text.slice(start, end) !== text)).toEqual([]);
  });

  it("opens each conversation with a question that is answered, and has none of the evals' longer ones", async () => {
    expect(conversations.filter(({ turns }) => turns[0]?.answers.length === 0)).toEqual([]);
    const facts = await readFacts("evals/facts");
    const long = (text: string): boolean => wordKey(text).split(" ").length > 5;
    const evals = new Set(facts.flatMap(questionsOf).map(({ question }) => wordKey(question)));
    const asked = conversations.flatMap(({ turns }) => turns.map(({ question }) => question));
    expect(asked.filter((question) => long(question) && evals.has(wordKey(question)))).toEqual([]);
  });
});
