import { createColors } from "picocolors";
import type { AskResponse, Citation, NearestPassage, PassageView } from "../domain/contract.ts";
import { plainText } from "../domain/plain-text.ts";
import { wrap } from "./wrap.ts";

export interface FormatOptions {
  /** Whether to use ANSI colours. */
  readonly color: boolean;
  /** Columns to wrap at. */
  readonly width: number;
}

const INDENT = "    ";

/** An answer for a terminal: its words, then where each marker comes from, or what is nearest when it abstained. */
export function formatAnswer(response: AskResponse, { color, width }: FormatOptions): string {
  const paint = createColors(color);
  const lines = response.answer
    .split("\n")
    .map((line) => wrap(withoutEscapes(line), width))
    .map((line) => line.replace(/\[\d+\]/gu, (marker) => paint.cyan(marker)));
  const indented = (text: string): string => wrap(text, width, INDENT);
  const source = (citation: Citation): string =>
    [
      `${paint.cyan(`[${citation.marker}]`)} ${paint.bold(place(citation))}`,
      paint.dim(indented(citedText(citation))),
      ...citation.notes.map((note) => paint.dim(indented(`Note ${note.number}: ${plainText(note.text)}`))),
    ].join("\n");
  const near = (passage: NearestPassage): string =>
    `${paint.bold(place(passage))}\n${paint.dim(indented(shorten(plainText(passage.quote), 240)))}`;
  return [
    lines.join("\n"),
    ...(response.uncovered === null ? [] : [`Not answered in the report: ${response.uncovered}`]),
    ...response.citations.map(source),
    ...(response.nearest.length > 0
      ? [paint.bold("Nearest in the report:"), ...response.nearest.map(near)]
      : []),
    paint.dim(`confidence ${response.confidence.toFixed(2)}, ${Math.round(response.timings.total)} ms`),
  ].join("\n\n");
}

/** "Chapter 3, Title > Section (pages 38-49)". */
function place({ chapter, section, pages }: Pick<PassageView, "chapter" | "section" | "pages">): string {
  const name = chapter.number === null ? chapter.title : `Chapter ${chapter.number}, ${chapter.title}`;
  const at = pages === null ? "" : ` (${pageNumbers(pages)})`;
  return `${section === null ? name : `${name} > ${section}`}${at}`;
}

function pageNumbers({ from, to }: { readonly from: number; readonly to: number | null }): string {
  if (to === null) return `from page ${from}`;
  return from === to ? `page ${from}` : `pages ${from}-${to}`;
}

/** The quote as a reader sees it; a table row with its caption, so that its figures mean something. */
function citedText({ quote, table }: Citation): string {
  const words = plainText(quote);
  return table === null ? `“${words}”` : `${plainText(table.caption)}: “${words}”`;
}

/** Markdown's backslash escapes are for Markdown viewers only. */
function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/gu, "$1");
}

function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters).replace(/\s+\S*$/u, "")} …`;
}
