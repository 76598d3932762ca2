import { probability } from "../domain/linear-model.ts";
import { isForeign, type Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { knownTerms } from "../retrieve/index.ts";
import { isFar, saysNothing, type AbstentionFeatures } from "./abstention.ts";
import { anticipatedAs } from "./anticipated-as.ts";
import { followUpModelsFor, modelsFor, type ModelSets } from "./answer-models.ts";
import type { RankedFollowUp } from "./follow-up.ts";
import { tellsNoDeparture } from "./no-departure.ts";
import { tellsNoHolder } from "./no-holder.ts";
import { asksNothing, followUpSignals } from "./follow-up-confidence.ts";
import { lacksSubject } from "./mentions.ts";
import { KNOWN } from "./rank-sentences.ts";
import type { RankedSentence } from "./select.ts";
import { asksForCell } from "./table-cell.ts";
import { tellsCount } from "./told-count.ts";

/** Whether the best sentences are said. */
export interface Verdict {
  /** Probability that they are a right answer. */
  readonly confidence: number;
  /** What it takes to be said. */
  readonly threshold: number;
  readonly silent: boolean;
  /** Whether the report lacks the subject that is asked about, as far as that was looked for. */
  readonly lacking: boolean;
}

/**
 * Judges the best sentences, `ranked`, as an answer to a question.
 * @param signals of the question itself
 * @param followUp null for what stands alone
 */
export type Judge = (
  question: Question,
  ranked: readonly RankedSentence[],
  signals: AbstentionFeatures,
  followUp: RankedFollowUp | null,
) => Verdict;

/** Least confidence in the very figure that is asked for, whatever was asked in vain of others. */
const HAS_FIGURE = 0.5;
/** Confidence from which a subject is taken for spoken of in other words than were asked for. */
const SPOKEN_OF_UNNAMED = 0.5;

/** @param given a threshold instead of the models' own */
export function createJudge(
  index: SearchIndex,
  analyzer: Analyzer,
  models: ModelSets,
  given: number | undefined,
): Judge {
  const published = Number(/^\d{4}/u.exec(index.corpus.meta.date ?? "")?.[0] ?? NaN);

  /** A year after the text was published, which no sentence found speaks of ("Agenda 2030" does). */
  const unknowable = ({ numbers }: Question, signals: AbstentionFeatures): boolean =>
    numbers.some((n) => /^20\d{2}$/u.test(n) && Number(n) > published) && signals.numbersMissing > 0;

  return (question, ranked, signals, followUp) => {
    const [best] = ranked;
    const { abstention, threshold: fitted } = modelsFor(models, index, question);
    const ofFollowUps = followUpModelsFor(index, question);
    const threshold = given ?? (followUp ? ofFollowUps.threshold : fitted);
    const known = anticipatedAs(question, index);
    const isKnown = known !== null && best?.candidate.passage.id === known.passageId;
    const hasFigure =
      best !== undefined &&
      (asksForCell(question, best, index, analyzer) || tellsCount(question, best, index, analyzer));
    const chance =
      followUp && best
        ? probability(ofFollowUps.confidence, followUpSignals(best, followUp, abstention, index))
        : probability(abstention, signals);
    const confidence = Math.max(isKnown ? KNOWN : 0, hasFigure ? HAS_FIGURE : 0, chance);
    const foreign = isForeign(question, index.corpus);
    // What is not named is hardly spoken of.
    const lacking = lacksSubject(question, index) || (!foreign && lacksPerson(question, index));
    const silent =
      !isKnown &&
      (ranked.length === 0 ||
        confidence < threshold ||
        (lacking && confidence < SPOKEN_OF_UNNAMED) ||
        unknowable(question, signals) ||
        lacksProvision(question, index) ||
        (best !== undefined &&
          confidence < SPOKEN_OF_UNNAMED &&
          lacksMatter(question, best, index, analyzer)) ||
        tellsNoHolder(question.text, best?.text ?? "") ||
        tellsNoDeparture(question.text, best?.text ?? "") ||
        (followUp !== null && confidence < SPOKEN_OF_UNNAMED && asksNothing(followUp, index)) ||
        (!foreign && (saysNothing(question, index) || isFar(question, signals, index))));
    return { confidence, threshold, silent, lacking };
  };
}

/** "What does it recommend on housing?": what is to be done about is named at the end. */
const RECOMMENDED_ON =
  /\b(?:recommend\w*|propos\w+|suggest\w*|advis\w+|be done|do) (?:about|on|for|regarding|concerning) (?<matter>(?:[\p{L}\d'’.-]+ ?){1,4})\W*$/iu;

/** Whether what is recommended is on something else than is asked about: its rarest word is nowhere there, nor in what is asked of it. */
function lacksMatter(
  question: Question,
  { candidate }: RankedSentence,
  index: SearchIndex,
  analyzer: Analyzer,
): boolean {
  const matter = RECOMMENDED_ON.exec(question.text)?.groups?.["matter"];
  if (matter === undefined || isForeign(question, index.corpus)) return false;
  const [rarest] = analyzer.terms(matter).toSorted((a, b) => index.terms.idf(b) - index.terms.idf(a));
  const { passage, anticipated } = candidate;
  const known = knownTerms(passage, anticipated, index, question.language);
  return rarest !== undefined && !known(rarest) && !index.terms.ofPlace(passage.id).has(rarest);
}

const WHO_IS = /^\W*who(?:['’]s| is| was| are| were)\b/iu;

/** "Who is Ann Lee?" of an Ann of another name: who is asked for is nobody the report knows, whoever is like it. */
function lacksPerson({ text, terms }: Question, index: SearchIndex): boolean {
  return WHO_IS.test(text) && terms.some((term) => !index.terms.known(term));
}

const PROVISION = /\b(?:articles?|sections?|titles?|annex(?:es)?|paragraphs?) (?<number>\d[\d.]*\d|\d+)\b/giu;

/** "What does Article 27.8 say?" of a text that has only 27.3: no other article answers for it. */
function lacksProvision({ text }: Question, index: SearchIndex): boolean {
  return [...text.matchAll(PROVISION)].some(({ groups }) => !index.terms.known(groups?.["number"] ?? ""));
}
