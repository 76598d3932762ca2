import type { Corpus } from "../domain/corpus.ts";
import type { Draft, DraftPart } from "./draft.ts";
import type { Phrases } from "./phrases.ts";

/**
 * An answer to a question in another language than the report's: the report's words stay as they are, in quotation marks,
 * under a line in the asker's language that says where they stand.
 */
export function frameForeign(draft: Draft, corpus: Corpus, phrases: Phrases): Draft {
  let said = -1;
  const parts = draft.parts.map((part): DraftPart => {
    if (part.kind !== "cited") return part;
    const { chapter: position, table } = part.evidence.passage;
    const chapter = corpus.chapters[position];
    const place = position === said || !chapter ? "" : phrases.inReport(chapter, table?.caption ?? null);
    said = position;
    // A frame of its own tells where as well.
    return { ...part, frame: part.frame === "" ? place : part.frame, quoted: true };
  });
  return { ...draft, parts };
}

/** Puts the report's words in quotation marks where a draft has frames of its own, already in the asker's language. */
export function quoteForeign(draft: Draft): Draft {
  const parts = draft.parts.map((part): DraftPart =>
    part.kind === "cited" ? { ...part, quoted: true } : part,
  );
  return { ...draft, parts };
}
