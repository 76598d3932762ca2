/** Offices and forms of address that stand before a name: "President López Obrador", "Secretary of State Pompeo". */
const TITLED =
  /\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Mm]inister|[Ss]ecretar(?:y|ies)|[Gg]overnor|[Ss]enator|[Aa]mbassador|Attorney General|[Jj]udge|[Cc]andidate|Mr\.|Mrs\.|Ms\.|Dr\.)(?: of (?:the )?\p{Lu}\p{Ll}+)? ((?:\p{Lu}[\p{L}.'’-]*\p{L}\.?(?: |(?!\p{L}))){1,4})/gu;
/** "The Trump administration". */
const GOVERNS = /\b(\p{Lu}[\p{L}-]*\p{L})(?:['’]s)? (?:administration|presidency)\b/gu;
const WORD = /\p{L}[\p{L}-]*\p{L}/gu;

/**
 * The words of people's names, in small letters: those that texts give a title or an administration, and the authors'. Of
 * everybody else only the texts' own sentences can tell.
 */
export function peopleOf(texts: readonly string[], authors: readonly string[]): Set<string> {
  const names = texts.flatMap((text) =>
    [TITLED, GOVERNS].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, name = ""]) => name.replace(/['’]s?\s*$/u, "")),
    ),
  );
  return new Set([...names, ...authors].flatMap((name) => name.toLowerCase().match(WORD) ?? []));
}
