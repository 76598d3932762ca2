import { describe, expect, it } from "vitest";
import { corpusMetaSchema, type SourceDocument } from "../domain/corpus.ts";
import type { UnansweredQuestion } from "../domain/unanswered-question.ts";
import { ingest } from "../ingest/index.ts";
import { placeUnanswered } from "./place-unanswered.ts";

const TEXT =
  "# Harbour\n\nTwelve boats were lost in the gale.\n\n# School\n\nThree teachers work at the school.\n";
const SOURCES: SourceDocument[] = [{ id: "a.md", title: "A", format: "markdown", text: TEXT }];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));
const unanswered = (nearest: UnansweredQuestion["nearest"]): UnansweredQuestion => ({
  question: "Who built the boats?",
  language: "en",
  writer: "a",
  nearest,
});
const place = (nearest: UnansweredQuestion["nearest"]) =>
  placeUnanswered([unanswered(nearest)], corpus, SOURCES);
const textOf = (id: string | undefined): string | undefined =>
  corpus.passages.find((passage) => passage.id === id)?.text;

describe("placeUnanswered", () => {
  it("puts a question at the passage that it was written next to, without an answer", () => {
    const start = TEXT.indexOf("Twelve");
    const [row] = place({ start, end: start + 30 });
    expect(textOf(row?.passageId)).toContain("Twelve boats");
    expect(row?.sentences).toEqual([]);
  });

  it("chooses the passage that most of the place stands in", () => {
    const [row] = place({ start: TEXT.indexOf("gale"), end: TEXT.length });
    expect(textOf(row?.passageId)).toContain("Three teachers");
  });

  it("leaves out what is next to nothing", () => {
    expect(place({ start: 9_000, end: 9_100 })).toEqual([]);
    expect(place({ document: "other.md", start: 0, end: 50 })).toEqual([]);
  });
});
