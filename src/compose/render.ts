import type { Citation } from "../domain/contract.ts";
import { AppError } from "../domain/errors.ts";
import { plainText } from "../domain/plain-text.ts";
import { tableRowText } from "../domain/table-text.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { Draft, DraftPart, Evidence } from "./draft.ts";
import { makeCitation } from "./make-citation.ts";
import type { WrittenPart } from "./written/check-unit.ts";

export type AnswerEvent =
  | { readonly type: "delta"; readonly text: string }
  | { readonly type: "citation"; readonly citation: Citation };

export interface RenderedAnswer {
  /** Markdown with markers. */
  readonly answer: string;
  readonly citations: Citation[];
}

/** A line of an answer, composed of the report's words or written by a model and checked against them. */
export type AnswerPart = DraftPart | WrittenPart;

/** Renders an answer part by part. */
export interface Renderer {
  /** @throws AppError `internal` for a part that says what its evidence does not: such a part is never sent. */
  readonly add: (part: AnswerPart) => void;
  /** Whether nothing was added yet. */
  readonly empty: boolean;
  /** What was added so far. @throws AppError `internal` when markers and citations do not match. */
  readonly finish: () => RenderedAnswer;
}

/**
 * Gives out markers in order of appearance, checks every part against its evidence and tells `onEvent`
 * of each part as soon as it stands: the citation first, then the words that carry its marker.
 */
export function createRenderer(
  index: SearchIndex,
  base: string,
  onEvent: (event: AnswerEvent) => void = () => undefined,
): Renderer {
  const citations: Citation[] = [];
  const markers = new Map<string, number>();
  let answer = "";
  let before: AnswerPart | null = null;

  const markerOf = (evidence: Evidence, check: Citation["check"]): number => {
    const key = `${evidence.passage.id}:${evidence.span.start}-${evidence.span.end}`;
    const known = markers.get(key);
    if (known !== undefined) return known;
    const marker = citations.length + 1;
    markers.set(key, marker);
    const citation = makeCitation(marker, evidence, check, index, base);
    citations.push(citation);
    onEvent({ type: "citation", citation });
    return marker;
  };

  const textOf = (part: AnswerPart): string => {
    if (part.kind === "frame") return escapeMarkdown(part.text);
    const bullet = part.layout === "bullet" ? "- " : "";
    if (part.kind === "written") {
      const given = part.evidence.map((one) => markerOf(one, one.check));
      const shown = [...new Set(given)].map((marker) => `[${marker}]`).join(" ");
      return `${bullet}${escapeMarkdown(part.text)} ${shown}`;
    }
    assertSupported(part);
    const marker = markerOf(part.evidence, part.check);
    return `${bullet}${escapeMarkdown(part.frame)}${words(part)} [${marker}]`;
  };

  return {
    add: (part) => {
      const text = separator(before, part) + textOf(part);
      before = part;
      answer += text;
      onEvent({ type: "delta", text });
    },
    get empty() {
      return before === null;
    },
    finish: () => {
      assertMarkers(answer, citations.length);
      return { answer, citations };
    },
  };
}

/** Renders a whole draft. @throws as `Renderer`. */
export function renderDraft(
  draft: Draft,
  index: SearchIndex,
  base: string,
  onEvent?: (event: AnswerEvent) => void,
): RenderedAnswer {
  const renderer = createRenderer(index, base, onEvent);
  for (const part of draft.parts) renderer.add(part);
  return renderer.finish();
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

function separator(before: AnswerPart | null, part: AnswerPart): string {
  if (!before) return "";
  const bullet = (p: AnswerPart): boolean => p.kind !== "frame" && p.layout === "bullet";
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

/** Keeps the report's own characters from turning into Markdown that it did not declare. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_<[\]]|&(?=#?\w+;)/gu, "\\$&")
    .replace(/^([#>+-])/u, "\\$1")
    .replace(/^(\d+)\.(?=\s)/u, "$1\\.");
}
