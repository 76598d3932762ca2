import type { Chapter } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import { asksBackground, asksBackgroundOfOne, authorsTopic, intentOf, intentWithin } from "./intent.ts";
import { languageOf } from "./language.ts";
import { questionType } from "../domain/question-type.ts";
import { questionFocus } from "./question-focus.ts";
import { spokenOf } from "./spoken-of.ts";
import { scopeOf, withoutAuthor } from "./scope.ts";

const NOW =
  /\b(?:now|nowadays|today|currently|current|at present|presently|these days|right now|latest|most recent|so far|still)\b/iu;
const NUMBER = /\d+(?:[.,]\d+)*/gu;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;

/** Capitalised words but the first, unless capitals are all there is; acronyms wherever they stand. */
function namesIn(text: string, analyzer: Analyzer): string[] {
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  const capital = (word: string): boolean => /^\p{Lu}/u.test(word);
  if (words.length > 2 && words.filter(capital).length > words.length * 0.7) return [];
  const names = words.filter((word, i) => (i === 0 ? /^(?:\p{Lu}\.?){2,}/u.test(word) : capital(word)));
  return [...new Set(names.flatMap((name) => analyzer.terms(name)))];
}

/** Takes a standalone question apart. Deterministic; `chapters` are those of the corpus asked about. */
export function analyseQuestion(text: string, chapters: readonly Chapter[], analyzer: Analyzer): Question {
  const clean = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const scope = scopeOf(clean, chapters, analyzer);
  const { intent, theme } =
    scope?.kind === "chapter"
      ? intentWithin(clean, scope.by === "author")
      : { intent: intentOf(clean), theme: null };
  // "What do they propose? Just the main points": of an overview every word counts.
  const asked = intent === "overview" ? clean : questionFocus(clean, analyzer);
  const language = languageOf(asked);
  const subject = language === "en" && intent === "content" ? spokenOf(asked) : null;
  const open = subject ?? theme ?? withoutAuthor(asked, scope, analyzer);
  const query = intent === "authors" && language === "en" ? authorsTopic(open) : open;
  return {
    text: clean,
    query,
    language,
    intent,
    type: questionType(asked, language),
    terms: [...new Set(analyzer.terms(query))],
    numbers: [...asked.matchAll(NUMBER)].map(([digits]) => digits.replaceAll(",", "")),
    names: namesIn(asked, analyzer),
    scope,
    asksBackground:
      (intent === "authors" && asksBackground(clean)) ||
      (intent === "content" &&
        scope?.kind === "chapter" &&
        scope.by === "author" &&
        asksBackgroundOfOne(clean)),
    subject,
    theme,
    asksNow: NOW.test(asked),
  };
}
