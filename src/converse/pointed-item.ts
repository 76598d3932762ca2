import { withoutMarks } from "../domain/answer-markdown.ts";
import { MORE_ABOUT } from "../domain/more-about.ts";
import { plainText } from "../domain/plain-text.ts";
import { shorten } from "../domain/shorten.ts";

/** What the items of a list are called; "the first step of the plan" and "the last thing they signed" are none. */
const NOUNS =
  "(?:one|point|item|bullet(?: point)?|recommendation|proposal|punto|recomendaci[oó]n|propuesta)(?! (?:of|in|for|on|that|who|which|del?|que)\\b)|of (?:them|these|those)";
/** Ordinals, as alternatives of a pattern, in the order of their places; then those that stand for the last place. */
const PLACES = [
  "first|1st|primer[oa]?",
  "second|2nd|segund[oa]",
  "third|3rd|tercer[oa]?",
  "fourth|4th|cuart[oa]",
  "fifth|5th|quint[oa]",
  "sixth|6th|sext[oa]",
];
const LAST = "last|final|[uú]ltim[oa]";
const ORDINAL = [...PLACES, LAST].join("|");
/** "The second one", "recommendation 3", "el primer punto". */
const POINTED = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:the|that|your|el|la) )?(?:(?<ordinal>${ORDINAL}) (?:${NOUNS})|(?<=(?:el|la) )(?<alone>${ORDINAL})(?=\\W*$)|(?:number|point|item|bullet|recommendation|no\\.|punto|recomendaci[oó]n) ?#?(?<number>\\d{1,2}))(?![\\p{L}\\d])`,
  "iu",
);
/** All that is asked, but for what leads to it: "and the second one?", "what about point 3?". */
const ALONE =
  /^\W*(?:(?:and|or|but|y|what about|how about|more (?:on|about)|tell me (?:more )?about|(?:cu[eé]ntame )?m[aá]s sobre|qu[eé] hay de)\W+)*\W*$/iu;
const SPANISH = /^(?:el|la) |punto|recomendaci[oó]n/iu;
/** Characters of an item that stand for it. */
const MOST = 160;
/** An entry of a list of chapters, and what says where an item is from. */
const ENTRY = /^(?<chapter>(?:chapter|cap[ií]tulo) \d+) \(.*?\): /iu;
const FROM = /^(?:(?:chapter|cap[ií]tulo) \d+|the introduction|introducci[oó]n)(?: \(.*?\))?: /iu;
const FIRST_SENTENCE = /^.{12,}?[\p{Ll}\p{N})”][.!?](?=\s\p{Lu})/u;

/** The items that an answer lists, if any: the chapter that one stands for, or how it begins, as plain text in quotation marks. */
export function itemsOf(answer: string): string[] {
  const lines = answer.split("\n").filter((line) => line.startsWith("- "));
  return lines.map((line) => {
    const text = plainText(withoutMarks(line.slice(2))).replace(/[«»]/gu, "");
    const entry = ENTRY.exec(text)?.groups?.["chapter"];
    if (entry !== undefined) return entry;
    const said = text.replace(FROM, "");
    return `“${shorten(FIRST_SENTENCE.exec(said)?.[0] ?? said, MOST).replace(/[.\s]+$/u, "")}”`;
  });
}

/**
 * A text that points at an item of a list ("tell me more about the second one") with the item in its place; null for one that
 * points at none of them.
 */
export function withItem(text: string, items: readonly string[]): string | null {
  const found = POINTED.exec(text);
  if (!found || items.length < 2) return null;
  const { alone, ordinal = alone ?? "", number } = found.groups ?? {};
  const item = number === undefined ? items.at(placeOf(ordinal)) : items[Number(number) - 1];
  if (item === undefined) return null;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return ALONE.test(before) && !/\p{L}/u.test(after)
    ? `${SPANISH.test(found[0]) ? "Cuéntame más sobre" : MORE_ABOUT.en} ${item}`
    : before + item + after;
}

/** Position of the item that an ordinal stands for; -1 for the last. */
function placeOf(ordinal: string): number {
  return PLACES.findIndex((forms) => new RegExp(`^(?:${forms})$`, "iu").test(ordinal));
}
