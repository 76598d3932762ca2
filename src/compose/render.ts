import type { Citation } from "../domain/contract.ts";
import { AppError } from "../domain/errors.ts";
import { plainText } from "../domain/plain-text.ts";
import { tableRowText } from "../domain/table-text.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { Draft, DraftPart, Evidence } from "./draft.ts";
import { placeOf, readerUrl } from "./places.ts";

export type AnswerEvent =
  | { readonly type: "delta"; readonly text: string }
  | { readonly type: "citation"; readonly citation: Citation };

export interface RenderedAnswer {
  /** Markdown with markers. */
  readonly answer: string;
  readonly citations: Citation[];
}

/**
 * Gives out markers in order of appearance, checks every part against its evidence and tells `onEvent`
 * of each part as soon as it stands: the citation first, then the words that carry its marker.
 * @throws AppError `internal` when a part says what its evidence does not: such an answer is never sent.
 */
export function renderDraft(
  draft: Draft,
  index: SearchIndex,
  base: string,
  onEvent: (event: AnswerEvent) => void = () => undefined,
): RenderedAnswer {
  const citations: Citation[] = [];
  const markers = new Map<string, number>();
  let answer = "";
  draft.parts.forEach((part, i) => {
    let text = `${separator(draft.parts[i - 1], part)}${part.kind === "frame" ? escapeMarkdown(part.text) : ""}`;
    if (part.kind === "cited") {
      assertSupported(part);
      const key = `${part.evidence.passage.id}:${part.evidence.span.start}-${part.evidence.span.end}`;
      let marker = markers.get(key);
      if (marker === undefined) {
        marker = citations.length + 1;
        markers.set(key, marker);
        const citation = makeCitation(marker, part.evidence, part.check, index, base);
        citations.push(citation);
        onEvent({ type: "citation", citation });
      }
      text += `${part.layout === "bullet" ? "- " : ""}${escapeMarkdown(part.frame)}${words(part)} [${marker}]`;
    }
    answer += text;
    onEvent({ type: "delta", text });
  });
  assertMarkers(answer, citations.length);
  return { answer, citations };
}

function words({ text, quoted = false }: Extract<DraftPart, { kind: "cited" }>): string {
  return quoted ? `«${escapeMarkdown(text)}»` : escapeMarkdown(text);
}

/** Every marker in the answer is one that was given out, and each was used. */
function assertMarkers(answer: string, count: number): void {
  const used = new Set([...answer.matchAll(/(?<!\\)\[(\d+)\]/gu)].map((m) => Number(m[1])));
  if (used.size !== count || [...used].some((marker) => marker < 1 || marker > count)) {
    throw new AppError("internal", "the markers of an answer do not match its citations");
  }
}

function separator(before: DraftPart | undefined, part: DraftPart): string {
  if (!before) return "";
  const bullet = (p: DraftPart): boolean => p.kind === "cited" && p.layout === "bullet";
  if (bullet(part)) return bullet(before) ? "\n" : "\n\n";
  if (bullet(before)) return "\n\n";
  if (part.kind === "cited" && part.layout === "line") return "\n\n";
  return " ";
}

function assertSupported(part: Extract<DraftPart, { kind: "cited" }>): void {
  const { passage, span } = part.evidence;
  const quote = passage.text.slice(span.start, span.end);
  const said =
    part.check === "table-row" && passage.table ? `${tableRowText(passage.table)}.` : plainText(quote);
  if (quote.trim() === "" || part.text !== said) {
    throw new AppError(
      "internal",
      `an answer part does not stand in passage ${passage.id} at ${span.start}-${span.end}`,
    );
  }
}

function makeCitation(
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
    url: readerUrl(base, passage, quote),
  };
}

/** Keeps the report's own characters from turning into Markdown that it did not declare. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_<[\]]/gu, "\\$&")
    .replace(/^([#>+-])/u, "\\$1")
    .replace(/^(\d+)\.(?=\s)/u, "$1\\.");
}
