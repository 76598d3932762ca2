import { nameRuns } from "./name-runs.ts";
import type { StandaloneTools, Turn } from "./standalone.ts";

/** Asks for a person: "who founded it?", "which of the authors teaches?". */
const FOR_A_PERSON =
  /\b(?:who|whom|whose)\b|\b(?:which|what) (?:\p{L}+ ){0,4}?(?:authors?|writers?|contributors?|experts?|presidents?|ministers?|secretar(?:y|ies)|generals?|officials?|ambassadors?|leaders?|candidates?|person)\b/iu;
/** Names of two words and more that are nobody's. */
const NOBODY =
  /\b(?:academy|act|administration|agency|agenda|agreement|america|association|award|bank|board|cent(?:er|re)|chamber|college|commission|committee|congress|council|court|department|dialogue|forum|foundation|fund|group|house|initiative|institute|ministry|mexico|north|office|organi[sz]ation|party|plan|policy|program(?:me)?|school|senate|service|states?|summit|treaty|union|united|university|wilson)\b/iu;

/** What stands before a name or in its place. */
const TITLE =
  /^(?:agent|ambassador|attorney|chair\p{L}*|deputy|director|dr|founding|general|judge|justice|minister|president|president-elect|prime|professor|prof|secretary|senator|vice)\.?$/iu;

/**
 * Whom the answer to a question that asked for a person is about: an author whose lines it quotes, or whom it names first,
 * by two words or more. That is who "he" or "she" is next. Null for a question that asks otherwise, and for an answer that
 * names nobody so.
 */
export function introduced(
  question: string,
  { answer = "", heading = null }: Pick<Turn, "answer" | "heading">,
  { chapters, ...words }: StandaloneTools,
): string | null {
  if (!FOR_A_PERSON.test(question)) return null;
  if (heading !== null && chapters.some(({ authors }) => authors.includes(heading))) return heading;
  const person = nameRuns(answer, words).find(({ text }) => {
    const parts = text.split(" ").filter((part) => !TITLE.test(part)).length;
    return parts >= 2 && parts <= 4 && !/^the /iu.test(text) && !/\d/u.test(text) && !NOBODY.test(text);
  });
  return person?.text ?? null;
}
