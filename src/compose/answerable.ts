import { countriesIn, withCountries } from "../domain/countries.ts";
import type { Question } from "../domain/question.ts";
import { tellsAmount } from "../retrieve/index.ts";
import type { ScoredSentence } from "./sentence-features.ts";

/** Asks for a figure in so many words: a sentence without one cannot answer. */
const COUNTS =
  /\bhow (?:many|much)\b|\bwhat (?:percentage|percent|share|proportion|number)\b|\bcu[aá]nt[oa]s?\b|\bqu[eé] (?:porcentaje|proporci[oó]n|n[uú]mero)\b/iu;
const FIGURES = /\b(?:figures?|charts?|graphs?)\b/iu;
/** All there are: a share, or so many of a thousand, is no answer. */
const IN_ALL = /\b(?:in total|altogether|in all|total number|all told|en total)\b/iu;
const RATE = /\bper (?:1,?000|100,?000|capita|person|inhabitant)|\/1,?000|%|\bpercent\b/iu;
const HOW_OLD = /\bhow old\b|\bcu[aá]ntos a[nñ]os tiene|\bqu[eé] edad\b/iu;
const AGE = /\b\d+[- ]years?[- ]old\b|\baged \d/iu;
const YEAR = /\b(?:1[89]|20)\d{2}\b/gu;

/** Whether a text that names countries names none of those that are asked about: it has nothing on Japan. */
function ofOthers(asked: ReadonlySet<string>, text: string): boolean {
  if (asked.size === 0) return false;
  const told = countriesIn(text);
  return told.size > 0 && ![...asked].some((country) => told.has(country));
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(YEAR)].map(([year]) => Number(year));
}

/** Whether a text that names years names none that is asked about, and no span that it lies in. */
function ofOtherYears(asked: readonly number[], text: string): boolean {
  const told = yearsIn(text);
  if (asked.length === 0 || told.length === 0) return false;
  const [first, last] = [Math.min(...told), Math.max(...told)];
  return !asked.some((year) => first <= year && year <= last);
}

/**
 * What cannot answer, however likely: a question of the report's own; a figure's caption, but for a question about figures; a
 * table's row of other countries; and, where a figure is asked for, a sentence without one, one of other years, a rate for a
 * total, and anything but an age for an age.
 */
export function answerable(question: Question): (sentence: ScoredSentence) => boolean {
  const { text: asked } = question;
  const counts = COUNTS.test(asked);
  const ofFigures = FIGURES.test(asked);
  const countries = countriesIn(withCountries(asked));
  const years = yearsIn(asked);
  const [inAll, howOld] = [IN_ALL.test(asked), HOW_OLD.test(asked)];
  return ({ text, candidate: { passage } }) => {
    if (text.endsWith("?")) return false;
    const { table } = passage;
    if (table && ofOthers(countries, [table.caption, ...table.header, ...table.cells].join("; ")))
      return false;
    if (howOld) return AGE.test(text);
    if (counts) return tellsAmount(text) && !ofOtherYears(years, text) && !(inAll && RATE.test(text));
    return ofFigures || passage.kind !== "figure-caption";
  };
}
