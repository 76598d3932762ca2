import { z } from "zod";
import { ABSTENTION_REASONS } from "../../src/domain/contract.ts";

/** What a question asks for. `other` is for greetings and questions that are out of scope or unclear. */
export const FACT_KINDS = [
  "factoid",
  "number",
  "who",
  "when",
  "list",
  "why",
  "how",
  "definition",
  "comparison",
  "table",
  "recommendation",
  "position",
  "multi-passage",
  "overview",
  "authorship",
  "other",
] as const;

/** Ways in which a question tries to mislead. */
export const ATTACKS = ["prompt-injection", "false-premise", "off-topic", "hostile-input"] as const;

export const SPLITS = ["dev", "test"] as const;
export type Split = (typeof SPLITS)[number];

export const filled = z.string().regex(/\S/u, "must not be blank");

/** A stretch of the report: `[start, end)` in UTF-16 units, and exactly the text that stands there. */
export const spanSchema = z.strictObject({
  /** The file of the corpus folder it stands in; by default the corpus's first. */
  document: z.string().optional(),
  start: z.int().min(0),
  end: z.int().min(1),
  text: filled,
});
export type EvidenceSpan = z.infer<typeof spanSchema>;

/** What the question is, apart from its answer. */
const asked = {
  question: filled,
  kind: z.enum(FACT_KINDS),
  /** How it is typed. */
  style: z.enum(["plain", "terse", "typo"]),
  language: z.enum(["en", "es"]),
  attack: z.enum(ATTACKS).nullable(),
  /** Words that no response may hold: an echo of the false premise, of the injected order, of markup. */
  forbidden: z.array(filled),
};

const answered = {
  ...asked,
  answerable: z.literal(true),
  /** Hard: at most a third of the question's content words stand in its evidence (`difficulty.ts`). */
  difficulty: z.enum(["easy", "hard"]),
  /** `correct`: the question takes something false for granted, and the answer says how it is. */
  expect: z.enum(["answer", "correct"]),
  /** All groups are required; within a group any form will do. */
  facts: z.array(z.array(filled).min(1)).min(1),
  /** All groups are needed; within a group any span counts. */
  evidence: z.array(z.array(spanSchema).min(1)).min(1),
  reference: filled,
};

const declined = {
  ...asked,
  answerable: z.literal(false),
  expect: z.literal("abstain"),
  reason: z.enum(ABSTENTION_REASONS),
  /** The report has the topic and the actors, but not this detail. */
  near: z.boolean(),
  /** What comes closest in the report, for near ones. */
  nearest: spanSchema.nullable(),
};

/** A question with what a right response holds, wherever it is asked. */
export const expectationSchema = z.discriminatedUnion("answerable", [
  z.strictObject(answered),
  z.strictObject(declined),
]);
export type Expectation = z.infer<typeof expectationSchema>;

const placed = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*-\d{3,}$/u, "must look like ch1-001"),
  split: z.enum(SPLITS),
  /** The part of the report (`sections.json`) that decides the split; null when the report has no place for it. */
  section: z.string().nullable(),
};

/** One question with what a right response to it holds. */
export const questionSchema = z.discriminatedUnion("answerable", [
  z.strictObject({ ...placed, ...answered }),
  z.strictObject({ ...placed, ...declined }),
]);
export type QuestionFact = z.infer<typeof questionSchema>;
export type AnswerableFact = Extract<QuestionFact, { answerable: true }>;
export type UnanswerableFact = Extract<QuestionFact, { answerable: false }>;

const inTurn = {
  /** The question as it would be asked alone. */
  standalone: filled,
  /** `first`; `follow-up`: means nothing without the turns before; `switch`: stands alone, on another topic. */
  role: z.enum(["first", "follow-up", "switch"]),
};
export const turnSchema = z.discriminatedUnion("answerable", [
  z.strictObject({ ...inTurn, ...answered }),
  z.strictObject({ ...inTurn, ...declined }),
]);
export type Turn = z.infer<typeof turnSchema>;

/** Several questions that one reader asks one after the other. */
export const conversationSchema = z.strictObject({ ...placed, turns: z.array(turnSchema).min(2) });
export type Conversation = z.infer<typeof conversationSchema>;

/** One line of a facts file. */
export const factSchema = z.union([questionSchema, conversationSchema]);
export type Fact = z.infer<typeof factSchema>;

export function isConversation(fact: Fact): fact is Conversation {
  return "turns" in fact;
}

/** What a line asks, with the expectation: one question, or every turn of a conversation. */
export function questionsOf(fact: Fact): readonly Expectation[] {
  return isConversation(fact) ? fact.turns : [fact];
}
