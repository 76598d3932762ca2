import { LIMITS, type AbstentionReason } from "../domain/contract.ts";
import { asksForMore } from "../domain/more-about.ts";
import { isForeign, type Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { abstentionFeatures, abstentionReason, type AbstentionFeatures } from "./abstention.ts";
import { anticipatedAs } from "./anticipated-as.ts";
import { modelsFor, type ModelSets } from "./answer-models.ts";
import { abstained, answered, type Composition } from "./composition.ts";
import { contentAnswer } from "./content-answer.ts";
import { definition } from "./definition.ts";
import type { Draft } from "./draft.ts";
import { FITTED_MODELS } from "./fitted-models.ts";
import { frameForeign, quoteForeign } from "./foreign-frame.ts";
import { rankReadings, type FollowUp, type RankedReading, type Reading } from "./follow-up.ts";
import { createJudge } from "./judge.ts";
import { createListLookup } from "./list-answer.ts";
import { mentionsAnswer } from "./mentions.ts";
import { nearestLines, nearestPassages } from "./nearest-passages.ts";
import { phrasesFor, type Phrases } from "./phrases.ts";
import { rankFollowUp } from "./rank-follow-up.ts";
import {
  createSentenceRanker,
  inBestPassages,
  unsaid,
  unsaidFirst,
  type SentenceRanker,
} from "./rank-sentences.ts";
import type { RankedSentence } from "./select.ts";
import { createStructuredAnswers, type StructuredAnswer } from "./structured-answers.ts";

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
  /** For a question that leans on the turns before. */
  readonly followUp?: FollowUp | null;
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

/** Of the confidence that an answer needs, what an overview of recommendations does. */
const ENOUGH_FOR_OVERVIEW = 0.5;

/** Confidence from which what was found tells better who somebody is than an introduction does. */
const SURE = 0.5;

/** Answers in the report's own sentences: no model but the encoder, the same answer every time. */
export function createExtractiveComposer(
  index: SearchIndex,
  analyzer: Analyzer,
  options: ComposerOptions = {},
): ExtractiveComposer {
  const { models = FITTED_MODELS, base = "" } = options;
  const lists = createListLookup(index);
  const rank = createSentenceRanker(index, (question) => modelsFor(models, index, question).sentence);
  const structured = createStructuredAnswers(index, analyzer, rank);
  const judge = createJudge(index, analyzer, models, options.threshold);

  const structure = (question: Question, answer: StructuredAnswer | null): Composition | null =>
    answer &&
    answered(
      isForeign(question, index.corpus) ? quoteForeign(answer.draft) : answer.draft,
      answer.confidence,
    );

  const silence = (
    reason: AbstentionReason,
    retrieval: Retrieval,
    ranked: readonly RankedSentence[],
    phrases: Phrases,
    said = phrases.abstention[reason],
  ): Composition => {
    const nearest = reason === "not_in_report" ? nearestPassages(retrieval.candidates, ranked) : [];
    return abstained(reason, said + nearestLines(nearest, phrases, index.corpus, base), { nearest });
  };

  /** What is answered without looking at what was found for it. */
  const atOnce = (question: Question, retrieval: Retrieval, phrases: Phrases): Composition | null => {
    const social = socialMessage(question, phrases);
    if (social !== null)
      return abstained(question.intent === "unclear" ? "unclear_question" : "greeting", social);
    if (question.scope?.kind === "missing")
      return abstained("not_in_report", phrases.noChapter(question.scope.number));
    // Where a question of content is answered that is anticipated word for word is known.
    if (question.intent === "content" && anticipatedAs(question, index) !== null) return null;
    const more = structured.elaborated(question, retrieval, phrases);
    return structure(question, more ?? structured.whole(question, retrieval, phrases));
  };

  return {
    rank,
    decline: (question, retrieval, confidence) => {
      const nearest = rank(question, retrieval, LIMITS.nearest);
      return { ...silence("not_in_report", retrieval, nearest, phrasesFor(question.language)), confidence };
    },
    signals: (question, retrieval, ranked) => abstentionFeatures(question, retrieval, ranked, index),
    compose: (question, retrieval, { topK = 6, followUp = null } = {}): Composition => {
      const phrases = phrasesFor(question.language);
      const foreign = isForeign(question, index.corpus);
      const known = atOnce(question, retrieval, phrases);
      if (known) return known;
      // Sentences are looked for in more passages than are cited, so that a good one low down is not missed.
      const depth = Math.max(topK + 2, 8);
      const ranksOf = (one: Reading): RankedReading => ({
        ...one,
        ranked: rank(one.question, one.retrieval, depth),
      });
      const own = ranksOf({ question, retrieval });
      const leaning = followUp && rankReadings(own, followUp, ranksOf);
      const all = leaning ? rankFollowUp(leaning, index) : unrepeated(own, followUp);
      const ranked = inBestPassages(all, topK);
      const signals = abstentionFeatures(question, retrieval, ranked, index);
      const mentions = mentionsAnswer(question, ranked, index, analyzer, phrases);
      if (mentions) return answered(mentions, 1, signals);
      const { confidence, threshold, silent, lacking } = judge(question, ranked, signals, leaning);
      // What is recommended on a theme that the report hardly has is no overview of what it says else.
      const hardly = question.type === "recommendation" && confidence < threshold * ENOUGH_FOR_OVERVIEW;
      const overview = hardly ? null : structure(question, structured.themed(question, retrieval, phrases));
      if (overview) return overview;
      const framed = (draft: Draft): Draft => (foreign ? frameForeign(draft, index.corpus, phrases) : draft);
      const introduced = confidence < SURE ? structured.introduced(question) : null;
      if (introduced) return answered(framed(introduced.draft), introduced.confidence, signals);
      if (!silent) {
        const own = contentAnswer(question, ranked, {
          index,
          lists,
          phrases,
          quoted: followUp?.said.quoted ?? [],
        });
        return answered(framed(own), confidence, signals);
      }
      const told =
        structured.spelt(question) ??
        definition(question.text, ranked, index, analyzer, foreign ? null : phrases);
      if (told) return answered(framed(told), threshold, signals);
      if (question.subject !== null && lacking) {
        const unnamed = phrases.notMentioned(question.subject);
        return { ...silence("not_in_report", retrieval, all, phrases, unnamed), confidence, signals };
      }
      // A question in another language shares no words with the report that would tell its scope; what leans on an answer is in it.
      const apart = !foreign && leaning === null;
      const reason = apart ? abstentionReason(question, retrieval, signals, index) : "not_in_report";
      return { ...silence(reason, retrieval, all, phrases), confidence, signals };
    },
  };
}

/** The sentences of a question without other readings, and what was said before: last, or not at all where more is asked for. */
function unrepeated({ question, ranked }: RankedReading, followUp: FollowUp | null): RankedSentence[] {
  if (!followUp) return [...ranked];
  return asksForMore(question.text) ? unsaid(ranked, followUp.said) : unsaidFirst(ranked, followUp.said.last);
}

function socialMessage(question: Question, phrases: Phrases): string | null {
  if (question.intent === "greeting") return phrases.abstention.greeting;
  if (question.intent === "thanks") return phrases.thanks;
  if (question.intent === "about-assistant") return phrases.about;
  if (question.intent === "unclear") return phrases.abstention.unclear_question;
  return null;
}
