import { ROLES } from "./introductions.ts";

/** "Who is the ambassador to Mexico?", "who's Mexico's foreign minister now?": who holds an office today. */
const WHO_HOLDS = new RegExp(
  String.raw`^\W*who(?:['’]?s| is)\b(?!.*\b(?:former|ex|last|previous)\b).*?\b(?<office>${ROLES})\b`,
  "iu",
);
/** "Head of the bank", and nothing more. */
const HOLDER_OF = new RegExp(
  String.raw`^\W*(?:the )?(?:current )?(?<office>${ROLES}|boss|ceo|commander) of (?:the )?[\p{L}.]+(?: [\p{L}.]+){0,3}\W*$`,
  "iu",
);
/** A sentence on what somebody did before. */
const BEFORE = /^\W*(?:formerly|previously|prior to|before (?:that|joining))\b/iu;
/** What says that somebody holds an office. */
const LEADS = new RegExp(
  String.raw`\b(?:${ROLES}|boss|ceo|commander|leads?|led|heads?|headed|runs?|chaired)\b`,
  "iu",
);

/**
 * Whether a question asks who holds an office and a sentence tells of somebody who held it before ("former", "(ret)",
 * "(2007-13)", "Previously, he"), or of no office at all.
 */
export function tellsNoHolder(question: string, sentence: string): boolean {
  const office = (WHO_HOLDS.exec(question) ?? HOLDER_OF.exec(question))?.groups?.["office"];
  if (office === undefined) return false;
  if (BEFORE.test(sentence) || !LEADS.test(sentence)) return true;
  const former = String.raw`\b(?:former|ex|then|retired)[ -](?:[\p{L}.]+ ){0,3}${office}\b`;
  return new RegExp(String.raw`${former}|\b${office} \((?:ret|\d{4})`, "iu").test(sentence);
}
