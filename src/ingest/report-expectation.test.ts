import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import type { Passage, PassageKind } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";
import { checkCorpus, ingest } from "./index.ts";
import { splitLines } from "./lines.ts";
import expectation from "./report-expectation.fixture.json" with { type: "json" };

/** The real report against what a reader found in it (report-expectation.md). */
const meta = corpusMetaSchema.parse(JSON.parse(await readFile("corpus/corpus.json", "utf8")));
const text = await readFile("corpus/report.txt", "utf8");
const documents = [{ id: "report.txt", title: meta.title, format: "report" as const, text }];
const { corpus, report } = ingest(documents, meta);

const ofKind = (...kinds: PassageKind[]): readonly Passage[] =>
  corpus.passages.filter((p) => kinds.includes(p.kind));
const unbold = (words: string): string => words.replaceAll("**", "");

describe("the report", () => {
  it("passes its own check", () => {
    expect(checkCorpus(corpus, documents)).toEqual([]);
  });

  it("has the chapters, authors and pages of its contents, each with an entry and a by-line", () => {
    expect(corpus.chapters).toEqual(expectation.chapters);
    expect(ofKind("contents-entry").map((p) => p.chapter)).toEqual(expectation.chapters.map((_, i) => i));
    expect(ofKind("byline").map((p) => ({ chapter: p.chapter, text: unbold(p.text) }))).toEqual(
      expectation.bylines,
    );
  });

  it("has the headings and levels that a reader sees", () => {
    expect(report.headings).toEqual(expectation.headings);
  });

  it("has its endnotes, with the lines that belong to them", () => {
    const counted = report.chapters.flatMap(({ endnotes }, chapter) =>
      endnotes > 0 ? [{ chapter, endnotes }] : [],
    );
    expect(counted).toEqual(expectation.endnotes.map(({ chapter, count }) => ({ chapter, endnotes: count })));
    for (const { chapter, note, startsWith } of expectation.endnoteContinuations) {
      const own = ofKind("endnote").filter((p) => p.chapter === chapter);
      expect(own[note - 1]?.text).toContain(` ${startsWith}`);
    }
  });

  it("links every endnote once, and leaves the treaty's own marks alone", () => {
    const linked = report.chapters.flatMap(({ linkedMarkers }, chapter) =>
      linkedMarkers > 0 ? [{ chapter, linked: linkedMarkers }] : [],
    );
    expect(linked).toEqual(expectation.markersPerChapter);
    const targets = corpus.passages.flatMap((p) => p.notes.map((note) => note.passageId));
    expect(new Set(targets).size).toBe(ofKind("endnote").length);
    expect(report.unlinkedMarkers).toHaveLength(expectation.unlinkedMarkers.length);
    for (const [i, { chapter, marker, after }] of expectation.unlinkedMarkers.entries()) {
      const found = report.unlinkedMarkers[i];
      expect(found).toMatchObject({ chapter, number: marker });
      expect(after.endsWith(found?.after.slice(-30) ?? "?")).toBe(true);
    }
  });

  it("drops the quotes and standfirsts that repeat the text, and no others", () => {
    const judged = ({
      chapter,
      text: words,
      repeatsBody,
    }: {
      chapter: number;
      text: string;
      repeatsBody: boolean;
    }) => ({
      chapter,
      text: words,
      repeatsBody,
    });
    expect(report.pullQuotes.map(judged)).toEqual(expectation.pullQuotes.map(judged));
    expect(report.standfirsts.map(judged)).toEqual(expectation.standfirsts.map(judged));
    const kept = [...expectation.standfirsts, ...expectation.pullQuotes]
      .filter((r) => !r.repeatsBody)
      .map((r) => r.text);
    expect(ofKind("standfirst", "pull-quote").map((p) => p.text)).toEqual(kept);
  });

  it("joins exactly the sentences that page breaks cut", () => {
    const ends = ({ chapter, before, after }: { chapter: number; before: string; after: string }) =>
      `${chapter} …${before.slice(-22)} | ${after.slice(0, 18)}…`;
    expect(report.joins.map(ends)).toEqual(expectation.joins.map(ends));
    for (const { chapter, before, after } of expectation.joins) {
      const words = ofKind("prose")
        .filter((p) => p.chapter === chapter)
        .map((p) => p.text);
      expect(
        words.some((w) => w.includes(`${before.split(" ").at(-1)} ${after.split(" ", 2).join(" ")}`)),
      ).toBe(true);
    }
  });

  it("has its lists with their lead-ins", () => {
    const firsts = ofKind("list-item").filter((p) => p.list?.index === 0);
    expect(firsts).toHaveLength(expectation.lists.length);
    for (const [i, list] of expectation.lists.entries()) {
      const first = firsts[i];
      const items = ofKind("list-item").filter((p) => p.list?.listId === first?.list?.listId);
      expect(first).toMatchObject({ chapter: list.chapter, list: { leadIn: list.leadIn, size: list.items } });
      expect(items).toHaveLength(list.items);
      expect(items[0]?.text.startsWith(list.first)).toBe(true);
      expect(items.at(-1)?.text.startsWith(list.last)).toBe(true);
      expect(first?.list?.leadInPassageId === null).toBe(!list.leadIn.endsWith(":"));
    }
  });

  it("has its tables, box, figures and epigraph", () => {
    const rows = ofKind("table-row").map(({ table, chapter }) => ({ chapter, ...table }));
    expect(rows).toEqual(
      expectation.tables.flatMap(({ chapter, caption, header, rows: all, notes }) =>
        all.map((cells) => ({ chapter, caption, header, cells, note: notes.join(" ") })),
      ),
    );
    expect(ofKind("table-note").map((p) => p.text)).toEqual(expectation.tables.flatMap((t) => t.notes));
    expect(ofKind("box-item").map((p) => p.text)).toEqual(expectation.box.items);
    expect(new Set(ofKind("box-item").map((p) => p.list?.leadIn))).toEqual(
      new Set([expectation.box.caption]),
    );
    const figures = expectation.figures
      .flatMap((f) => [f.caption, f.sources])
      .filter((line) => line !== null);
    const captions = ofKind("figure-caption", "figure-source").map((p) => p.text);
    expect(captions.filter((caption) => caption !== expectation.box.caption)).toEqual(figures);
    const { lines, attribution } = expectation.epigraph;
    expect(ofKind("epigraph").map((p) => p.text)).toEqual([[...lines, attribution].join(" ")]);
  });

  it("has every author's biography under the author's name", () => {
    const names = ofKind("biography").map((p) => p.section[0]);
    expect([...new Set(names)]).toEqual(expectation.biographies);
  });

  it("cuts running text to 60 to 120 words where paragraphs allow", () => {
    const lengths = ofKind("prose").map((p) => plainText(p.text).split(" ").length);
    const within = lengths.filter((n) => n >= 50 && n <= 125).length;
    expect(within / lengths.length).toBeGreaterThan(0.9);
    expect(Math.max(...lengths)).toBeLessThan(150);
  });

  it("leaves no line out but titles, table heads and repeated quotes", () => {
    const covered = new Uint8Array(text.length);
    const spans = [...corpus.passages.flatMap((p) => p.segments), ...corpus.headings];
    for (const { start, end } of spans) covered.fill(1, start, end);
    const repeated = [...report.pullQuotes, ...report.standfirsts]
      .filter((r) => r.repeatsBody)
      .map((r) => r.text);
    const titles = [meta.title, ...expectation.chapters.map((chapter) => chapter.title)];
    const tables = expectation.tables.flatMap(({ caption, header }) => [caption, header.join("\t").trim()]);
    const leftOut = splitLines(text).filter(({ start, end }) => {
      const letters = [...text.slice(start, end).matchAll(/\p{L}/gu)].map((match) => start + match.index);
      return letters.filter((at) => covered[at] === 0).length > letters.length / 2;
    });
    const unexplained = leftOut
      .map((line) => line.text)
      .filter((line) => !/^(?:CONTENTS|Chapter \d)$/u.test(line))
      .filter(
        (line) => ![...repeated, ...tables].includes(line) && !titles.some((title) => title.includes(line)),
      );
    expect(leftOut.length).toBeGreaterThan(repeated.length);
    expect(unexplained).toEqual([]);
  });
});
