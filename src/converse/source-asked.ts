import { withoutMarks } from "../domain/answer-markdown.ts";

/** "Who says that?", of what was just answered. */
const ASKS_SOURCE =
  /^\W*(?:(?:and|but|so|y|pero)[, ]+)*(?:who (?:says|said|claims|found|estimates|estimated)(?: (?:that|this|so|it))?|says who|according to (?:who|whom|what)|whose (?:estimate|figure|number|claim) is (?:that|this|it)|qui[eé]n (?:lo )?(?:dice|dijo|afirma|calcula)(?: eso)?|seg[uú]n qui[eé]n)\W*$/iu;
/** A sentence that names whose words or figures it has. */
const ATTRIBUTED = [
  /\b(?:according to|as (?:reported|estimated|noted|argued|described) by)\b/iu,
  /(?:\p{Lu}[\p{L}.]*\p{L}|\b(?:polls?|surveys?|stud(?:y|ies)|research|experts|estimates|analysts|critics))(?: \p{Ll}+)? (?:estimate[sd]?|found|finds|show(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|claim(?:s|ed)?|report(?:s|ed)|conclude[sd]?|declared|acknowledged)\b/u,
];
const SENTENCE_END = /(?<=[.!?]["'”’)]*)\s+(?=\p{Lu}|["“(])/u;

/**
 * What "who says that?" asks for after an answer whose own words name a source: that sentence again. Null for what asks
 * otherwise, and where no source is named: those who wrote it are meant then.
 */
export function sourceAsked(text: string, answer: string): string | null {
  if (!ASKS_SOURCE.test(text)) return null;
  const named = withoutMarks(answer)
    .split(SENTENCE_END)
    .find((sentence) => ATTRIBUTED.some((pattern) => pattern.test(sentence)));
  return named === undefined ? null : `Who says: “${named.trim()}”?`;
}
