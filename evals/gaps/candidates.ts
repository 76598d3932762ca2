import { questionType } from "../../src/domain/question-type.ts";
import type { Feedback } from "../../src/domain/feedback.ts";
import type { StoredAnswer } from "../../src/domain/stored-answer.ts";
import { wordKey } from "../../src/domain/words.ts";
import { FACT_KINDS } from "../schema/fact-schema.ts";
import type { Draft } from "../authoring/draft.ts";

/** A draft as `npm run evals:add` reads it, before a person has completed it. */
export type Candidate = Pick<Draft, "question" | "kind" | "language"> &
  Partial<Pick<Draft, "expect" | "facts" | "evidence" | "reference" | "split">>;

/**
 * Questions worth an eval: those whose answer was voted down, and those that the report was found silent on. The latter
 * expect an abstention, to be added as they are when the report is silent in truth; the former expect an answer, with
 * what was quoted as its evidence, and a person says which facts a right one states.
 * @param known questions that the evals ask already
 */
export function evalCandidates(
  feedback: readonly Feedback[],
  unanswered: readonly StoredAnswer[],
  known: readonly string[],
): Candidate[] {
  const seen = new Set(known.map(wordKey));
  const fresh = (question: string): boolean => {
    const before = seen.size;
    return seen.add(wordKey(question)).size > before;
  };
  const down = feedback.filter(({ vote }) => vote === "down");
  return [
    ...down.flatMap(({ answer }) => (fresh(answer.standaloneQuestion) ? [answerable(answer)] : [])),
    ...unanswered.flatMap((answer) => (fresh(answer.standaloneQuestion) ? [silent(answer)] : [])),
  ];
}

function answerable(answer: StoredAnswer): Candidate {
  const evidence = answer.citations.map(({ quote }) => [quote]);
  return { ...asked(answer), expect: "answer", facts: [], evidence, reference: "" };
}

function silent(answer: StoredAnswer): Candidate {
  return { ...asked(answer), expect: "abstain", split: "dev" };
}

function asked({
  standaloneQuestion,
  language,
}: StoredAnswer): Pick<Draft, "question" | "kind" | "language"> {
  const type = questionType(standaloneQuestion, language);
  const kind = FACT_KINDS.find((name) => name === type) ?? "factoid";
  return { question: standaloneQuestion, kind, language };
}
