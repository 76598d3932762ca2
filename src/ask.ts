import {
  createExtractiveComposer,
  createRenderer,
  phrasesFor,
  round4,
  suggestQuestions,
  viewNearest,
  viewPassage,
  type AnswerEvent,
  type ComposerOptions,
} from "./compose/index.ts";
import { readHistory } from "./converse/index.ts";
import { composeAsked } from "./ask/compose-asked.ts";
import type { Retrieve } from "./ask/compose-parts.ts";
import { quotedOrNearest, round1, traceOf } from "./ask/response-parts.ts";
import { createUnderstanding } from "./ask/understand.ts";
import { createWriteStep, uncitedParts, type WriteOutcome, type WritingDeps } from "./ask/write-step.ts";
import type { AskRequest, AskResponse, PassageView, SearchResponse } from "./domain/contract.ts";
import { LIMITS } from "./domain/contract.ts";
import type { Corpus } from "./domain/corpus.ts";
import type { Passage } from "./domain/passage.ts";
import { isForeign, type Question } from "./domain/question.ts";
import type { Analyzer } from "./ports/analyzer.ts";
import type { Condenser } from "./ports/condenser.ts";
import type { Retriever } from "./ports/retriever.ts";
import type { SearchIndex } from "./ports/search-index.ts";
import { plainText } from "./domain/plain-text.ts";

export type { WriteContext, WritingDeps } from "./ask/write-step.ts";

/** What is known of an answer before its first word; `composer` is the one that is tried first. */
export type AskMeta = Pick<
  AskResponse,
  "id" | "conversationId" | "standaloneQuestion" | "composer" | "promptVersion" | "language"
>;

/** Told first: `meta`. Then the units of streaming: text whose citations have been verified already. */
export type AskEvent = { readonly type: "meta"; readonly meta: AskMeta } | AnswerEvent;

export interface AskOptions {
  /** The conversation that the answer belongs to; null, the default, for none. */
  readonly conversationId?: string | null;
  readonly signal?: AbortSignal;
  /** Called in order while the answer is made; what it was told is contained in the result. */
  readonly onEvent?: (event: AskEvent) => void;
}

/** The use case behind every entry point: HTTP, CLI, Slack and evals. */
export interface Assistant {
  ask(request: AskRequest, options?: AskOptions): Promise<AskResponse>;
  search(query: string, k: number): Promise<SearchResponse>;
  passage(id: string): Passage | null;
  view(passage: Passage, score: number): PassageView;
  readonly corpus: Corpus;
  /** Facts about the loaded index for /ready. */
  readonly indexInfo: {
    readonly id: string;
    readonly encoder: string;
    readonly passages: number;
  };
}

export interface AssistantDeps {
  readonly index: SearchIndex;
  readonly analyzer: Analyzer;
  readonly retriever: Retriever;
  readonly composer?: ComposerOptions;
  /** Has answers written by a language model, unless a request asks for the report's own words. */
  readonly writing?: WritingDeps | null;
  /** Makes follow-ups standalone instead of the rules, which are the fallback. */
  readonly condenser?: Condenser | null;
  /** Told why the condenser's question was not taken. */
  readonly onFallback?: (error: unknown) => void;
  /** Put before "/report#..." in citation urls; "" makes them relative. */
  readonly publicUrl?: string;
  readonly newId?: () => string;
  /** Milliseconds since any fixed point. */
  readonly now?: () => number;
}

/** By-lines and contents are told as they stand, and a greeting needs no model. */
const WRITTEN: ReadonlySet<Question["intent"]> = new Set(["content", "overview", "about-report"]);

/**
 * The pipeline for one question: take it apart, retrieve, compose, have it written when a model is there, render.
 * Without a model deterministic but for `id` and `timings`.
 */
export function createAssistant(deps: AssistantDeps): Assistant {
  const { index, analyzer, retriever, publicUrl = "", condenser = null, writing = null } = deps;
  const { newId = () => crypto.randomUUID(), now = () => performance.now() } = deps;
  const { onFallback = () => undefined } = deps;
  const composer = createExtractiveComposer(index, analyzer, { base: publicUrl, ...deps.composer });
  const write = writing && createWriteStep(index, analyzer, writing);
  const { analyse, understand } = createUnderstanding({ index, analyzer, condenser, onFallback });
  const { corpus } = index;
  const view = (passage: Passage, score: number): PassageView =>
    viewPassage(corpus, passage, score, publicUrl);

  /** A sentence in another language than the report's cannot be checked against it. */
  const canWrite = (question: Question): boolean =>
    WRITTEN.has(question.intent) && !isForeign(question, corpus);

  return {
    corpus,
    indexInfo: {
      id: index.id,
      encoder: index.encoderId,
      passages: corpus.passages.length,
    },
    passage: (id) => index.passage(id) ?? null,
    view,
    search: async (query, k) => {
      const retrieval = await retriever.retrieve(analyse(query));
      return {
        query,
        results: retrieval.candidates.slice(0, k).map((c) => view(c.passage, c.score)),
      };
    },
    ask: async (request, options = {}) => {
      const started = now();
      const { signal = new AbortController().signal, onEvent } = options;
      const before = readHistory(request.history ?? [], (id) => index.passage(id));
      const asked = await understand(request.question, before, options.signal);
      const { question } = asked;
      const spent = { encode: 0, retrieve: 0 };
      const retrieve: Retrieve = async (part, near = {}) => {
        const since = now();
        const found = await retriever.retrieve(part, { ...near, signal: options.signal });
        spent.encode += found.encodeMs;
        spent.retrieve += now() - since;
        return found;
      };
      const read = await composeAsked(asked, before, request.topK, { composer, retrieve });
      const { composition: extractive, uncovered, retrieveWhole } = read;

      const wanted = request.composer ?? (write ? "llm" : "extractive");
      const open = extractive.draft !== null || writing?.context === "report";
      const writes = wanted === "llm" && write && canWrite(question) && open ? write : null;
      const meta: AskMeta = {
        id: newId(),
        conversationId: options.conversationId ?? null,
        standaloneQuestion: read.shown,
        language: question.language,
        ...composedBy(writes ? writing : null),
      };
      onEvent?.({ type: "meta", meta });
      const renderer = createRenderer(index, publicUrl, onEvent);
      const outcome: WriteOutcome = writes
        ? await writes(
            {
              question,
              draft: extractive.draft,
              candidates: (await retrieveWhole()).candidates,
              topK: request.topK,
              signal,
            },
            renderer,
          )
        : "nothing";
      const composed =
        outcome === "declined"
          ? composer.decline(question, await retrieveWhole(), extractive.confidence)
          : extractive;
      const written = outcome === "written" || outcome === "cut short";
      if (!written) composed.draft?.parts.forEach(renderer.add);
      if (outcome === "cut short" && composed.draft) {
        uncitedParts(composed.draft, renderer.finish().citations).forEach(renderer.add);
      }
      if (written && uncovered !== null) {
        renderer.add({ kind: "frame", text: phrasesFor(question.language).uncovered(uncovered) });
      }
      const rendered = renderer.empty ? { answer: composed.message, citations: [] } : renderer.finish();
      if (renderer.empty) onEvent?.({ type: "delta", text: composed.message });
      const wouldWrite = write === null || (open && WRITTEN.has(question.intent));
      const fellBack = outcome === "cut short" || (wanted === "llm" && outcome === "nothing" && wouldWrite);
      const shown = request.include.length === 0 ? null : await retrieveWhole();
      const finished = now();
      const reason = written ? null : composed.reason;
      return {
        ...meta,
        ...composedBy(written || outcome === "declined" ? writing : null),
        answer: rendered.answer,
        abstained: reason !== null,
        reason,
        confidence: round4(composed.confidence),
        citations: rendered.citations,
        nearest: reason === null ? [] : composed.nearest.map((one) => viewNearest(corpus, one, publicUrl)),
        uncovered: outcome === "declined" ? null : uncovered,
        suggestions: suggestQuestions(
          index,
          {
            language: question.language,
            passages: quotedOrNearest(rendered.citations, composed.nearest, index),
            asked: [question.text, ...before.questions],
            said: plainText(rendered.answer),
          },
          reason === null || reason === "not_in_report" ? LIMITS.suggestions : 0,
        ),
        notices: [
          ...(composed.draft?.notices ?? []),
          ...(asked.fallback ? (["fallback_rules"] as const) : []),
          ...(fellBack ? (["fallback_extractive"] as const) : []),
        ],
        timings: {
          total: round1(finished - started),
          encode: round1(spent.encode),
          retrieve: round1(spent.retrieve),
          compose: round1(finished - started - spent.retrieve),
        },
        ...(shown && request.include.includes("passages")
          ? { passages: shown.candidates.slice(0, request.topK).map((c) => view(c.passage, c.score)) }
          : {}),
        ...(shown && request.include.includes("trace") ? { trace: traceOf(shown, composed.signals) } : {}),
      };
    },
  };
}

/** Who made an answer. */
function composedBy(writing: WritingDeps | null): Pick<AskResponse, "composer" | "promptVersion"> {
  return writing === null
    ? { composer: "extractive", promptVersion: null }
    : { composer: "llm", promptVersion: writing.writer.promptVersion };
}
