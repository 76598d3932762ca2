import type { AskOptions, Assistant } from "../ask.ts";
import type { AskRequest, AskResponse, Citation, PassageView } from "../domain/contract.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Passage } from "../domain/passage.ts";
import { fakeCorpus } from "./fake-corpus.fixture.ts";

export interface FakeAssistantOptions {
  readonly corpus?: Corpus;
  /** Awaited before and between sentences; gets the signal, so that a test can hold the answer back. */
  readonly pause?: (signal: AbortSignal | undefined) => Promise<void>;
  /** Thrown after the first sentence. */
  readonly failure?: Error;
}

export interface FakeAssistant extends Assistant {
  /** What it was asked, in order. */
  readonly asked: readonly { readonly request: AskRequest; readonly options: AskOptions }[];
}

/** An assistant that always cites two passages of its corpus, and abstains from questions with "silent" in them. */
export function createFakeAssistant(options: FakeAssistantOptions = {}): FakeAssistant {
  const { corpus = fakeCorpus(), pause = () => Promise.resolve() } = options;
  const asked: { request: AskRequest; options: AskOptions }[] = [];
  const view = (passage: Passage, score: number): PassageView => ({
    passageId: passage.id,
    kind: passage.kind,
    text: passage.text,
    score,
    ...placeOf(corpus, passage),
    url: `/report#p-${passage.id}`,
  });
  const quoted = corpus.passages.filter((passage) => passage.kind === "prose" && passage.chapter === 1);
  const sentences = quoted.map((passage, i) => ({
    citation: cite(corpus, passage, i + 1),
    text: `${i === 0 ? "" : " "}${passage.text} [${i + 1}]`,
  }));
  return {
    corpus,
    asked,
    indexInfo: { id: "index-1", encoder: "fake@8", passages: corpus.passages.length },
    passage: (id) => corpus.passages.find((passage) => passage.id === id) ?? null,
    view,
    search: async (query, k) => {
      await pause(undefined);
      return { query, results: corpus.passages.slice(0, k).map((passage, i) => view(passage, 1 / (i + 1))) };
    },
    ask: async (request, given = {}) => {
      asked.push({ request, options: given });
      const silent = request.question.includes("silent");
      const meta = {
        id: `answer-${asked.length}`,
        conversationId: given.conversationId ?? null,
        standaloneQuestion: request.question,
        composer: "extractive" as const,
        promptVersion: null,
        language: "en" as const,
      };
      given.onEvent?.({ type: "meta", meta });
      await pause(given.signal);
      for (const { citation, text } of silent ? [] : sentences) {
        given.onEvent?.({ type: "citation", citation });
        given.onEvent?.({ type: "delta", text });
        await pause(given.signal);
        if (options.failure !== undefined) throw options.failure;
      }
      const abstention = "The report does not say.";
      if (silent) given.onEvent?.({ type: "delta", text: abstention });
      const response: AskResponse = {
        ...meta,
        answer: silent ? abstention : sentences.map(({ text }) => text).join(""),
        abstained: silent,
        reason: silent ? "not_in_report" : null,
        confidence: silent ? 0.12 : 0.9,
        citations: silent ? [] : sentences.map(({ citation }) => citation),
        nearest: silent ? quoted.map((passage) => ({ ...view(passage, 0.5), quote: passage.text })) : [],
        uncovered: null,
        suggestions: [],
        notices: [],
        timings: { total: 3.4, encode: 1, retrieve: 1, compose: 1 },
      };
      return response;
    },
  };
}

function placeOf(corpus: Corpus, passage: Passage) {
  const chapter = corpus.chapters[passage.chapter];
  return {
    source: { id: corpus.meta.id, title: corpus.meta.title },
    chapter: {
      number: chapter?.number ?? null,
      title: chapter?.title ?? "",
      authors: [...(chapter?.authors ?? [])],
    },
    section: passage.section.length === 0 ? null : passage.section.join(" > "),
    pages: chapter?.pages ? { ...chapter.pages } : null,
  };
}

function cite(corpus: Corpus, passage: Passage, marker: number): Citation {
  return {
    marker,
    passageId: passage.id,
    quote: passage.text,
    text: passage.text,
    start: 0,
    end: passage.text.length,
    ...placeOf(corpus, passage),
    table: null,
    notes: passage.notes.map(({ number, passageId }) => ({
      number,
      passageId,
      text: corpus.passages.find((other) => other.id === passageId)?.text ?? "",
    })),
    check: "verbatim",
    url: `/report#p-${passage.id}`,
  };
}
