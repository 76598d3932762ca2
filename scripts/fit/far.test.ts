import { describe, expect, it } from "vitest";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import { questionsOf } from "../../evals/schema/fact-schema.ts";
import { wordKey } from "../../src/domain/words.ts";
import { farGold, readFar } from "./far.ts";

describe("readFar", () => {
  it("has no question twice, and none of the evals", async () => {
    const far = (await readFar()).map(({ question }) => wordKey(question));
    expect(new Set(far).size).toBe(far.length);
    const facts = await readFacts("evals/facts");
    const asked = new Set(facts.flatMap(questionsOf).map(({ question }) => wordKey(question)));
    expect(far.filter((key) => key !== "" && asked.has(key))).toEqual([]);
  });
});

describe("farGold", () => {
  it("wants an abstention", () => {
    const [gold] = farGold([{ question: "purple", language: "en" }], "writer-a", "report.txt");
    expect(gold).toMatchObject({ id: "writer-a-far-0", text: "purple", answerable: false, retrieval: false });
  });
});
