import { probability, type LinearModel } from "../domain/linear-model.ts";
import type { Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { abstentionFeatures, isAWord } from "./abstention.ts";
import { allOf, type RankedFollowUp } from "./follow-up.ts";
import { boundedOdds, createPlaceOf } from "./rank-follow-up.ts";
import type { RankedSentence } from "./select.ts";
import { unansweredSignals } from "./unanswered-signals.ts";

/** Names of what tells whether the best sentence is a right answer to a follow-up. */
export const FOLLOW_UP_SIGNALS = [
  "best",
  "chance",
  "asked",
  "strange",
  "beside",
  "ahead",
  "saidLast",
  "inContext",
  "unansweredShare",
  "unansweredLead",
] as const;
export type FollowUpSignals = Readonly<Record<(typeof FOLLOW_UP_SIGNALS)[number], number>>;

/**
 * What tells whether the sentence that ranks first answers a follow-up: its own probability; the mean of what each reading
 * would give its answer with it; what the question as it was asked gives its own answer (log-odds); the share of that
 * question's words which neither the corpus nor its anticipated questions have; where the sentence stands to what was said; its cosine
 * with the question that has the answer before behind it; and how far questions that are not answered are nearer to the
 * readings than those that are (means over the readings).
 * @param abstention tells right answers of single questions from others
 */
export function followUpSignals(
  best: RankedSentence,
  followUp: RankedFollowUp,
  abstention: LinearModel,
  index: SearchIndex,
): FollowUpSignals {
  const { asked, said, own, withAnswer } = followUp;
  const alone = asked && abstentionFeatures(asked.question, asked.retrieval, asked.ranked, index);
  const { beside, ahead, saidLast } = createPlaceOf(said, index)(best);
  const unanswered = allOf(followUp).map(({ question, retrieval }) =>
    unansweredSignals(question, retrieval, index, () => false),
  );
  return {
    best: boundedOdds(best.probability),
    chance: boundedOdds(meanChance(abstention, followUp, best.row, index)),
    asked: boundedOdds(alone ? probability(abstention, alone) : 0),
    strange: asked ? strangeShare(asked.question, index) : 0,
    beside,
    ahead,
    saidLast,
    inContext: index.sentences.similarity(best.row, (withAnswer ?? own).retrieval.vector),
    unansweredShare: mean(unanswered.map((one) => one.unansweredShare)),
    unansweredLead: mean(unanswered.map((one) => one.unansweredSimilarityLead)),
  };
}

/** "¿Dónde estudió?": a verb that nobody has used is asked about all the same. */
const ASKS =
  /^\W*(?:(?:y|and|but|pero) )?(?:qu[eé]|qui[eé]n(?:es)?|cu[aá]ndo|d[oó]nde|c[oó]mo|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|who|what|when|where|why|how|which)(?!\p{L})/iu;

/** Whether a follow-up is a word or two that nobody has written ("lol"): what it leans on cannot tell what is asked. */
export function asksNothing({ asked }: RankedFollowUp, index: SearchIndex): boolean {
  if (asked === null || ASKS.test(asked.question.text)) return false;
  return isAWord(asked.question) && strangeShare(asked.question, index) === 1;
}

function strangeShare({ terms, language }: Question, index: SearchIndex): number {
  const questions = index.questions(language);
  const strange = terms.filter((term) => !index.terms.known(term) && !questions?.known(term));
  return strange.length / Math.max(1, terms.length);
}

/** The mean of what each reading would give its answer with the sentence of a row in front; nothing when it lacks that. */
function meanChance(model: LinearModel, followUp: RankedFollowUp, row: number, index: SearchIndex): number {
  const chances = allOf(followUp).map(({ question, retrieval, ranked }) => {
    const own = withFirst(ranked, row);
    return own.length === 0 ? 0 : probability(model, abstentionFeatures(question, retrieval, own, index));
  });
  return mean(chances);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A reading's sentences with one of them first, if it is among them: what the reading would have answered with it. */
function withFirst(ranked: readonly RankedSentence[], row: number): RankedSentence[] {
  const first = ranked.find((sentence) => sentence.row === row);
  return first ? [first, ...ranked.filter((sentence) => sentence !== first)] : [];
}
