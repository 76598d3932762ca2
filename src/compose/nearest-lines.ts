import { plainText } from "../domain/plain-text.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Phrases } from "./phrases.ts";
import { readerUrl } from "./places.ts";
import { escapeMarkdown } from "./render.ts";

/** The sections of some candidates as Markdown links under a line that says what they are, each section once; "" for none. */
export function nearestLines(
  candidates: readonly Candidate[],
  phrases: Phrases,
  corpus: Corpus,
  base: string,
): string {
  const lines = new Map<string, string>();
  for (const { passage } of candidates) {
    const chapter = corpus.chapters[passage.chapter];
    const section = plainText(passage.section.at(-1) ?? chapter?.title ?? "");
    const where = phrases.chapter(chapter);
    const named = where === "" || where === section ? "" : ` (${escapeMarkdown(where)})`;
    const line = `- [${escapeMarkdown(section)}](${readerUrl(base, passage)})${named}`;
    if (!lines.has(section + where)) lines.set(section + where, line);
  }
  return lines.size === 0 ? "" : `\n\n${phrases.nearest}\n\n${[...lines.values()].join("\n")}`;
}
