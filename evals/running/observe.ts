import { askRequestSchema, type AskResponse, type HistoryEntry } from "../../src/domain/contract.ts";
import { sourceSpans, type Span } from "../../src/domain/span.ts";
import { citationFaults } from "../scorers/citation-validity.ts";
import type { SourceRange } from "../scorers/source-range.ts";
import type { EvalCase, Session } from "./eval-case.ts";
import type { SourcePassage, Target } from "./target.ts";

/** A question that was asked, with all that scoring needs of the response. */
export interface Observation {
  readonly case: EvalCase;
  readonly response: AskResponse;
  /** Source ranges of the retrieved passages, best first. */
  readonly ranked: readonly SourceRange[];
  /** Source ranges of each citation's quote. */
  readonly cited: readonly (readonly SourceRange[])[];
  /** What is wrong with the citations. */
  readonly faults: readonly string[];
  /** The response when no confidence was too low; null when the target cannot be told to. */
  readonly attempt: AskResponse | null;
  /** For a turn of a conversation, the response to its standalone question asked alone. */
  readonly alone: AskResponse | null;
}

export interface ObserveOptions {
  /** Text of a source file; undefined for one that the corpus does not have. */
  readonly source: (documentId: string) => string | undefined;
  readonly composer: AskResponse["composer"];
  /** Called after each question. */
  readonly onAsked?: () => void;
}

/** Asks the questions of one session in order; the turns of a conversation with the turns before as history. */
export async function observeSession(
  target: Target,
  session: Session,
  options: ObserveOptions,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  const history: HistoryEntry[] = [];
  for (const one of session) {
    const observation = await observe(target, one, history, options);
    observations.push(observation);
    const { answer, citations } = observation.response;
    history.push(
      { role: "user", content: one.expectation.question },
      { role: "assistant", content: answer, citations: citations.map((c) => c.passageId) },
    );
    options.onAsked?.();
  }
  return observations;
}

async function observe(
  target: Target,
  one: EvalCase,
  history: readonly HistoryEntry[],
  options: ObserveOptions,
): Promise<Observation> {
  const request = askRequestSchema.parse({
    question: one.expectation.question,
    include: ["trace"],
    ...(history.length > 0 ? { history } : {}),
    composer: options.composer,
  });
  const response = await target.ask(request);
  const passages = await passagesOf(target, response);
  const later = one.turn !== null && one.turn.role !== "first" ? one.turn.standalone : null;
  return {
    case: one,
    response,
    ranked: (response.trace?.ranked ?? []).flatMap(({ passageId }) => {
      const passage = passages.get(passageId);
      return passage ? wholeRange(passage) : [];
    }),
    cited: response.citations.map(({ passageId, start, end }) => {
      const passage = passages.get(passageId);
      return passage ? rangesOf(passage, { start, end }) : [];
    }),
    faults: citationFaults(response, (id) => {
      const passage = passages.get(id);
      const source = passage && options.source(passage.documentId);
      return source === undefined || !passage ? undefined : { ...passage, source };
    }),
    attempt: one.turn === null && target.attempt ? await target.attempt(request) : null,
    alone:
      later === null
        ? null
        : await target.ask(askRequestSchema.parse({ question: later, composer: options.composer })),
  };
}

/** The passages that a response names. */
async function passagesOf(target: Target, response: AskResponse): Promise<Map<string, SourcePassage>> {
  const named = [...(response.trace?.ranked ?? []), ...response.citations].map((p) => p.passageId);
  const found = new Map<string, SourcePassage>();
  for (const id of new Set(named)) {
    const passage = await target.passage(id);
    if (passage) found.set(id, passage);
  }
  return found;
}

function wholeRange({ documentId: document, segments }: SourcePassage): SourceRange[] {
  const [first, last] = [segments[0], segments.at(-1)];
  return first && last ? [{ document, start: first.start, end: last.end }] : [];
}

/** No ranges for offsets that the passage does not have: the citation is invalid then. */
function rangesOf({ documentId: document, text, segments }: SourcePassage, span: Span): SourceRange[] {
  if (span.start < 0 || span.start > span.end || span.end > text.length) return [];
  return sourceSpans(segments, span).map((range) => ({ document, ...range }));
}
