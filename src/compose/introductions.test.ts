import { describe, expect, it } from "vitest";
import { corpusMetaSchema, type SourceDocument } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { introduction } from "./introductions.ts";

const TEXT = `# Port

Solís spoke of the harbour. The council asked Harbour Secretary Ana María Solís to build a pier. Bo Keller, a former judge, was against it.

The judge of Norwick met Max Grubb. Ines Vale (1931-2019), the town's first mayor, was not there. The general heard that Vale had left.
`;
const SOURCES: SourceDocument[] = [{ id: "a.md", title: "A", format: "markdown", text: TEXT }];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));
const told = (question: string): string | undefined => introduction(question, { corpus })?.parts[0]?.text;

describe("introduction", () => {
  it.each([
    ["Who is Ana María Solís?", "The council asked Harbour Secretary Ana María Solís to build a pier."],
    ["who's solis", "The council asked Harbour Secretary Ana María Solís to build a pier."],
    ["¿Quién es Solís?", "The council asked Harbour Secretary Ana María Solís to build a pier."],
    ["Who was Bo Keller?", "Bo Keller, a former judge, was against it."],
    ["Who was Ines Vale?", "Ines Vale (1931-2019), the town's first mayor, was not there."],
  ])("tells the role that somebody is given: %s", (question, sentence) => {
    expect(told(question)).toContain(sentence);
  });

  it.each([
    ["somebody without a role", "Who is Max Grubb?"],
    ["nobody of the text", "Who is Ana Keller?"],
    ["another question", "Who asked Ana Solís to build a pier?"],
    ["what is no name", "Who is the judge?"],
  ])("is none of %s", (_, question) => {
    expect(told(question)).toBeUndefined();
  });
});
