import {
  createMeasureSupport,
  keyPassages,
  writeAnswer,
  type Draft,
  type DraftPart,
  type Renderer,
  type Written,
  type WrittenPart,
} from "../compose/index.ts";
import type { Passage } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { AnswerCache } from "../ports/answer-cache.ts";
import type { AnswerWriter } from "../ports/answer-writer.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/** What a written answer is made from: the passages that were found, or the whole report, for models that can read it. */
export type WriteContext = "passages" | "report";

export interface WritingDeps {
  readonly writer: AnswerWriter;
  /** The index's own: sentences are compared with its vectors. */
  readonly encoder: Pick<Encoder, "embedQuery">;
  readonly context?: WriteContext;
  /** Answers made to choose the best-verified one of. */
  readonly candidates?: number;
  /** Milliseconds that writing may take, repairs included. */
  readonly timeoutMs?: number;
  readonly cache?: AnswerCache<Written> | null;
  /** Told of each look into the cache. */
  readonly onLookup?: (found: boolean) => void;
  /** Told why an answer, or the rest of one, was not written. */
  readonly onFailure?: (error: unknown) => void;
}

export interface WriteInput {
  readonly question: Question;
  /** The extractive answer; null when it abstains. */
  readonly draft: Draft | null;
  readonly candidates: readonly Candidate[];
  readonly topK: number;
  readonly signal: AbortSignal;
}

/** What writing came to; of "nothing", nothing was rendered. */
export type WriteOutcome = "written" | "cut short" | "declined" | "nothing";

export type WriteStep = (input: WriteInput, renderer: Renderer) => Promise<WriteOutcome>;

/** Writes answers by a model and adds them to a renderer, sentence by sentence as they are verified. */
export function createWriteStep(index: SearchIndex, analyzer: Analyzer, deps: WritingDeps): WriteStep {
  const { writer, encoder, context = "passages", candidates = 1, timeoutMs = 20_000, cache = null } = deps;
  const { onLookup = () => undefined, onFailure = () => undefined } = deps;
  const measure = createMeasureSupport(index, analyzer, encoder);
  const isReadable = ({ id }: Passage): boolean => index.sentences.firstRow(id) !== undefined;
  const readable = index.corpus.passages.filter(isReadable);
  const { title, date, asOf } = index.corpus.meta;

  const passagesFor = ({ draft, candidates: found, topK }: WriteInput): Passage[] => {
    if (context === "report") return readable;
    const quoted = (draft?.parts ?? []).flatMap((part) =>
      part.kind === "cited" ? [part.evidence.passage] : [],
    );
    const all = new Set([...quoted, ...found.slice(0, topK).map(({ passage }) => passage)]);
    return [...all].filter(isReadable);
  };

  return async (input, renderer) => {
    const { question, draft } = input;
    const passages = passagesFor(input);
    const key = await digest([
      question.text,
      index.id,
      writer.promptVersion,
      writer.model,
      question.language,
      candidates,
      context,
      context === "report" ? [] : passages.map(({ id }) => id),
    ]);
    const lead = leadOf(draft);
    const onPart = (part: WrittenPart): void => {
      if (renderer.empty && lead) renderer.add(lead);
      renderer.add(part);
    };
    const kept = cache?.get(key);
    if (cache) onLookup(kept !== undefined);
    if (kept) {
      kept.parts.forEach(onPart);
      return outcomeOf(kept);
    }
    try {
      const written = await writeAnswer(
        { question: question.text, report: { title, date, asOf } },
        keyPassages(passages, index),
        { writer, measure },
        { signal: input.signal, timeoutMs, candidates, onPart },
      );
      const whole = written.failure === null && (written.declined || written.parts.length > 0);
      if (whole) cache?.set(key, written);
      if (written.failure !== null) {
        input.signal.throwIfAborted();
        onFailure(written.failure);
      }
      return outcomeOf(written);
    } catch (error) {
      input.signal.throwIfAborted();
      onFailure(error);
      return "nothing";
    }
  };
}

/** Parts of an extractive answer whose words a written one does not cite: they make up for what was cut short. */
export function uncitedParts(
  draft: Draft,
  cited: readonly { passageId: string; start: number; end: number }[],
): DraftPart[] {
  return draft.parts.filter((part) => {
    if (part.kind !== "cited") return false;
    const { passage, span } = part.evidence;
    return !cited.some((one) => one.passageId === passage.id && one.start < span.end && span.start < one.end);
  });
}

function outcomeOf({ declined, parts, failure }: Written): WriteOutcome {
  if (declined) return "declined";
  if (parts.length === 0) return "nothing";
  return failure === null ? "written" : "cut short";
}

/** "As of the report (early 2021):" stands before a written answer, too. */
function leadOf(draft: Draft | null): DraftPart | null {
  const [first] = draft?.parts ?? [];
  return draft?.notices.includes("as_of") === true && first?.kind === "frame" ? first : null;
}

async function digest(value: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(value)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
