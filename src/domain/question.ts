import type { Corpus } from "./corpus.ts";

/** What kind of thing would answer the question. */
export const QUESTION_TYPES = [
  "number",
  "when",
  "who",
  "where",
  "why",
  "how",
  "list",
  "comparison",
  "definition",
  "recommendation",
  "position",
  "yes-no",
  "factoid",
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What the asker wants of the assistant: an answer from the text, the shape of the report, or just a word. */
export type Intent =
  | "content"
  | "overview"
  | "authors"
  | "contents"
  | "about-report"
  | "greeting"
  | "thanks"
  | "about-assistant"
  | "unclear";

/** The part of the report a question is limited to. */
export type Scope =
  | { readonly kind: "report" }
  /** A chapter number that the report does not have. */
  | { readonly kind: "missing"; readonly number: number }
  /**
   * `chapter` is an index into the corpus's chapters. A chapter named by its author takes in the
   * author's biography: the question may be about the author.
   */
  | { readonly kind: "chapter"; readonly chapter: number; readonly by: "number" | "title" }
  | { readonly kind: "chapter"; readonly chapter: number; readonly by: "author"; readonly author: string };

/** A standalone question, taken apart. Pure data: the same text always gives the same analysis. */
export interface Question {
  readonly text: string;
  /** What is searched for: the text without an author's name that only says where to look. */
  readonly query: string;
  readonly language: "en" | "es";
  readonly intent: Intent;
  readonly type: QuestionType;
  /** Content terms (see Analyzer), without repeats. */
  readonly terms: readonly string[];
  /** Figures and years written with digits, thousands separators out. */
  readonly numbers: readonly string[];
  /** Terms of the names of people, places and bodies in it, as far as capitals show them. */
  readonly names: readonly string[];
  /** Null when the question names no part of the report. */
  readonly scope: Scope | null;
  /** Of those who wrote it, or of one of them, is asked who they are, and not what they wrote. */
  readonly asksBackground: boolean;
  /** What is asked whether the report speaks of it at all ("Is tequila mentioned?"); null for any other question. */
  readonly subject: string | null;
  /** What is asked of one part of the report only ("cranes" of "What does chapter 2 say about cranes?"); null for any other. */
  readonly theme: string | null;
  /** "now", "today", "currently": the answer must say when the report speaks from. */
  readonly asksNow: boolean;
}

/** Whether a question is asked in another language than the corpus is written in. */
export function isForeign({ language }: Pick<Question, "language">, { meta }: Corpus): boolean {
  return language !== meta.language;
}
