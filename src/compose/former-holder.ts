import { ROLES } from "./introductions.ts";

/** "Who is the ambassador to Mexico?", "who's Mexico's foreign minister now?": who holds an office today. */
const WHO_HOLDS = new RegExp(
  String.raw`^\W*who(?:['’]?s| is)\b(?!.*\b(?:former|ex|last|previous)\b).*?\b(?<office>${ROLES})\b`,
  "iu",
);

/** Whether a question asks who holds an office and a sentence tells of somebody who held it ("former", "(ret)", "(2007-13)"). */
export function tellsFormerHolder(question: string, sentence: string): boolean {
  const office = WHO_HOLDS.exec(question)?.groups?.["office"];
  if (office === undefined) return false;
  const former = String.raw`\b(?:former|ex|then|retired)[ -](?:[\p{L}.]+ ){0,3}${office}\b`;
  return new RegExp(String.raw`${former}|\b${office} \((?:ret|\d{4})`, "iu").test(sentence);
}
