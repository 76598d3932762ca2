import type { Citation } from "../domain/contract.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { Evidence } from "./draft.ts";
import { placeOf, readerUrl } from "./places.ts";

/** A citation of some words of a passage, with all that a reader needs to find and judge them. */
export function makeCitation(
  marker: number,
  { passage, span }: Evidence,
  check: Citation["check"],
  index: SearchIndex,
  base: string,
): Citation {
  const quote = passage.text.slice(span.start, span.end);
  return {
    marker,
    passageId: passage.id,
    quote,
    text: passage.text,
    start: span.start,
    end: span.end,
    ...placeOf(index.corpus, passage),
    table: passage.table
      ? {
          caption: passage.table.caption,
          header: [...passage.table.header],
          note: passage.table.note,
        }
      : null,
    notes: passage.notes
      .filter((note) => note.at > span.start && note.at <= span.end)
      .map((note) => ({
        number: note.number,
        text: index.passage(note.passageId)?.text ?? "",
        passageId: note.passageId,
      })),
    check,
    url: readerUrl(base, passage, span),
  };
}
