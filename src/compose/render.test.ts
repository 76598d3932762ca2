import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCorpus, makePassage } from "../domain/corpus.fixture.ts";
import type { Passage } from "../domain/passage.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quotePassage, quoteSentences, quoteSpan } from "./cite.ts";
import type { DraftPart } from "./draft.ts";
import { renderDraft, type AnswerEvent } from "./render.ts";

const note = makePassage("[7] A source.", { kind: "endnote", id: "note-7" });
const prose = makePassage("The rate rose to 24. It fell later.", {
  id: "prose",
  notes: [{ at: 20, number: 7, passageId: "note-7" }],
});
const row = makePassage("Doctors\t2.4\t3.5", {
  id: "row",
  kind: "table-row",
  table: {
    caption: "Table 2. Health",
    header: ["", "Mexico", "OECD"],
    cells: ["Doctors", "2.4", "3.5"],
    note: "(*) OECD",
  },
});
const corpus = makeCorpus([prose, row, note], [{ number: 3, title: "Health", authors: ["A. Author"] }]);

function indexOf(passages: readonly Passage[]): SearchIndex {
  const byId = new Map(passages.map((p) => [p.id, p]));
  const nothing = { size: 0, dimensions: 1, search: () => Promise.resolve([]) };
  return {
    id: "test",
    encoderId: "none",
    corpus,
    recased: (question: string) => question,
    isName: () => false,
    isPerson: () => false,
    respelled: (text: string) => text,
    passage: (id) => byId.get(id),
    lexical: { search: () => [] },
    sentences: { index: nothing, rows: [], firstRow: () => undefined, text: () => "", similarity: () => 0 },
    passages: { index: nothing, rows: [] },
    questions: () => null,
    unanswered: () => null,
    translations: () => null,
    terms: {
      idf: () => 0,
      ofSentence: () => [],
      setOfSentence: () => new Set(),
      ofPlace: () => new Set(),
      known: () => false,
    },
  };
}
const index = indexOf(corpus.passages);

function render(parts: readonly DraftPart[]) {
  const events: AnswerEvent[] = [];
  const rendered = renderDraft({ parts, notices: [] }, index, "https://host", (e) => events.push(e));
  return { ...rendered, events };
}

describe("renderDraft", () => {
  it("numbers citations by appearance, uses a number again for the same words, and quotes exactly", () => {
    const { answer, citations } = render([
      quoteSentences(prose, 1, 1),
      quotePassage(row, "line"),
      quoteSentences(prose, 1, 1, "bullet"),
    ]);
    expect(answer).toBe("It fell later. [1]\n\nDoctors: Mexico 2.4, OECD 3.5. [2]\n\n- It fell later. [1]");
    expect(citations.map((c) => c.marker)).toEqual([1, 2]);
    for (const c of citations) expect(c.quote).toBe(c.text.slice(c.start, c.end));
    expect(citations[1]).toMatchObject({
      quote: "Doctors\t2.4\t3.5",
      check: "table-row",
      table: { caption: "Table 2. Health", header: ["", "Mexico", "OECD"], note: "(*) OECD" },
    });
  });

  it("attaches the endnotes that the quoted words carry, and no others", () => {
    expect(render([quoteSentences(prose, 0, 0)]).citations[0]?.notes).toEqual([
      { number: 7, text: "[7] A source.", passageId: "note-7" },
    ]);
    expect(render([quoteSentences(prose, 1, 1)]).citations[0]?.notes).toEqual([]);
  });

  it("points into the reader at the quote", () => {
    expect(render([quoteSentences(prose, 1, 1)]).citations[0]?.url).toBe(
      "https://host/report?quote=prose.16-28#p-prose",
    );
  });

  it("keeps a frame from passing for a marker", () => {
    const { answer, citations } = render([
      { kind: "frame", text: "Report on bananas [7]." },
      quoteSentences(prose, 1, 1, "sentence", "Chapter [8]: "),
    ]);
    expect(answer).toBe("Report on bananas \\[7\\]. Chapter \\[8\\]: It fell later. [1]");
    expect(citations).toHaveLength(1);
  });

  it("refuses to say what its evidence does not", () => {
    const forged: DraftPart = {
      kind: "cited",
      frame: "",
      text: "The rate rose to 42.",
      evidence: { passage: prose, span: { start: 0, end: 20 } },
      check: "verbatim",
      layout: "sentence",
    };
    expect(() => render([forged])).toThrow(/does not stand in passage prose/u);
  });

  it("streams what it returns, each citation before the words that carry its marker", () => {
    const { answer, events } = render([quoteSentences(prose, 0, 0), quotePassage(row, "bullet")]);
    expect(events.flatMap((e) => (e.type === "delta" ? [e.text] : [])).join("")).toBe(answer);
    expect(events.map((e) => e.type)).toEqual(["citation", "delta", "citation", "delta"]);
  });

  it("for any spans of a passage: markers are 1 to n in order, and every quote is in the text", () => {
    const span = fc
      .tuple(fc.nat(34), fc.nat(34))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
        const visible = spans.filter((s) => prose.text.slice(s.start, s.end).trim() !== "");
        const { answer, citations } = render(visible.map((s) => quoteSpan(prose, s, "bullet")));
        const markers = [...answer.matchAll(/\[(\d+)\]$/gmu)].map((m) => Number(m[1]));
        expect([...new Set(markers)]).toEqual(citations.map((c) => c.marker));
        expect(citations.map((c) => c.marker)).toEqual(citations.map((_, i) => i + 1));
        for (const c of citations) expect(prose.text.includes(c.quote)).toBe(true);
      }),
    );
  });
});
