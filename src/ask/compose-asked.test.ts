import { describe, expect, it } from "vitest";
import { quoteSentences } from "../compose/cite.ts";
import type { ComposeOptions, Composition, Draft, ExtractiveComposer } from "../compose/index.ts";
import { makePassage } from "../domain/corpus.fixture.ts";
import { readHistory } from "../converse/index.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { Retrieve } from "./compose-parts.ts";
import { composeAsked } from "./compose-asked.ts";
import type { Understood } from "./understand.ts";

const analyzer = createEnglishAnalyzer();
const question = (text: string): Question => analyseQuestion(text, [], analyzer);
const before = readHistory(
  [
    { role: "user", content: "Who built the pier?" },
    { role: "assistant", content: "The council. [1]", citations: ["p1"] },
  ],
  () => ({ chapter: 0, section: [] }),
);
const asked = (text: string, given: Partial<Understood> = {}): Understood => ({
  question: question(text),
  parts: [],
  readings: null,
  inContext: {
    readings: { asked: question(text), withLast: question(`${text} (Who built the pier?)`) },
    shown: `in context: ${text}`,
  },
  shown: text,
  leans: false,
  fallback: false,
  ...given,
});

/** Answers with some confidence alone, and with another as a follow-up; null for no answer. */
function tools(
  alone: number | null,
  followUp: number | null,
  { declinedAt = 0.1, quote = null }: { declinedAt?: number; quote?: Draft | null } = {},
) {
  const composed: ComposeOptions[] = [];
  const looked: { text: string; quoted?: readonly string[]; said?: string }[] = [];
  const compose: ExtractiveComposer["compose"] = (_, __, options = {}) => {
    composed.push(options);
    const confidence = options.followUp ? followUp : alone;
    return {
      draft: quote,
      reason: confidence === null ? "not_in_report" : null,
      message: "",
      confidence: confidence ?? declinedAt,
      nearest: [],
      signals: {},
    } satisfies Composition;
  };
  const retrieve: Retrieve = ({ text }, near): Promise<Retrieval> => {
    looked.push({ text, ...near });
    return Promise.resolve({ vector: [], candidates: [], unanswered: [], encodeMs: 0 });
  };
  return { composer: { compose }, retrieve, composed, looked };
}

describe("a question that seems to stand alone", () => {
  it("is left alone when it is answered well", async () => {
    const own = tools(0.9, 0.95);
    const { shown, composition } = await composeAsked(asked("What does Latin cost?"), before, 6, own);
    expect(shown).toBe("What does Latin cost?");
    expect(composition.confidence).toBe(0.9);
    expect(own.looked).toEqual([{ text: "What does Latin cost?", quoted: [] }]);
  });

  it.each([
    ["not answered", null],
    ["hardly answered", 0.3],
  ])("is read as a follow-up when it is %s alone", async (_, alone) => {
    const own = tools(alone, 0.4);
    const { shown, composition } = await composeAsked(asked("Which masons helped?"), before, 6, own);
    expect(shown).toBe("in context: Which masons helped?");
    expect(composition.confidence).toBe(0.4);
    expect(own.composed[1]?.followUp?.said).toEqual({
      last: "The council. [1]",
      earlier: "",
      quoted: ["p1"],
      context: "The council.",
    });
    // What is read twice is looked for once; as it was asked it is read with what was said, too.
    expect(own.looked.slice(1)).toEqual([
      { text: "Which masons helped?", quoted: ["p1"] },
      { text: "Which masons helped? (Who built the pier?)", quoted: ["p1"] },
      { text: "Which masons helped?", quoted: ["p1"], said: "The council." },
    ]);
    expect(own.composed[1]?.followUp?.readings?.withLast?.question.text).toContain("pier");
  });

  it("is told as it was asked when what was said before makes no difference", async () => {
    const passage = makePassage("The pier cost 40.");
    const quote: Draft = { parts: [quoteSentences(passage, 0, 0)], notices: [] };
    const { shown } = await composeAsked(asked("What did it cost?"), before, 6, tools(0.3, 0.4, { quote }));
    expect(shown).toBe("What did it cost?");
  });

  it("is not made the report's by what was said when it is nothing like it alone", async () => {
    const own = tools(null, 0.9, { declinedAt: 0.001 });
    const { shown, composition } = await composeAsked(asked("Where is Paris?"), before, 6, own);
    expect(shown).toBe("Where is Paris?");
    expect(composition.reason).toBe("not_in_report");
  });

  it("stays as it was when that gives no answer either", async () => {
    const { shown, composition } = await composeAsked(asked("Who is Bo?"), before, 6, tools(0.3, null));
    expect(shown).toBe("Who is Bo?");
    expect(composition).toMatchObject({ reason: null, confidence: 0.3 });
  });

  it("is never read otherwise without a turn before", async () => {
    const own = tools(null, 0.9);
    const { composition } = await composeAsked(asked("Who helped?", { inContext: null }), before, 6, own);
    expect(composition.reason).toBe("not_in_report");
  });
});

describe("a question that leans on the turns before", () => {
  it("is looked for near what was quoted, in all its readings", async () => {
    const own = tools(null, 0.4);
    const readings = { asked: question("who helped?"), withLast: null };
    const leaning = asked("Who helped the council?", { leans: true, readings, inContext: null });
    const { composition, retrieveWhole } = await composeAsked(leaning, before, 6, own);
    expect(composition.reason).toBeNull();
    await retrieveWhole();
    expect(own.looked).toEqual([
      { text: "Who helped the council?", quoted: ["p1"] },
      { text: "who helped?", quoted: ["p1"] },
      { text: "who helped?", quoted: ["p1"], said: "The council." },
    ]);
  });
});
