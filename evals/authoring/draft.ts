import { z } from "zod";
import { ABSTENTION_REASONS } from "../../src/domain/contract.ts";
import { ATTACKS, FACT_KINDS, SPLITS, type EvidenceSpan, type Expectation } from "../schema/fact-schema.ts";
import type { Difficulty } from "./difficulty.ts";
import { sectionAt, type Section } from "../schema/sections.ts";

/** A question as a person writes it: quotes instead of offsets, and only what there is to say. */
const draftSchema = z.strictObject({
  question: z.string().min(1),
  kind: z.enum(FACT_KINDS),
  style: z.enum(["plain", "terse", "typo"]).default("plain"),
  language: z.enum(["en", "es"]).default("en"),
  attack: z.enum(ATTACKS).nullable().default(null),
  forbidden: z.array(z.string()).default([]),
  /** By default `answer` with facts and `abstain` without. */
  expect: z.enum(["answer", "correct", "abstain"]).optional(),
  facts: z.array(z.array(z.string()).min(1)).default([]),
  /** Groups of exact quotes from the report. */
  evidence: z.array(z.array(z.string()).min(1)).default([]),
  reference: z.string().default(""),
  reason: z.enum(ABSTENTION_REASONS).default("not_in_report"),
  /** An exact quote of what comes closest; its being there makes the question a near one. */
  nearest: z.string().nullable().default(null),
  /** Only for questions that the report has no place for; else the place decides. */
  split: z.enum(SPLITS).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

const draftTurnSchema = draftSchema.omit({ split: true }).extend({
  standalone: z.string().min(1),
  role: z.enum(["first", "follow-up", "switch"]),
});
export const draftLineSchema = z.union([
  z.strictObject({ turns: z.array(draftTurnSchema).min(2), split: z.enum(SPLITS).optional() }),
  draftSchema,
]);
export type DraftLine = z.infer<typeof draftLineSchema>;

/** A file of the corpus as it stands. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
}

/** Whether two spans have characters in common. */
export function overlap(a: EvidenceSpan, b: EvidenceSpan): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

export interface DraftTools {
  /** The corpus's files, in order. */
  readonly documents: readonly SourceText[];
  readonly sections: readonly Section[];
  /** Whether a span is in the text that is indexed; elsewhere it repeats (pull quotes). */
  readonly indexed: (span: EvidenceSpan) => boolean;
  /** Every sentence of the indexed text, as it stands in the source. */
  readonly sentences: readonly EvidenceSpan[];
  readonly measure: (question: string, evidence: readonly string[]) => { difficulty: Difficulty };
}

/**
 * Turns a draft into the expectation of a facts line, with every quote at its offsets.
 * @throws RangeError naming a quote that stands nowhere, or is short and in several places.
 */
export function expectationOf(draft: Draft, tools: DraftTools): Expectation {
  const { question, kind, style, language, attack, forbidden } = draft;
  const asked = { question, kind, style, language, attack, forbidden };
  if ((draft.expect ?? (draft.facts.length > 0 ? "answer" : "abstain")) === "abstain") {
    const nearest = draft.nearest === null ? null : (locateAll(draft.nearest, tools)[0] ?? null);
    const { reason } = draft;
    return { ...asked, answerable: false, expect: "abstain", reason, near: nearest !== null, nearest };
  }
  const evidence = draft.evidence.map((group) => group.flatMap((quote) => locateAll(quote, tools)));
  const { difficulty } = tools.measure(
    question,
    evidence.flat().map(({ text }) => text),
  );
  const expect = draft.expect === "correct" ? "correct" : "answer";
  const { facts, reference } = draft;
  return { ...asked, answerable: true, difficulty, expect, facts, evidence, reference };
}

/** The part of the report an expectation is about: where its first evidence stands, or what is nearest. */
export function homeOf(expectation: Expectation, sections: readonly Section[]): Section | undefined {
  const first = expectation.answerable ? expectation.evidence[0]?.[0] : expectation.nearest;
  return first && first.document === undefined ? sectionAt(sections, first.start) : undefined;
}

/** Shorter quotes that stand in several places are taken for slips. */
const TELLING = 25;

/**
 * Where a quote stands; apostrophes, quotation marks, dashes and white space may be typed any way. What the report says
 * word for word in several places (a recommendation at a glance and in its chapter) gives a span for each.
 */
function locateAll(quote: string, { documents, indexed }: DraftTools): EvidenceSpan[] {
  const pattern = looselyTyped(quote.trim());
  const places = documents.flatMap(({ id, text }, i) =>
    [...text.matchAll(pattern)].map((found): EvidenceSpan => {
      const { index: start, 0: words } = found;
      return { ...(i > 0 ? { document: id } : {}), start, end: start + words.length, text: words };
    }),
  );
  const kept = places.length > 1 ? places.filter(indexed) : places;
  const short = `${quote.slice(0, 70)}${quote.length > 70 ? "…" : ""}`;
  if (kept.length === 0) throw new RangeError(`the report does not say "${short}" in these words`);
  if (kept.length > 1 && quote.trim().length < TELLING) {
    throw new RangeError(`"${short}" stands in ${kept.length} places: quote more of it`);
  }
  return kept;
}

function looselyTyped(quote: string): RegExp {
  const pattern = quote
    .replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&")
    .replace(/[‘’']/gu, "[‘’']")
    .replace(/[“”"]/gu, '[“”"]')
    .replace(/[-‐-―]/gu, "[-‐-―]")
    .replace(/\s+/gu, "\\s+");
  return new RegExp(pattern, "gu");
}
