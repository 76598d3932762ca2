const NOTE_MARKERS = /\^\{[\d,\s]+\}|[⁰¹²³⁴-⁹]+/gu;
const CITATION_MARKERS = /\[\d+(?:\s*,\s*\d+)*\](?!\()/gu;
const LINK_TARGETS = /\]\([^)\s]*\)/gu;
const ESCAPES = /\\([!-/:-@[-`{-~])/gu;
const DASHES = /[‐-―−]/gu;
const APOSTROPHES = /[‘’ʼ]/gu;
const POSSESSIVE = /'s(?![\p{L}\p{N}])/giu;
const DOTTED_ACRONYM = /(?<![\p{L}\p{N}.])\p{L}(?:\.\p{L})+(?!\p{L})\.?/gu;
/** COVID-19, G-20, H-2A: the hyphen is part of the name, its digits are no figure of their own. */
const NAME_WITH_NUMBER = /(?<=\p{Lu}|[Cc]ovid)-(?=\d{1,2}(?!\d))/gu;
const GROUPED_DIGITS = /(?<![\p{L}\p{N}.,])\d{1,3}(?:[,\u2009\u202F]\d{3})+(?!\d)/gu;
const BARE_FRACTION = /(?<![\p{L}\p{N}.])\.(?=\d)/gu;
const US_DOLLARS = /\bU\.?S\.?\s+dollars\b/giu;
const SHORT_SCALE = /(?<=\d)\s*(bn|tn)\b/giu;
const DOLLARS_BEFORE =
  /(?:\bUSD?\s*\$|\$|\bUSD\b)\s*(\d+(?:\.\d+)?)\s*(million|billion|trillion|m\b)?(?:\s*dollars\b)?/giu;
const DOLLARS_AFTER = /(?<=\d)\$/gu;
const PERCENT = /(?<=\d)\s*(?:%|per\s+cent\b)/giu;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTH = MONTHS.join("|");
const SHORT_MONTH =
  /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?=\s+\d)|(?<=\d\s+)\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?/gu;
const ISO_DATE = /(?<![\d-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])/gu;
const DAY_BEFORE_MONTH = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\b`,
  "gu",
);
const DAY_AFTER_MONTH = new RegExp(`\\b(${MONTH})\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b`, "gu");
const MONTH_OF_YEAR = new RegExp(`\\b(${MONTH})\\s+of\\s+(?=\\d{4}\\b)`, "gu");
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:(?:(?<=\d)\.(?=\d)|'(?=\p{L}))[\p{L}\p{M}\p{N}]+)*/gu;
const DECIMAL = /^\d+\.\d+$/u;

/**
 * The tokens that facts are compared by: lower case, accents kept. Note markers, citation markers and
 * inline Markdown are taken off; dashes separate words; `1,138` is `1138`, `4.3%` is `4.3 percent`,
 * `2.50` is `2.5`; `14 Dec. 2020`, `December 14th, 2020` and `2020-12-14` are `december 14 2020`; and `$4 billion`, `USD\$4bn` and `4 billion dollars` are `4 billion dollars`.
 */
export function normaliseForMatch(text: string): string[] {
  const prepared = text
    .replace(NOTE_MARKERS, " ")
    .replace(CITATION_MARKERS, " ")
    .replace(LINK_TARGETS, " ")
    .replace(GROUPED_DIGITS, (digits) => digits.replace(/\D/gu, ""))
    .normalize("NFKC")
    .replace(ESCAPES, "$1")
    .replace(DASHES, "-")
    .replace(ISO_DATE, (_, year: string, month: string, day: string) => spellDate(year, month, day))
    .replace(SHORT_MONTH, (short) => MONTHS.find((name) => name.startsWith(short.slice(0, 3))) ?? short)
    .replace(DAY_BEFORE_MONTH, "$2 $1")
    .replace(DAY_AFTER_MONTH, "$1 $2")
    .replace(MONTH_OF_YEAR, "$1 ")
    .replace(APOSTROPHES, "'")
    .replace(POSSESSIVE, "")
    .replace(BARE_FRACTION, "0.")
    .replace(US_DOLLARS, "dollars")
    .replace(SHORT_SCALE, (_, scale: string) => (scale.toLowerCase() === "bn" ? " billion" : " trillion"))
    .replace(DOLLARS_BEFORE, (_, figure: string, scale: string | undefined) => spellDollars(figure, scale))
    .replace(DOLLARS_AFTER, " dollars ")
    .replace(PERCENT, " percent ")
    .replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""))
    .replace(NAME_WITH_NUMBER, "")
    .toLowerCase();
  return (prepared.match(TOKEN) ?? []).map((token) =>
    DECIMAL.test(token) ? token.replace(/\.?0+$/u, "") : token,
  );
}

/** Whether `text` states `alternative`: its tokens stand there one after the other. An empty one never does. */
export function containsFact(text: string, alternative: string): boolean {
  return containsTokens(normaliseForMatch(text), normaliseForMatch(alternative));
}

/** How many groups of `facts` an answer states; a group is stated by any one of its alternatives. */
export function factsCovered(
  answer: string,
  facts: readonly (readonly string[])[],
): { covered: number; total: number } {
  const tokens = normaliseForMatch(answer);
  const covered = facts.filter((alternatives) =>
    alternatives.some((alternative) => containsTokens(tokens, normaliseForMatch(alternative))),
  );
  return { covered: covered.length, total: facts.length };
}

function spellDate(year: string, month: string, day: string): string {
  return `${MONTHS[Number(month) - 1] ?? month} ${Number(day)} ${year}`;
}

function spellDollars(figure: string, scale: string | undefined): string {
  if (scale === undefined) return `${figure} dollars `;
  return `${figure} ${scale.toLowerCase() === "m" ? "million" : scale} dollars `;
}

function containsTokens(text: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  return text.some((_, at) => wanted.every((token, i) => text[at + i] === token));
}
