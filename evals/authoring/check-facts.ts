import type { DraftTools } from "./draft.ts";
import { homeOf, overlap } from "./draft.ts";
import { containsFact, normaliseForMatch } from "../schema/fact-match.ts";
import {
  isConversation,
  questionsOf,
  type EvidenceSpan,
  type Expectation,
  type Fact,
} from "../schema/fact-schema.ts";
import type { FactProblem, LocatedFact } from "../schema/read-facts.ts";

export type CheckTools = Pick<DraftTools, "documents" | "sections" | "measure">;

/**
 * What no schema sees: ids and questions stand once over all files, evidence is the report's own text at its
 * offsets, every fact is stated by the evidence and by the reference answer, and the split is the section's.
 */
export function checkFacts(facts: readonly LocatedFact[], tools: CheckTools): FactProblem[] {
  return [
    ...repeats(facts, "id", ({ fact }) => fact.id),
    ...repeats(facts, "question", ({ fact }) => firstQuestion(fact)),
    ...facts.flatMap(({ file, line, fact }) =>
      [
        ...misplaced(fact, tools),
        ...roles(fact),
        ...questionsOf(fact).flatMap((one) => checkExpectation(one, tools)),
      ].map((message) => ({ file, line, message: `${fact.id}: ${message}` })),
    ),
    ...sharedEvidence(facts),
  ];
}

/** The checks on one question, without its place: what is wrong, in words. */
export function checkExpectation(one: Expectation, { documents, measure }: CheckTools): string[] {
  if (!one.answerable) return one.nearest ? misquote(one.nearest, documents, "nearest") : [];
  const spans = one.evidence.flat();
  const { difficulty } = measure(
    one.question,
    spans.map(({ text }) => text),
  );
  return [
    ...(one.facts.length === 0 ? ["it has no facts: any answer would be right"] : []),
    ...spans.flatMap((span) => misquote(span, documents, "evidence")),
    ...unstated(one),
    ...unreferenced(one),
    ...one.forbidden
      .filter((words) => containsFact(one.reference, words))
      .map((words) => `the reference says "${words}", which is forbidden`),
    ...(difficulty === one.difficulty ? [] : [`its difficulty is ${difficulty}, not ${one.difficulty}`]),
  ];
}

function firstQuestion(fact: Fact): string {
  const [first] = questionsOf(fact);
  const asked = first?.question ?? "";
  return normaliseForMatch(asked).join(" ") || asked;
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

/** The section is where the first evidence stands (or what is nearest), and its split is the line's. */
function misplaced(fact: Fact, { sections }: CheckTools): string[] {
  const [first] = questionsOf(fact);
  const home = first && homeOf(first, sections);
  if (home === undefined && fact.section === null) return [];
  if (home?.id !== fact.section)
    return [`its section is ${home?.id ?? "null"}, not ${fact.section ?? "null"}`];
  return home.split === fact.split
    ? []
    : [`its split is ${home.split} as that of ${home.id}, not ${fact.split}`];
}

function roles(fact: Fact): string[] {
  if (!isConversation(fact)) return [];
  return fact.turns.flatMap(({ role }, i) =>
    (role === "first") === (i === 0) ? [] : [`turn ${i + 1} cannot be "${role}"`],
  );
}

function misquote(
  { document, start, end, text }: EvidenceSpan,
  documents: CheckTools["documents"],
  what: string,
): string[] {
  const source = (document === undefined ? documents[0] : documents.find(({ id }) => id === document))?.text;
  if (source === undefined) return [`there is no document "${document ?? ""}" in the corpus`];
  if (source.slice(start, end) === text) return [];
  const at = source.indexOf(text);
  const remedy = at < 0 ? "nowhere in the report" : `at ${at} to ${at + text.length}`;
  return [`the ${what} "${text.slice(0, 60)}" is not at ${start} to ${end} but ${remedy}`];
}

type Answerable = Extract<Expectation, { answerable: true }>;

/** A fact is stated when some group states it whichever of its spans is cited. */
function unstated({ facts, evidence }: Answerable): string[] {
  return facts
    .filter(
      (alternatives) =>
        !evidence.some((group) =>
          group.every(({ text }) => alternatives.some((form) => containsFact(text, form))),
        ),
    )
    .map((alternatives) => `no evidence group states "${alternatives.join('" or "')}" in all its spans`);
}

/** A reference in other words than the report's must pass too, or the facts ask for the report's wording. */
function unreferenced({ facts, reference }: Answerable): string[] {
  return facts
    .filter((alternatives) => !alternatives.some((form) => containsFact(reference, form)))
    .map((alternatives) => `the reference does not state "${alternatives.join('" or "')}"`);
}

/** Kinds whose answers stand in many places, so that their evidence cannot keep to one split. */
const WIDE: ReadonlySet<string> = new Set(["overview", "multi-passage"]);

/** The same words as evidence in both splits would let what is tuned on dev know what test asks for. */
function sharedEvidence(facts: readonly LocatedFact[]): FactProblem[] {
  const spansOf = ({ fact }: LocatedFact): EvidenceSpan[] =>
    questionsOf(fact).flatMap((one) => (one.answerable && !WIDE.has(one.kind) ? one.evidence.flat() : []));
  const dev = facts
    .filter(({ fact }) => fact.split === "dev")
    .flatMap((located) => spansOf(located).map((span) => ({ id: located.fact.id, span })));
  return facts
    .filter(({ fact }) => fact.split === "test")
    .flatMap((located) => {
      const other = dev.find(({ span }) => spansOf(located).some((own) => overlap(own, span)));
      if (!other) return [];
      const message = `${located.fact.id}: its evidence is also that of ${other.id}, which is in the other split`;
      return [{ file: located.file, line: located.line, message }];
    });
}
