import type { Question } from "../domain/question.ts";
import { tellsAmount } from "../retrieve/index.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { RankedSentence } from "./select.ts";

const ASKS_COUNT = /\bhow (?:many|much)\b|\bwhat (?:share|percentage|percent|proportion)\b/iu;
/** "How many people were sent over under Lee?" counts who were, whatever the text calls them. */
const ANYBODY = /\b(?:people|persons?|individuals|folks)\b/giu;
/** Words behind a figure that say what it counts. */
const COUNTED_WITHIN = 4;
const FEWEST_TERMS = 2;

/**
 * Whether a sentence tells a count in the question's own words: it has all of them, and a figure shortly before the rarest. Of
 * 2,949 questions for a figure that are known not to be answered (corpus/unanswered.jsonl, scripts/fit/unanswered.jsonl) three
 * are told so; of 426 that are answered (scripts/fit/questions.jsonl) 32, 30 of them rightly.
 */
export function tellsCount(
  { text: asked }: Question,
  { row, text }: RankedSentence,
  index: SearchIndex,
  analyzer: Analyzer,
): boolean {
  if (!ASKS_COUNT.test(asked)) return false;
  const terms = analyzer.terms(asked.replace(ANYBODY, " "));
  const own = index.terms.setOfSentence(row);
  if (terms.length < FEWEST_TERMS || !terms.every((term) => own.has(term))) return false;
  const most = Math.max(...terms.map((term) => index.terms.idf(term)));
  const rarest = terms.filter((term) => index.terms.idf(term) === most);
  const words = text.split(/\s+/u);
  return words.some((word, i) => {
    if (!tellsAmount(word)) return false;
    const behind = analyzer.terms(words.slice(i + 1, i + 1 + COUNTED_WITHIN).join(" "));
    return rarest.some((term) => behind.includes(term));
  });
}
