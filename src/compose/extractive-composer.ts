import type { AbstentionReason } from "../domain/contract.ts";
import { plainText } from "../domain/plain-text.ts";
import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Candidate, Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { abstentionFeatures, abstentionReason, type AbstentionFeatures } from "./abstention.ts";
import { contentAnswer } from "./content-answer.ts";
import type { Draft } from "./draft.ts";
import { ABSTENTION_MODEL, ABSTENTION_THRESHOLD, SENTENCE_MODEL } from "./fitted-models.ts";
import { probability, type LinearModel } from "./linear-model.ts";
import { createListLookup } from "./list-answer.ts";
import { adviceAnswer, keyLists, overviewAnswer } from "./overview-answer.ts";
import { phrasesFor } from "./phrases.ts";
import { chapterName, readerUrl } from "./places.ts";
import { escapeMarkdown } from "./render.ts";
import type { RankedSentence } from "./select.ts";
import { sentenceFeatures, type ScoredSentence } from "./sentence-features.ts";
import { authorsAnswer, contentsAnswer } from "./structure-answer.ts";

/** What composing came to: a draft to render, or the reason to abstain. */
export interface Composition {
  readonly draft: Draft | null;
  readonly reason: AbstentionReason | null;
  /** Said instead of a draft. */
  readonly message: string;
  readonly confidence: number;
  readonly nearest: readonly Candidate[];
  readonly signals: Readonly<Record<string, number>>;
}

export interface ComposerOptions {
  readonly sentenceModel?: LinearModel;
  readonly abstentionModel?: LinearModel;
  readonly threshold?: number;
  /** Put before "/report#..." in links. */
  readonly base?: string;
}

export interface ExtractiveComposer {
  compose(question: Question, retrieval: Retrieval, options?: { readonly topK?: number }): Composition;
  /** Sentences of a retrieval with their probability of answering, best first. */
  rank(question: Question, retrieval: Retrieval, topK: number): RankedSentence[];
  /** The signals that abstention is decided on. */
  signals(question: Question, retrieval: Retrieval, ranked: readonly RankedSentence[]): AbstentionFeatures;
}

/** Answers in the report's own sentences: no model but the encoder, the same answer every time. */
export function createExtractiveComposer(
  index: SearchIndex,
  analyzer: Analyzer,
  options: ComposerOptions = {},
): ExtractiveComposer {
  const {
    sentenceModel = SENTENCE_MODEL,
    abstentionModel = ABSTENTION_MODEL,
    threshold = ABSTENTION_THRESHOLD,
    base = "",
  } = options;
  const lists = createListLookup(index);
  const keys = keyLists(index);
  const placeTerms = placeTermsOf(index, analyzer);

  const rank = (question: Question, retrieval: Retrieval, topK: number): RankedSentence[] =>
    sentenceFeatures(question, retrieval.vector, retrieval.candidates.slice(0, topK), index, placeTerms)
      .filter((s) => mayAnswer(question, s))
      .map((s) => ({
        ...s,
        probability: probability(sentenceModel, s.features),
      }))
      .sort((a, b) => b.probability - a.probability || a.row - b.row);

  const structured = (question: Question, retrieval: Retrieval): Draft | null => {
    if (question.intent === "authors")
      return authorsAnswer(question, index, chapterInQuestion(question, retrieval));
    if (question.intent === "contents") return contentsAnswer(index);
    if (question.intent === "overview" || question.intent === "about-report") {
      return overviewAnswer(question, retrieval.candidates, index, analyzer, keys);
    }
    if (question.type === "recommendation") return adviceAnswer(question, index, analyzer, keys);
    return null;
  };

  return {
    rank,
    signals: (question, retrieval, ranked) => abstentionFeatures(question, retrieval, ranked, index),
    compose: (question, retrieval, { topK = 6 } = {}): Composition => {
      const phrases = phrasesFor(question.language);
      const nearest = retrieval.candidates.slice(0, 3);
      const social = socialMessage(question, phrases);
      if (social !== null) {
        const reason = question.intent === "unclear" ? "unclear_question" : "greeting";
        return {
          draft: null,
          reason,
          message: social,
          confidence: 0,
          nearest: [],
          signals: {},
        };
      }
      const draft = structured(question, retrieval);
      if (draft)
        return {
          draft,
          reason: null,
          message: "",
          confidence: 1,
          nearest: [],
          signals: {},
        };
      // Sentences are looked for in more passages than are cited, so that a good one low down is not missed.
      const ranked = rank(question, retrieval, Math.max(topK * 3, 12));
      const signals = abstentionFeatures(question, retrieval, ranked, index);
      const confidence = probability(abstentionModel, signals);
      if (ranked.length === 0 || confidence < threshold || unknowable(question, signals)) {
        // Until Spanish questions have a view of their own, an English index says nothing about their scope.
        const foreign = question.language !== index.corpus.meta.language;
        const reason = foreign ? "not_in_report" : abstentionReason(question, signals, index);
        const message =
          phrases.abstention[reason] +
          (reason === "not_in_report" ? nearestLines(nearest, phrases.nearest) : "");
        return {
          draft: null,
          reason,
          message,
          confidence,
          nearest: reason === "not_in_report" ? nearest : [],
          signals,
        };
      }
      const answer = contentAnswer(question, ranked, { index, lists, phrases });
      return {
        draft: answer,
        reason: null,
        message: "",
        confidence,
        nearest: [],
        signals,
      };
    },
  };

  /** A year after the text was published, which no sentence found speaks of ("Agenda 2030" does). */
  function unknowable(question: Question, signals: AbstentionFeatures): boolean {
    const published = Number(/^\d{4}/u.exec(index.corpus.meta.date ?? "")?.[0] ?? NaN);
    const later = question.numbers.some((n) => /^20\d{2}$/u.test(n) && Number(n) > published);
    return later && signals.numbersMissing > 0;
  }

  function nearestLines(candidates: readonly Candidate[], label: string): string {
    const lines = new Map<string, string>();
    for (const { passage } of candidates) {
      const chapter = index.corpus.chapters[passage.chapter];
      const section = plainText(passage.section.at(-1) ?? chapter?.title ?? "");
      const where = chapterName(chapter);
      const named = where === "" || where === section ? "" : ` (${where})`;
      if (!lines.has(section + where))
        lines.set(section + where, `- [${escapeMarkdown(section)}](${readerUrl(base, passage)})${named}`);
    }
    return lines.size === 0 ? "" : `\n\n${label}\n\n${[...lines.values()].join("\n")}`;
  }

  /** The chapter that "who wrote the chapter on X?" means, by where the best passages stand. */
  function chapterInQuestion(question: Question, retrieval: Retrieval): number | null {
    if (!/\b(?:chapter|section|part|essay|article|about|on)\b/iu.test(question.text)) return null;
    if (/\b(?:this|the|whole) (?:report|document|collection)\b/iu.test(question.text)) return null;
    const votes = new Map<number, number>();
    for (const { passage, score } of retrieval.candidates.slice(0, 10)) {
      votes.set(passage.chapter, (votes.get(passage.chapter) ?? 0) + score);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    return question.terms.length === 0 ? null : (best?.[0] ?? null);
  }
}

/** A question of the report's own answers nothing, and a figure's caption only a question about figures. */
function mayAnswer(question: Question, { text, candidate }: ScoredSentence): boolean {
  if (text.endsWith("?")) return false;
  return (
    candidate.passage.kind !== "figure-caption" || /\b(?:figures?|charts?|graphs?)\b/iu.test(question.text)
  );
}

function socialMessage(question: Question, phrases: ReturnType<typeof phrasesFor>): string | null {
  if (question.intent === "greeting") return phrases.abstention.greeting;
  if (question.intent === "thanks") return phrases.thanks;
  if (question.intent === "about-assistant") return phrases.about;
  if (question.intent === "unclear") return phrases.abstention.unclear_question;
  return null;
}

/** Terms of the words that place a passage: chapter title, headings, lead-in, caption. Computed once a passage. */
function placeTermsOf(index: SearchIndex, analyzer: Analyzer): (candidate: Candidate) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ passage }) => {
    let terms = known.get(passage.id);
    if (!terms) {
      const title = index.corpus.chapters[passage.chapter]?.title ?? "";
      const words = [
        title,
        ...passage.section,
        passage.list?.leadIn ?? "",
        passage.table?.caption ?? "",
      ].join(" ");
      terms = new Set(analyzer.terms(plainText(words)));
      known.set(passage.id, terms);
    }
    return terms;
  };
}
