import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { corpusMetaSchema, type SourceDocument } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { definition } from "./definition.ts";
import { phrasesFor } from "./phrases.ts";

const TEXT = `# Port

## Harbour Dues

Boats pay when they land. The lower tariff hurt the town.

## Trade

They fought the so-called harbour mafia of Norwick. It left with Max Grubb, whom nobody liked. The tariff is a burden.

The town's wealth is "the herring rush" and little else. Ground tackle, a set of anchors and chains, is sold here. The Pilot Act passed. It was going well. The minimum wage is low.
`;
const SOURCES: SourceDocument[] = [{ id: "a.md", title: "A", format: "markdown", text: TEXT }];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));
const analyzer = createEnglishAnalyzer();
const told = (question: string, language: "en" | "es" = "en"): string | undefined =>
  definition(question, [], { corpus }, analyzer, phrasesFor(language))
    ?.parts.map(({ text }) => text)
    .join(" ");

describe("definition", () => {
  it.each([
    ["what is a tariff?", "The tariff is a burden."],
    ["What is ground tackle?", "Ground tackle, a set of anchors and chains, is sold here."],
    ["What is harbour mafia?", "They fought the so-called harbour mafia of Norwick."],
    ["who's Max Grubb", "It left with Max Grubb, whom nobody liked."],
    ["What are harbour dues?", "Boats pay when they land."],
    ["What is the Pilot Act?", "The Pilot Act passed."],
    ["tell me about harbour mafia", "They fought the so-called harbour mafia of Norwick."],
    ["what does the report say about Max Grubb?", "It left with Max Grubb, whom nobody liked."],
    ["max grubb", "It left with Max Grubb, whom nobody liked."],
    ["what was the herring rush?", 'The town\'s wealth is "the herring rush" and little else.'],
  ])("quotes what is said of a name as it is written: %s", (question, sentence) => {
    expect(told(question)).toContain(sentence);
  });

  it("says so in the language that is asked in", () => {
    expect(told("¿Quién es Max Grubb?", "es")).toMatch(/^El informe dice de «Max Grubb»:/u);
    expect(told("What is Ground Tackle?")).toMatch(/^The report says of “Ground Tackle”:/u);
  });

  it.each([
    ["how much something is", "What is the minimum wage?"],
    ["what is no name with “the”", "What is the harbour mafia?"],
    ["what it does not name", "What is a herring tax?"],
    ["a word that may be any", "what is going?"],
    ["what a pronoun stands for", "what was it?"],
    ["a few words that do not stand together", "harbour tariff"],
    ["more than what it is", "Why is the Pilot Act good?"],
  ])("is none of %s", (_, question) => {
    expect(told(question)).toBeUndefined();
  });
});
