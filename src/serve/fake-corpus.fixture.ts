import type { Corpus } from "../domain/corpus.ts";
import type { Passage, PassageKind } from "../domain/passage.ts";

type Extra = Partial<Omit<Passage, "id" | "kind" | "text">> & { readonly gap?: number };

/** Passages as if they stood in one source, in the order they are made. */
function createPassageMaker(): (id: string, kind: PassageKind, text: string, extra?: Extra) => Passage {
  let order = 0;
  let at = 0;
  return (id, kind, text, { gap = 2, ...extra } = {}) => {
    const start = at + gap;
    at = start + text.length;
    return {
      id,
      kind,
      documentId: "report.txt",
      order: order++,
      text,
      segments: [{ start, end: at }],
      sentences: [{ start: 0, end: text.length }],
      chapter: 1,
      section: [],
      list: null,
      table: null,
      notes: [],
      ...extra,
    };
  };
}

const listPlace = (index: number) => ({
  listId: "list-1",
  index,
  size: 2,
  leadIn: "It has two parts:",
  leadInPassageId: null,
});
const boxPlace = (index: number) => ({
  listId: "box-1",
  index,
  size: 2,
  leadIn: "Box 1: What to do",
  leadInPassageId: null,
});
const tablePlace = (cells: string[]) => ({
  caption: "Table 1. Doctors & nurses",
  header: ["", "Mexico", "OECD"],
  cells,
  note: "Source: <OECD>",
});

/** A made-up report with a passage of every kind. */
export function fakeCorpus(): Corpus {
  const make = createPassageMaker();
  const security = ["Violence"];
  const note = { at: 38, number: 12, passageId: "note-12" };
  return {
    meta: {
      id: "a-report",
      title: "A Report on <Two> Neighbours",
      publisher: "An Institute",
      date: "2021",
      asOf: "early 2021",
      url: "https://example.org/report",
      language: "en",
      examples: [],
      files: null,
    },
    chapters: [
      { number: null, title: "Introduction", authors: ["D. Wood", "A. Rudman"], pages: { from: 1, to: 9 } },
      {
        number: 1,
        title: "Putting Security First",
        authors: ["G. Santamaría"],
        pages: { from: 10, to: null },
      },
    ],
    headings: [
      { documentId: "report.txt", chapter: 1, level: 1, text: "Violence", start: 0, end: 8, order: 6 },
      { documentId: "report.txt", chapter: 1, level: 2, text: "In *figures*", start: 9, end: 20, order: 10 },
      { documentId: "report.txt", chapter: 1, level: 1, text: "Endnotes", start: 90, end: 98, order: 17 },
    ],
    passages: [
      make("entry-0", "contents-entry", "Introduction 1 By D. Wood", { chapter: 0 }),
      make("entry-1", "contents-entry", "01. Putting Security First 10 By G. Santamaría", { chapter: 1 }),
      make("intro-1", "prose", "Two short paragraphs.\n\nStand in *one* passage.", { chapter: 0 }),
      make("by-1", "byline", "By **Gema Santamaría**"),
      make("stand-1", "standfirst", "Security comes first."),
      make("epi-1", "epigraph", "“We are neighbours.”\n\n-A president"),
      make("prose-1", "prose", "The rate went from 8 to 24 homicides,* which cost \\$4 billion.", {
        section: security,
        notes: [note],
      }),
      make("prose-2", "prose", "It went on in the same paragraph.", { section: security, gap: 1 }),
      make("item-1", "list-item", "Reform the *police*", { section: security, list: listPlace(0) }),
      make("item-2", "list-item", "Reform the courts & prisons", { section: security, list: listPlace(1) }),
      make("row-1", "table-row", "Doctors\t2.4\t3.5", { table: tablePlace(["Doctors", "2.4", "3.5"]) }),
      make("row-2", "table-row", "Nurses\t2.9\t8.8", { table: tablePlace(["Nurses", "2.9", "8.8"]) }),
      make("tnote-1", "table-note", "Source: <OECD>"),
      make("fig-1", "figure-caption", "Figure 1. Apprehensions"),
      make("figs-1", "figure-source", "Sources: DHS"),
      make("box-1", "box-item", "1. Re-enter the agreement", { list: boxPlace(0) }),
      make("box-2", "box-item", "2. Hold on to it", { list: boxPlace(1) }),
      make("note-12", "endnote", '[12] A. Author, "A <b>title</b>", <https://example.org/a?b=1&c=2>.'),
      make("note-13", "endnote", "[13] Nobody refers to this."),
      make("bio-1", "biography", "**Duncan Wood** directs an institute.", { section: ["Duncan Wood"] }),
      make("pull-1", "pull-quote", "“Words that stand nowhere else.”"),
    ],
  };
}
