import { isConversation, type Expectation, type Fact, type Split, type Turn } from "../schema/fact-schema.ts";
import type { ReaderQuestion } from "../schema/reader-question.ts";
import type { Section } from "../schema/sections.ts";

/** One question to ask, with what a right response holds and where it belongs in tables. */
export interface EvalCase {
  /** The fact's id; for a turn with its 1-based position: `talk-001#2`. */
  readonly id: string;
  readonly split: Split;
  /** Null when the report has no place for it. */
  readonly chapter: string | null;
  readonly expectation: Expectation;
  /** A fact states what a right answer says; of a reader's question it is known which sentences answer. */
  readonly from: "facts" | "readers";
  /** The place in a conversation; null for a question that is asked alone. */
  readonly turn: Pick<Turn, "standalone" | "role"> | null;
}

/** What is asked in one go: a single question, or the turns of a conversation in order. */
export type Session = readonly EvalCase[];

/** Facts as sessions. `sections` may be empty: then no case has a chapter. */
export function sessionsOf(facts: readonly Fact[], sections: readonly Section[]): Session[] {
  const chapters = new Map(sections.map(({ id, chapter }) => [id, chapter]));
  return facts.map((fact): Session => {
    const { id, split } = fact;
    const chapter = fact.section === null ? null : (chapters.get(fact.section) ?? null);
    if (!isConversation(fact)) return [{ id, split, chapter, expectation: fact, from: "facts", turn: null }];
    return fact.turns.map((turn, i) => ({
      id: `${id}#${i + 1}`,
      split,
      chapter,
      expectation: turn,
      from: "facts",
      turn: { standalone: turn.standalone, role: turn.role },
    }));
  });
}

/** Readers' questions as sessions of one question each. */
export function readerSessions(questions: readonly ReaderQuestion[]): Session[] {
  return questions.map(({ id, split, ...question }): Session => [
    { id, split, chapter: null, expectation: expectationOf(question), from: "readers", turn: null },
  ]);
}

function expectationOf({
  question,
  language,
  answers,
}: Pick<ReaderQuestion, "question" | "language" | "answers">): Expectation {
  const forbidden: string[] = [];
  const asked = { question, language, kind: "other", style: "plain", attack: null, forbidden } as const;
  const [best] = answers;
  return best === undefined
    ? { ...asked, answerable: false, expect: "abstain", reason: "not_in_report", near: true, nearest: null }
    : {
        ...asked,
        answerable: true,
        difficulty: "hard",
        expect: "answer",
        facts: [],
        evidence: [answers],
        reference: best.text,
      };
}
