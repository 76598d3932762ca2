import { describe, expect, it } from "vitest";
import { corpusMetaSchema, type SourceDocument } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { acronymAnswer, acronymsOf, asksMeaning, longFormOf } from "./acronyms.ts";

const TEXT = `# Port

The harbour guard fights drug trafficking organizations (DTOs). It answers to the Norwick Board of Trade and Fisheries (NBTF).

The council (founded 1931) meets in Elmsby (EU).
`;
const SOURCES: SourceDocument[] = [{ id: "a.md", title: "A", format: "markdown", text: TEXT }];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));
const acronyms = acronymsOf({ corpus });
const answer = (question: string): string | undefined => acronymAnswer(question, acronyms)?.parts[0]?.text;

describe("acronymsOf", () => {
  it("finds what a text spells out, and nothing else in brackets", () => {
    const found = [...acronyms].map(([acronym, { longForm }]) => [acronym, longForm]);
    expect(found).toEqual([
      ["DTO", "drug trafficking organizations"],
      ["NBTF", "Norwick Board of Trade and Fisheries"],
    ]);
  });
});

describe("longFormOf", () => {
  it.each([
    ["TPS", "people with Temporary Protected Status ", "Temporary Protected Status"],
    ["INM", "the National Institute of Migration ", "Institute of Migration"],
    ["USMCA", "the United States-Mexico-Canada Agreement ", "United States-Mexico-Canada Agreement"],
    ["XYZ", "the National Institute ", null],
    ["DTO", "", null],
  ])("%s of %j", (acronym, before, longForm) => {
    expect(longFormOf(acronym, before)).toBe(longForm);
  });
});

describe("acronymAnswer", () => {
  it.each(["What is a DTO?", "what are dtos", "¿Qué es una DTO?", "What does DTO stand for?", "Define DTO"])(
    "answers %j with the sentence that spells it out",
    (question) => {
      expect(answer(question)).toBe("The harbour guard fights drug trafficking organizations (DTOs).");
    },
  );

  it.each(["What is a DTO's income?", "What is the EU?", "Who runs the NBTF?", "What is the harbour guard?"])(
    "leaves %j to others",
    (question) => {
      expect(answer(question)).toBeUndefined();
    },
  );

  it("tells a question for the letters from one for the thing", () => {
    expect(asksMeaning("What does NBTF stand for?")).toBe(true);
    expect(asksMeaning("¿Qué significa NBTF?")).toBe(true);
    expect(asksMeaning("What is the NBTF?")).toBe(false);
    expect(asksMeaning("What does a ban on trawling mean?")).toBe(false);
  });
});
