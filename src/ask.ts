import {
  createExtractiveComposer,
  mergeParts,
  phrasesFor,
  renderDraft,
  round4,
  suggestQuestions,
  viewPassage,
  type AnswerEvent,
  type ComposedPart,
  type Draft,
  type ComposeOptions,
  type ComposerOptions,
} from "./compose/index.ts";
import {
  analyseQuestion,
  condensedQuestion,
  questionParts,
  readHistory,
  standaloneQuestion,
  type ReadHistory,
} from "./converse/index.ts";
import type { AskRequest, AskResponse, Citation, PassageView, SearchResponse } from "./domain/contract.ts";
import { LIMITS } from "./domain/contract.ts";
import { QUESTION_LANGUAGES } from "./domain/anticipated-question.ts";
import type { Corpus } from "./domain/corpus.ts";
import type { Passage } from "./domain/passage.ts";
import type { Question } from "./domain/question.ts";
import type { Analyzer } from "./ports/analyzer.ts";
import type { Condenser } from "./ports/condenser.ts";
import type { Candidate, Retrieval, Retriever } from "./ports/retriever.ts";
import type { SearchIndex } from "./ports/search-index.ts";
import type { Standalone } from "./domain/standalone.ts";
import { plainText } from "./domain/plain-text.ts";

/** Finds passages for a question, in the time that one answer is given; near those that were quoted just before. */
type Retrieve = (question: Question, quoted?: readonly string[]) => Promise<Retrieval>;

/** What is known of an answer before its first word. */
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

/**
 * The pipeline for one question: take it apart, retrieve, compose, render.
 * Deterministic but for `id` and `timings`.
 */
export function createAssistant(deps: AssistantDeps): Assistant {
  const { index, analyzer, retriever, publicUrl = "", condenser = null } = deps;
  const { newId = () => crypto.randomUUID(), now = () => performance.now() } = deps;
  const { onFallback = () => undefined } = deps;
  const composer = createExtractiveComposer(index, analyzer, { base: publicUrl, ...deps.composer });
  const { corpus } = index;
  const view = (passage: Passage, score: number): PassageView =>
    viewPassage(corpus, passage, score, publicUrl);

  /** What is anticipated means something alone, and where it is answered is known. */
  const anticipated = (text: string): boolean =>
    QUESTION_LANGUAGES.some((language) => index.questions(language)?.wordForWord(text));

  const analyse = (text: string): Question => {
    const question = repairTerms(analyseQuestion(text, corpus.chapters, analyzer), index);
    return question.intent === "content" && anticipated(text) ? { ...question, scope: null } : question;
  };

  /** A question of several parts is answered part by part; when it has none, or none can be, as a whole. */
  const compose = async (
    question: Question,
    retrieve: Retrieve,
    retrieveWhole: () => Promise<Retrieval>,
    options: ComposeOptions,
  ) => {
    const parts: ComposedPart[] = [];
    const texts =
      question.intent === "content" && !anticipated(question.text)
        ? questionParts(question.text, analyzer)
        : [];
    for (const text of texts.length < 2 ? [] : texts) {
      const part = analyse(text);
      const before = parts.flatMap(({ composition }) => quotedIn(composition.draft));
      parts.push({ text, composition: composer.compose(part, await retrieve(part, before), options) });
    }
    const merged = mergeParts(parts, phrasesFor(question.language));
    if (merged) return merged;
    return { composition: composer.compose(question, await retrieveWhole(), options), uncovered: null };
  };

  const byRules = (text: string, { turns }: ReadHistory): Standalone =>
    standaloneQuestion(text, turns, { chapters: corpus.chapters, analyzer });

  const standalone = async (
    text: string,
    before: ReadHistory,
    signal?: AbortSignal,
  ): Promise<Standalone & { readonly fallback: boolean }> => {
    if (anticipated(text)) return { text, leans: false, added: false, fallback: false };
    if (condenser === null || before.turns.length === 0) return { ...byRules(text, before), fallback: false };
    try {
      return { ...(await condensedQuestion(text, before.spoken, condenser, signal)), fallback: false };
    } catch (error) {
      signal?.throwIfAborted();
      onFallback(error);
      return { ...byRules(text, before), fallback: true };
    }
  };

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
      const before = readHistory(request.history ?? [], (id) => index.passage(id)?.chapter);
      const { fallback, ...asked } = await standalone(request.question, before, options.signal);
      const question = analyse(asked.text);
      const meta: AskMeta = {
        id: newId(),
        conversationId: options.conversationId ?? null,
        standaloneQuestion: question.text,
        composer: "extractive",
        promptVersion: null,
        language: question.language,
      };
      options.onEvent?.({ type: "meta", meta });
      const spent = { encode: 0, retrieve: 0 };
      const retrieve: Retrieve = async (part, quoted = []) => {
        const since = now();
        const found = await retriever.retrieve(part, {
          signal: options.signal,
          quoted: [...quoted, ...(asked.leans ? before.quoted : [])],
        });
        spent.encode += found.encodeMs;
        spent.retrieve += now() - since;
        return found;
      };
      let whole: Promise<Retrieval> | undefined;
      const retrieveWhole = (): Promise<Retrieval> => (whole ??= retrieve(question));
      const { composition: composed, uncovered } = await compose(question, retrieve, retrieveWhole, {
        topK: request.topK,
        said: asked.added ? before.lastAnswer : "",
      });
      const shown = request.include.length === 0 ? null : await retrieveWhole();
      const rendered = composed.draft
        ? renderDraft(composed.draft, index, publicUrl, options.onEvent)
        : { answer: composed.message, citations: [] };
      if (!composed.draft) options.onEvent?.({ type: "delta", text: composed.message });
      const finished = now();
      return {
        ...meta,
        answer: rendered.answer,
        abstained: composed.draft === null,
        reason: composed.reason,
        confidence: round4(composed.confidence),
        citations: rendered.citations,
        nearest: composed.nearest.slice(0, LIMITS.nearest).map((c) => view(c.passage, c.score)),
        uncovered,
        suggestions: suggestQuestions(
          index,
          {
            language: question.language,
            passages: quotedOrNearest(rendered.citations, composed.nearest, index),
            asked: [question.text, ...before.questions],
            said: plainText(rendered.answer),
          },
          composed.reason === null || composed.reason === "not_in_report" ? LIMITS.suggestions : 0,
        ),
        notices: [
          ...(composed.draft?.notices ?? []),
          // Until a language model can be configured, its answers are extractive ones.
          ...(fallback ? (["fallback_rules"] as const) : []),
          ...(request.composer === "llm" ? (["fallback_extractive"] as const) : []),
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

/** Passages, by id, that a draft quotes. */
function quotedIn(draft: Draft | null): string[] {
  return (draft?.parts ?? []).flatMap((part) => (part.kind === "cited" ? [part.evidence.passage.id] : []));
}

/** The passages that an answer quotes, or those shown instead. */
function quotedOrNearest(
  citations: readonly Citation[],
  nearest: readonly Candidate[],
  index: SearchIndex,
): Passage[] {
  const quoted = citations.flatMap(({ passageId }) => index.passage(passageId) ?? []);
  return quoted.length > 0 ? [...new Set(quoted)] : nearest.map(({ passage }) => passage);
}

/** Terms that neither the report nor its anticipated questions know are taken for the known ones they misspell ("populaton"). */
function repairTerms(question: Question, index: SearchIndex): Question {
  const questions = index.questions(question.language);
  const known = (term: string): boolean => index.terms.known(term) || questions?.known(term) === true;
  const repaired = question.terms.map((term) =>
    known(term) ? term : (index.lexical.nearestTerm(term) ?? term),
  );
  return { ...question, terms: [...new Set(repaired)] };
}

function traceOf(
  retrieval: Retrieval,
  signals: Readonly<Record<string, number>>,
): NonNullable<AskResponse["trace"]> {
  return {
    ranked: retrieval.candidates.slice(0, LIMITS.tracedPassages).map((c) => ({
      passageId: c.passage.id,
      score: round4(c.score),
      views: Object.fromEntries(Object.entries(c.ranks).map(([view, rank]) => [view, round4(1 / rank)])),
    })),
    signals: Object.fromEntries(Object.entries(signals).map(([name, value]) => [name, round4(value)])),
  };
}

function round1(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
