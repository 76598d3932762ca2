import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnticipatedQuestion } from "../domain/anticipated-question.ts";
import { corpusMetaSchema, type SourceDocument } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { placeQuestions } from "./place-questions.ts";

const TEXT =
  "# Port\n\nThe fleet has 42 boats. It lost three in 1998.\n\n## Trade\n\nCod goes to Oslo.\n\n## Ice\n\nIce comes from Bergen.\n";
const SOURCES: SourceDocument[] = [
  { id: "a.md", title: "A", format: "markdown", text: TEXT },
  { id: "b.md", title: "B", format: "markdown", text: "# School\n\nIt teaches 118 pupils.\n" },
];
const { corpus } = ingest(SOURCES, corpusMetaSchema.parse({ id: "x", title: "X" }));

function asked(quote: string, document?: string): AnticipatedQuestion {
  const source = SOURCES.find(({ id }) => id === (document ?? "a.md"))?.text ?? "";
  const start = source.indexOf(quote);
  const span = { start, end: start + quote.length, text: quote };
  return { question: "Q?", language: "en", answers: [document === undefined ? span : { document, ...span }] };
}

describe("placeQuestions", () => {
  const place = (...questions: AnticipatedQuestion[]) => {
    const { placed, dead } = placeQuestions(questions, corpus, SOURCES);
    const text = (id: string) => corpus.passages.find((p) => p.id === id)?.text;
    return { placed: placed.map(({ passageId, sentences }) => [text(passageId), sentences]), dead };
  };

  it("finds the sentence that answers, in whichever document", () => {
    expect(place(asked("It lost three in 1998.")).placed).toEqual([
      ["The fleet has 42 boats. It lost three in 1998.", [1]],
    ]);
    expect(place(asked("It teaches 118 pupils.", "b.md")).placed).toEqual([["It teaches 118 pupils.", [0]]]);
  });

  it("takes every sentence of a longer answer, and the one a part stands in", () => {
    expect(place(asked("The fleet has 42 boats. It lost three in 1998.")).placed[0]?.[1]).toEqual([0, 1]);
    expect(place(asked("three in 1998")).placed[0]?.[1]).toEqual([1]);
  });

  it("tells questions whose answer is gone, or whose text is another now", () => {
    const moved = {
      ...asked("Cod goes to Oslo."),
      answers: [{ start: 0, end: 17, text: "Cod goes to Oslo." }],
    };
    const heading = asked("# Port");
    expect(place(moved, heading)).toEqual({ placed: [], dead: [moved, heading] });
  });

  it("places a question once a passage", () => {
    const both: AnticipatedQuestion = {
      question: "Q?",
      language: "es",
      answers: [...asked("Cod goes to Oslo.").answers, ...asked("The fleet has 42 boats.").answers],
    };
    expect(place(both).placed).toHaveLength(2);
  });

  it("places a question at the first three passages that answer it", () => {
    const answers = [
      ...asked("It teaches 118 pupils.", "b.md").answers,
      ...asked("Ice comes from Bergen.").answers,
      ...asked("The fleet has 42 boats.").answers,
      ...asked("Cod goes to Oslo.").answers,
      ...asked("It lost three in 1998.").answers,
    ];
    expect(place({ question: "Q?", language: "en", answers }).placed).toEqual([
      ["It teaches 118 pupils.", [0]],
      ["Ice comes from Bergen.", [0]],
      ["The fleet has 42 boats. It lost three in 1998.", [0, 1]],
    ]);
  });

  it("never places a question outside the text it is anchored to", () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.nat(40), (start, length) => {
        const end = Math.min(TEXT.length, start + 1 + length);
        const one: AnticipatedQuestion = {
          question: "Q?",
          language: "en",
          answers: [{ start, end, text: TEXT.slice(start, end) }],
        };
        return placeQuestions([one], corpus, SOURCES).placed.every(({ passageId }) => {
          const passage = corpus.passages.find(({ id }) => id === passageId);
          const [first, last] = [passage?.segments[0], passage?.segments.at(-1)];
          return first !== undefined && last !== undefined && first.start < end && start < last.end;
        });
      }),
    );
  });
});
