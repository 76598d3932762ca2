import { describe, expect, it } from "vitest";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { questionKey } from "../../src/domain/anticipated-question.ts";
import { ingest } from "../../src/ingest/index.ts";
import { placeQuestions } from "../../src/indexing/index.ts";
import { readFalsePremise } from "./false-premise.ts";

describe("readFalsePremise", () => {
  it("has no question twice, and each with sentences of the report that set it right", async () => {
    const { documents, meta } = await readCorpusFolder("corpus");
    const questions = await readFalsePremise();
    expect(new Set(questions.map(questionKey)).size).toBe(questions.length);
    expect(placeQuestions(questions, ingest(documents, meta).corpus, documents).dead).toEqual([]);
  });
});
