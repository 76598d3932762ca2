import { containsFact, normaliseForMatch } from "./fact-match.ts";
import type { AnswerableFact, FactProblem, LocatedFact } from "./fact-schema.ts";

/**
 * What no schema sees: ids and questions stand once over all files, evidence is the report's own text
 * at its offsets, and every fact is stated by the evidence and by the reference answer.
 * @param report the source text that the offsets count in (UTF-16 units)
 */
export function checkFacts(facts: readonly LocatedFact[], report: string): FactProblem[] {
  return [
    ...repeats(facts, "id", ({ fact }) => fact.id),
    ...repeats(facts, "question", ({ fact }) => normaliseForMatch(fact.question).join(" ")),
    ...facts.flatMap(({ file, line, fact }) =>
      fact.answerable
        ? [...misquotes(fact, report), ...unstated(fact), ...unreferenced(fact)].map((message) => ({
            file,
            line,
            message: `${fact.id}: ${message}`,
          }))
        : [],
    ),
  ];
}

function repeats(
  facts: readonly LocatedFact[],
  what: string,
  key: (fact: LocatedFact) => string,
): FactProblem[] {
  const first = new Map<string, LocatedFact>();
  const problems: FactProblem[] = [];
  for (const located of facts) {
    const before = first.get(key(located));
    if (before === undefined) first.set(key(located), located);
    else {
      const { file, line, fact } = located;
      const message = `${fact.id}: the same ${what} stands at ${before.file}:${before.line}`;
      problems.push({ file, line, message });
    }
  }
  return problems;
}

function misquotes(fact: AnswerableFact, report: string): string[] {
  return fact.evidence.flat().flatMap(({ start, end, text }) => {
    if (report.slice(start, end) === text) return [];
    const at = report.indexOf(text);
    const remedy = at < 0 ? "nowhere in the report" : `at ${at} to ${at + text.length}`;
    return [`the evidence "${text.slice(0, 60)}" is not at ${start} to ${end} but ${remedy}`];
  });
}

/** A fact is stated when some group states it whichever of its spans is cited. */
function unstated(fact: AnswerableFact): string[] {
  return fact.facts
    .filter(
      (alternatives) =>
        !fact.evidence.some((group) =>
          group.every(({ text }) => alternatives.some((form) => containsFact(text, form))),
        ),
    )
    .map((alternatives) => `no evidence group states "${alternatives.join('" or "')}" in all its spans`);
}

/** A reference in other words than the report's must pass too, or the facts ask for the report's wording. */
function unreferenced(fact: AnswerableFact): string[] {
  return fact.facts
    .filter((alternatives) => !alternatives.some((form) => containsFact(fact.reference, form)))
    .map((alternatives) => `the reference does not state "${alternatives.join('" or "')}"`);
}
