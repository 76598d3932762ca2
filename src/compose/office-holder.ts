import { foldAccents } from "../domain/fold-accents.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { Draft } from "./draft.ts";
import { capitalOrNot, ROLES, sentenceWith } from "./introductions.ts";

/** "Who is the president of Mexico?", "who's Mexico's foreign minister": who holds an office, and nothing more. */
const WHO_HOLDS = new RegExp(
  String.raw`^\W*who(?:['’]?s| is)\s+(?:the )?(?:current )?(?:(?<office>(?:\p{L}+ )?(?:${ROLES})) (?:of|for) (?:the )?(?<place>united states(?: of america)?|\p{L}[\p{L}.]*(?: \p{L}[\p{L}.]*)?)|(?<owner>\p{L}[\p{L}.]*?)(?:['’]s)? (?<held>(?:\p{L}+ )?(?:${ROLES})(?: of (?:the )?\p{L}+)?))(?: now| today| right now)?\W*$`,
  "iu",
);
/** "Who leads Canada?": whoever is at the head of its government, or was the last to be. */
const WHO_LEADS =
  /^\W*who (?:leads|runs|governs|heads|rules) (?:the )?(?<place>united states|u\.?s\.?a?\.?|\p{L}+)(?: now| today| right now)?\W*$/iu;
const HEADS = "president|prime minister";
/** The same in Spanish, without accents. */
const QUIEN =
  /^\W*quien es (?:el|la) (?:actual )?(?<office>president|primera? ministr|canciller|fiscal general|embajador)[aeo]? de (?:los )?(?<place>estados unidos|ee\.? ?uu\.?|\p{L}+)\W*$/iu;
const OFFICES: Readonly<Record<string, string>> = {
  president: "president",
  "primer ministr": "prime minister",
  "primera ministr": "prime minister",
  canciller: "foreign minister",
  "fiscal general": "attorney general",
  embajador: "ambassador",
};
/** How a text names the one country whose name does not begin as its adjective does. */
const UNITED_STATES =
  /^(?:u\.?s\.?a?\.?|united states(?: of america)?|american?|estados unidos|ee\.? ?uu\.?)$/iu;
/** Letters that the name of a country and its adjective share. */
const SHARED = 4;

/**
 * The first sentence that names who holds an office in a country ("Mexican President Ann Lee"), by the whole name if one does.
 * Null when the question asks for something else, or no sentence does.
 */
export function officeHolder(question: string, { corpus }: Pick<SearchIndex, "corpus">): Draft | null {
  const text = foldAccents(question);
  const leads = WHO_LEADS.exec(text);
  const { office, place, owner, held } = (leads ?? WHO_HOLDS.exec(text) ?? QUIEN.exec(text))?.groups ?? {};
  const named = leads ? HEADS : (office ?? held);
  const [asked, where] = [named && (OFFICES[named.toLowerCase()] ?? named), place ?? owner];
  if (asked === undefined || where === undefined) return null;
  const country = UNITED_STATES.test(where) ? String.raw`(?:U\.S\.|US|American)` : stemOf(where);
  const title = `(?:${inEitherOrder(asked).map(capitalOrNot).join("|")})`;
  const naming = (words: string): RegExp =>
    new RegExp(
      String.raw`(?<!\b(?:former|then|ex)[ -])\b${country} ${title}\s+\p{Lu}[\p{L}'’-]+${words}`,
      "u",
    );
  return (
    sentenceWith(naming(String.raw`\s+\p{Lu}[\p{L}'’-]+`), corpus) ??
    sentenceWith(naming(String.raw`\b`), corpus)
  );
}

/** "Energy secretary" and "secretary of energy" are one office. */
function inEitherOrder(office: string): string[] {
  const [, of, matter] = /^(\p{L}+) of (?:the )?(\p{L}+)$/iu.exec(office) ?? [];
  if (of !== undefined && matter !== undefined) return [office, `${matter} ${of}`];
  const [, before, role] = /^(\p{L}+) (\p{L}+)$/iu.exec(office) ?? [];
  return before !== undefined && role !== undefined ? [office, `${role} of (?:the )?${before}`] : [office];
}

function stemOf(place: string): string {
  const [first = "", ...rest] = place.slice(0, SHARED);
  return String.raw`${first.toUpperCase()}${rest.join("").toLowerCase()}\p{L}*(?:['’]s)?`;
}
