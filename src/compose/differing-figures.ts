import type { Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { RankedSentence } from "./select.ts";

const YEAR = /^(?:1[5-9]|20)\d{2}$/u;
/** The best sentence must be about the question, a second one cover nearly all that it covers and be nearly as likely. */
const BEST_COVERAGE = 0.5;
const COVERAGE = 0.9;
const RELATIVE = 0.25;

/**
 * When a question asks for one figure without a date and chapters give different ones: the best sentence of each
 * such chapter, the one with the latest year first. One sentence or none when the figures do not differ.
 */
export function differingFigures(
  question: Question,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
): RankedSentence[] {
  const best = ranked[0];
  if (question.type !== "number" || question.numbers.length > 0 || !best) return [];
  if (best.features.coverage < BEST_COVERAGE) return [];
  const seen = new Map<number, RankedSentence>();
  for (const sentence of ranked.slice(0, 12)) {
    const { chapter } = sentence.candidate.passage;
    const alike =
      sentence.features.coverage >= COVERAGE * best.features.coverage &&
      sentence.probability >= RELATIVE * best.probability;
    if (alike && !seen.has(chapter) && figures(sentence, index).size > 0) seen.set(chapter, sentence);
  }
  const found = [...seen.values()];
  const [first, ...others] = found;
  if (!first) return [];
  const differ = others.filter(
    (other) => comparable(first, other, index) && !intersects(figures(first, index), figures(other, index)),
  );
  return [first, ...differ].sort((a, b) => latestYear(b, index) - latestYear(a, index));
}

function figures(sentence: RankedSentence, index: SearchIndex): Set<string> {
  return new Set(
    index.terms.ofSentence(sentence.row).filter((t) => /^\d/u.test(t) && !YEAR.test(t) && !UNITS.includes(t)),
  );
}

/** What a figure counts in; figures of different units are not the same quantity. */
const UNITS = ["percent", "million", "billion", "trillion", "100000", "1000", "bpd", "usd", "bn"];

function comparable(a: RankedSentence, b: RankedSentence, index: SearchIndex): boolean {
  const units = (s: RankedSentence): string =>
    UNITS.filter((unit) => index.terms.setOfSentence(s.row).has(unit)).join(" ");
  return units(a) === units(b);
}

function latestYear(sentence: RankedSentence, index: SearchIndex): number {
  return Math.max(
    0,
    ...index.terms
      .ofSentence(sentence.row)
      .filter((t) => YEAR.test(t))
      .map(Number),
  );
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((value) => b.has(value));
}
