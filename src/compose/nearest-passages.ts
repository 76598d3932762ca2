import { LIMITS, type NearestPassage } from "../domain/contract.ts";
import type { Corpus } from "../domain/corpus.ts";
import { plainText } from "../domain/plain-text.ts";
import type { Span } from "../domain/span.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { Phrases } from "./phrases.ts";
import { readerUrl, viewPassage } from "./places.ts";
import { escapeMarkdown } from "./render.ts";
import type { RankedSentence } from "./select.ts";

/** A passage that comes near a question which is not answered, and the sentence of it that comes nearest. */
export interface Nearest extends Pick<Candidate, "passage" | "score"> {
  readonly span: Span;
}

/** @param ranked sentences of the candidates, best first */
export function nearestPassages(
  candidates: readonly Candidate[],
  ranked: readonly RankedSentence[],
): Nearest[] {
  return candidates.slice(0, LIMITS.nearest).map(({ passage, score }) => {
    const best = ranked.find(({ candidate }) => candidate.passage.id === passage.id);
    const span = passage.table ? undefined : passage.sentences[best?.sentence ?? 0];
    return { passage, score, span: span ?? { start: 0, end: passage.text.length } };
  });
}

/** As a response tells it. */
export function viewNearest(corpus: Corpus, { passage, score, span }: Nearest, base: string): NearestPassage {
  return {
    ...viewPassage(corpus, passage, score, base),
    quote: passage.text.slice(span.start, span.end),
    url: readerUrl(base, passage, span),
  };
}

/** Their sections as Markdown links under a line that says what they are, each section once; "" for none. */
export function nearestLines(
  nearest: readonly Nearest[],
  phrases: Phrases,
  corpus: Corpus,
  base: string,
): string {
  const lines = new Map<string, string>();
  for (const { passage, span } of nearest) {
    const chapter = corpus.chapters[passage.chapter];
    const section = plainText(passage.section.at(-1) ?? chapter?.title ?? "");
    const where = phrases.chapter(chapter);
    const named = where === "" || where === section ? "" : ` (${escapeMarkdown(where)})`;
    const line = `- [${escapeMarkdown(section)}](${readerUrl(base, passage, span)})${named}`;
    if (!lines.has(section + where)) lines.set(section + where, line);
  }
  return lines.size === 0 ? "" : `\n\n${phrases.nearest}\n\n${[...lines.values()].join("\n")}`;
}
