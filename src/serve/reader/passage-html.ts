import { html } from "hono/html";
import type { Corpus } from "../../domain/corpus.ts";
import type { Passage } from "../../domain/passage.ts";
import type { Html } from "../page.ts";
import { renderInline, type Insertion } from "./inline.ts";

/** Renders the words of passages, with the marks of their notes. */
export interface PassageRenderer {
  /** The words, as inline HTML. */
  words(passage: Passage): Html;
  /** The words as paragraphs; inline when there is only one. */
  paragraphs(passage: Passage): Html;
  /** The marks alone, for passages whose words are shown in cells. */
  marks(passage: Passage): Html[];
  /** Where a note is referred to first and by which number; null when nothing refers to it. */
  firstReference(notePassageId: string): { readonly id: string; readonly number: number } | null;
  /** Whether a text is shown as a caption already. */
  isCaption(text: string): boolean;
}

/** The id of a passage's element: what citations point to. */
export function anchorOf(passageId: string): string {
  return `p-${passageId}`;
}

/**
 * A renderer for one corpus. The number of a note is drawn by the style sheet from `data-n`: were it in the
 * text, the characters of a quote that spans it could not be counted.
 */
export function createPassageRenderer(corpus: Corpus): PassageRenderer {
  const captions = new Set(corpus.passages.filter((p) => p.kind === "figure-caption").map((p) => p.text));
  const referring = new Map<string, { readonly passage: Passage; readonly number: number }>();
  for (const passage of corpus.passages) {
    for (const { passageId, number } of passage.notes) {
      if (!referring.has(passageId)) referring.set(passageId, { passage, number });
    }
  }
  const insertions = (passage: Passage): Insertion[] =>
    passage.notes.map((note) => {
      const id = referring.get(note.passageId)?.passage === passage ? html` id="r-${note.passageId}"` : "";
      return {
        at: note.at,
        content: html`<a
          class="note"
          ${id}
          href="#${anchorOf(note.passageId)}"
          role="doc-noteref"
          aria-label="Note ${note.number}"
          data-n="${note.number}"
        ></a>`,
      };
    });
  const words = (passage: Passage): Html => renderInline(passage.text, insertions(passage));
  return {
    words,
    paragraphs: (passage) => {
      const parts = passage.text.split("\n\n");
      if (parts.length === 1) return words(passage);
      const all = insertions(passage);
      let from = 0;
      return html`${parts.map((part) => {
        const start = from;
        const end = start + part.length;
        from = end + 2;
        const own = all.filter(({ at }) => at >= start && at < from);
        return html`<p>
          ${renderInline(
            part,
            own.map(({ at, content }) => ({ at: at - start, content })),
          )}
        </p>`;
      })}`;
    },
    marks: (passage) => insertions(passage).map(({ content }) => content),
    firstReference: (notePassageId) => {
      const reference = referring.get(notePassageId);
      return reference ? { id: `r-${notePassageId}`, number: reference.number } : null;
    },
    isCaption: (text) => captions.has(text),
  };
}
