import { isConversation, type Expectation, type Fact, type Split, type Turn } from "../schema/fact-schema.ts";
import type { Section } from "../schema/sections.ts";

/** One question to ask, with what a right response holds and where it belongs in tables. */
export interface EvalCase {
  /** The fact's id; for a turn with its 1-based position: `talk-001#2`. */
  readonly id: string;
  readonly split: Split;
  /** Null when the report has no place for it. */
  readonly chapter: string | null;
  readonly expectation: Expectation;
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
    if (!isConversation(fact)) return [{ id, split, chapter, expectation: fact, turn: null }];
    return fact.turns.map((turn, i) => ({
      id: `${id}#${i + 1}`,
      split,
      chapter,
      expectation: turn,
      turn: { standalone: turn.standalone, role: turn.role },
    }));
  });
}
