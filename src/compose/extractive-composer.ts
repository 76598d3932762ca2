import { LIMITS, type AbstentionReason } from "../domain/contract.ts";
import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import {
  abstentionFeatures,
  abstentionReason,
  isFar,
  saysNothing,
  type AbstentionFeatures,
} from "./abstention.ts";
import { acronymAnswer, acronymsOf, asksMeaning } from "./acronyms.ts";
import { contentAnswer } from "./content-answer.ts";
import type { Draft } from "./draft.ts";
import { modelsFor, type ModelSets } from "./answer-models.ts";
import { FITTED_MODELS } from "./fitted-models.ts";
import { probability } from "../domain/linear-model.ts";
import { frameForeign, quoteForeign } from "./foreign-frame.ts";
import { createListLookup } from "./list-answer.ts";
import { adviceAnswer, keyLists, overviewAnswer } from "./overview-answer.ts";
import { overviewTopic, topicWithin } from "./overview-topic.ts";
import { asksForCell, CELL } from "./table-cell.ts";
import { lacksSubject, mentionsAnswer } from "./mentions.ts";
import { themeOverview } from "./theme-overview.ts";
import { nearestLines, nearestPassages, type Nearest } from "./nearest-passages.ts";
import { phrasesFor, type Phrases } from "./phrases.ts";
import type { RankedSentence } from "./select.ts";
import { fuseReadings, withFirst, type Reading } from "./fuse-readings.ts";
import {
  createSentenceRanker,
  inBestPassages,
  KNOWN,
  unsaidFirst,
  type SentenceRanker,
} from "./rank-sentences.ts";
import {
  authorsAnswer,
  chaptersOnTopic,
  chapterVotes,
  contentsAnswer,
  contentsTopic,
} from "./structure-answer.ts";

/** What composing came to: a draft to render, or the reason to abstain. */
export interface Composition {
  readonly draft: Draft | null;
  readonly reason: AbstentionReason | null;
  /** Said instead of a draft. */
  readonly message: string;
  readonly confidence: number;
  readonly nearest: readonly Nearest[];
  readonly signals: Readonly<Record<string, number>>;
}

export interface ComposerOptions {
  readonly models?: ModelSets;
  /** Instead of the models' own thresholds. */
  readonly threshold?: number;
  /** Put before "/report#..." in links. */
  readonly base?: string;
}

export interface ComposeOptions {
  /** Passages cited at most. */
  readonly topK?: number;
  /** An answer given before: its sentences have been read, and answer a further question less likely. */
  readonly said?: string;
  /** What was found for other wordings that may be meant. */
  readonly readings?: readonly Reading[];
}

export interface ExtractiveComposer {
  compose(question: Question, retrieval: Retrieval, options?: ComposeOptions): Composition;
  /** Says that the report does not answer, and what is nearest. */
  decline(question: Question, retrieval: Retrieval, confidence: number): Composition;
  /** Sentences of a retrieval with their probability of answering, best first. */
  readonly rank: SentenceRanker;
  /** The signals that abstention is decided on. */
  signals(question: Question, retrieval: Retrieval, ranked: readonly RankedSentence[]): AbstentionFeatures;
}

/** Passages that an overview of a theme chooses from. */
const THEME_PASSAGES = 24;

/** Of the confidence that an answer needs, what an overview of recommendations does. */
const ENOUGH_FOR_OVERVIEW = 0.5;

/** Confidence from which a subject is taken for spoken of in other words than were asked for. */
const SPOKEN_OF_UNNAMED = 0.5;

/** Answers in the report's own sentences: no model but the encoder, the same answer every time. */
export function createExtractiveComposer(
  index: SearchIndex,
  analyzer: Analyzer,
  options: ComposerOptions = {},
): ExtractiveComposer {
  const { models = FITTED_MODELS, base = "" } = options;
  const lists = createListLookup(index);
  const keys = keyLists(index);
  const acronyms = acronymsOf(index);
  const rank = createSentenceRanker(index, (question) => modelsFor(models, index, question).sentence);

  /** An overview of what has no list of its own. */
  const themed = (
    question: Question,
    retrieval: Retrieval,
    phrases: Phrases,
    topic = overviewTopic(question, index, analyzer),
  ): Draft | null => {
    if (question.intent !== "overview") return null;
    if (topic.length === 0) return null;
    return themeOverview(topic, rank(question, retrieval, THEME_PASSAGES), index, question.language, phrases);
  };

  const structured = (question: Question, retrieval: Retrieval, phrases: Phrases): Draft | null => {
    if (question.intent === "authors")
      return authorsAnswer(question, index, chapterInQuestion(question, retrieval), phrases);
    if (question.intent === "contents") {
      const topic = contentsTopic(question, analyzer);
      return topic.length === 0
        ? contentsAnswer(index, phrases)
        : chaptersOnTopic(retrieval.candidates, index, phrases);
    }
    if (question.intent === "overview" && question.scope?.kind === "chapter") {
      const title = index.corpus.chapters[question.scope.chapter]?.title ?? "";
      const within = topicWithin(question, title, index, analyzer);
      const points = within.length === 0 ? null : themed(question, retrieval, phrases, within);
      if (points) return points;
    }
    if (question.intent === "overview" || question.intent === "about-report") {
      return overviewAnswer(question, retrieval.candidates, index, analyzer, keys, phrases);
    }
    if (asksMeaning(question.text)) return acronymAnswer(question.text, acronyms);
    if (question.type === "recommendation") return adviceAnswer(question, index, analyzer, keys, phrases);
    return null;
  };

  const silence = (
    reason: AbstentionReason,
    retrieval: Retrieval,
    ranked: readonly RankedSentence[],
    phrases: Phrases,
    said = phrases.abstention[reason],
  ): Composition => {
    const nearest = reason === "not_in_report" ? nearestPassages(retrieval.candidates, ranked) : [];
    const message = said + nearestLines(nearest, phrases, index.corpus, base);
    return { ...abstain(reason, message), nearest };
  };

  return {
    rank,
    decline: (question, retrieval, confidence) => {
      const ranked = rank(question, retrieval, LIMITS.nearest);
      const phrases = phrasesFor(question.language);
      return { ...silence("not_in_report", retrieval, ranked, phrases), confidence };
    },
    signals: (question, retrieval, ranked) => abstentionFeatures(question, retrieval, ranked, index),
    compose: (question, retrieval, { topK = 6, said = "", readings = [] } = {}): Composition => {
      const phrases = phrasesFor(question.language);
      const social = socialMessage(question, phrases);
      if (social !== null) {
        return abstain(question.intent === "unclear" ? "unclear_question" : "greeting", social);
      }
      if (question.scope?.kind === "missing") {
        return abstain("not_in_report", phrases.noChapter(question.scope.number));
      }
      const foreign = question.language !== index.corpus.meta.language;
      const known = index.questions(question.language)?.wordForWord(question.text) ?? null;
      const told = known !== null && question.intent === "content";
      const draft = told ? null : structured(question, retrieval, phrases);
      if (draft) return answered(foreign ? quoteForeign(draft) : draft, 1, {});
      // Sentences are looked for in more passages than are cited, so that a good one low down is not missed.
      const depth = Math.max(topK + 2, 8);
      const read = [{ question, retrieval }, ...readings].map((one) => ({
        ...one,
        ranked: rank(one.question, one.retrieval, depth),
      }));
      const all = unsaidFirst(fuseReadings(read.map((one) => one.ranked)), said);
      const ranked = inBestPassages(all, topK);
      const signals = abstentionFeatures(question, retrieval, ranked, index);
      const mentions = mentionsAnswer(question, ranked, index, analyzer, phrases);
      if (mentions) return answered(mentions, 1, signals);
      const { abstention, threshold: fitted } = modelsFor(models, index, question);
      const threshold = options.threshold ?? fitted;
      const isKnown = known !== null && ranked[0]?.candidate.passage.id === known.passageId;
      const chance =
        readings.length === 0
          ? probability(abstention, signals)
          : meanOver(read, (one) => {
              const own = withFirst(one.ranked, ranked[0]?.row ?? -1);
              if (own.length === 0) return 0;
              return probability(abstention, abstentionFeatures(one.question, one.retrieval, own, index));
            });
      const isCell = ranked[0] !== undefined && asksForCell(question, ranked[0], index, analyzer);
      const confidence = Math.max(isKnown ? KNOWN : 0, isCell ? CELL : 0, chance);
      // What is not named is hardly spoken of.
      const lacking = lacksSubject(question, index);
      const silent =
        !isKnown &&
        (ranked.length === 0 ||
          confidence < threshold ||
          (lacking && confidence < SPOKEN_OF_UNNAMED) ||
          unknowable(question, signals) ||
          (!foreign && (saysNothing(question, index) || isFar(question, signals, index))));
      // What is recommended on a theme that the report hardly has is no overview of what it says else.
      const hardly = question.type === "recommendation" && confidence < threshold * ENOUGH_FOR_OVERVIEW;
      const overview = hardly ? null : themed(question, retrieval, phrases);
      if (overview) return answered(foreign ? quoteForeign(overview) : overview, 1, {});
      if (silent) {
        const spelt = acronymAnswer(question.text, acronyms);
        if (spelt)
          return answered(foreign ? frameForeign(spelt, index.corpus, phrases) : spelt, threshold, signals);
        if (question.subject !== null && lacking) {
          const said = phrases.notMentioned(question.subject);
          return { ...silence("not_in_report", retrieval, all, phrases, said), confidence, signals };
        }
        // A question in another language shares no words with the report that would tell its scope.
        const reason = foreign ? "not_in_report" : abstentionReason(question, signals, index);
        return { ...silence(reason, retrieval, all, phrases), confidence, signals };
      }
      const own = contentAnswer(question, ranked, { index, lists, phrases });
      return answered(foreign ? frameForeign(own, index.corpus, phrases) : own, confidence, signals);
    },
  };

  /** A year after the text was published, which no sentence found speaks of ("Agenda 2030" does). */
  function unknowable(question: Question, signals: AbstentionFeatures): boolean {
    const published = Number(/^\d{4}/u.exec(index.corpus.meta.date ?? "")?.[0] ?? NaN);
    const later = question.numbers.some((n) => /^20\d{2}$/u.test(n) && Number(n) > published);
    return later && signals.numbersMissing > 0;
  }

  /** The chapter that "who wrote the chapter on X?" means, by where the best passages stand. */
  function chapterInQuestion(question: Question, retrieval: Retrieval): number | null {
    // The words of a Spanish question point to no chapter reliably: all by-lines are shown instead.
    if (question.language !== index.corpus.meta.language) return null;
    if (!/\b(?:chapter|section|part|essay|article|about|on)\b/iu.test(question.text)) return null;
    if (/\b(?:this|the|whole) (?:report|document|collection)\b|\bchapters\b/iu.test(question.text))
      return null;
    const votes = chapterVotes(retrieval.candidates.slice(0, 10));
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    return question.terms.length === 0 ? null : (best?.[0] ?? null);
  }
}

function meanOver<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

function answered(draft: Draft, confidence: number, signals: Readonly<Record<string, number>>): Composition {
  return { draft, reason: null, message: "", confidence, nearest: [], signals };
}

function abstain(reason: AbstentionReason, message: string): Composition {
  return { draft: null, reason, message, confidence: 0, nearest: [], signals: {} };
}

function socialMessage(question: Question, phrases: Phrases): string | null {
  if (question.intent === "greeting") return phrases.abstention.greeting;
  if (question.intent === "thanks") return phrases.thanks;
  if (question.intent === "about-assistant") return phrases.about;
  if (question.intent === "unclear") return phrases.abstention.unclear_question;
  return null;
}
