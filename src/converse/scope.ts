import { foldAccents } from "../domain/fold-accents.ts";
import type { Chapter } from "../domain/passage.ts";
import type { Scope } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import { escapeRegExp } from "../domain/escape-reg-exp.ts";

const NUMBER_WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const ORDINALS = [
  "zeroth",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
];
const CHAPTER =
  /\b(?:chapter\b|ch\b\.?|chap\b\.?|cap[ií]tulo\b)\s*#?\s*(\d+(?!\.?\d)|[a-z]+)\b(?!\s+(?:of|in|from)\s+(?!(?:the|this)\s+(?:report|document)|(?:a )?(?:few|short|brief|nutshell|sentence|paragraph|bullets?|points|plain|one|two|three|four|five|\d+)\b))/iu;
const ORDINAL_CHAPTER = /\b(\p{L}+|\d{1,2}(?:st|nd|rd|th))\s+chapter\b/iu;
const NAMED_PART = /\b(?:chapter|section|part|piece|essay|article)\b/iu;
const WHOLE_REPORT = /\b(?:the|this|whole|entire) (?:report|document|publication|collection|study)\b/iu;

/**
 * The part of the report a question names: by number ("chapter 3", "the third chapter"), by author,
 * or by topic ("the energy chapter": the chapter whose title holds the topic's words). Null when it names none.
 */
export function scopeOf(text: string, chapters: readonly Chapter[], analyzer: Analyzer): Scope | null {
  const numbered = chapterNumber(text);
  if (numbered !== null) {
    const chapter = chapters.findIndex((c) => c.number === numbered);
    if (chapter >= 0) return { kind: "chapter", chapter, by: "number" };
    if (chapters.some((c) => c.number !== null) && !isOfAnother(text, analyzer))
      return { kind: "missing", number: numbered };
  }
  if (/\bintroduc(?:tion|ci[oó]n)(?!\p{L})/iu.test(text)) {
    const introduction = chapters.findIndex((c) => /^introduction$/iu.test(c.title));
    if (introduction >= 0) return { kind: "chapter", chapter: introduction, by: "title" };
  }
  const authored = chapterByAuthor(text, chapters);
  if (authored !== null) return { kind: "chapter", ...authored, by: "author" };
  const topical = NAMED_PART.test(text) ? chapterByTopic(text, chapters, analyzer) : null;
  if (topical !== null) return { kind: "chapter", chapter: topical, by: "title" };
  return WHOLE_REPORT.test(text) ? { kind: "report" } : null;
}

/** "USMCA chapter 27", "the treaty's chapter 3": of another text. */
const ELSEWHERE =
  /(?:\p{Lu}{3,}|T-MEC|\b(?:treaty|agreement|convention|constitution|code|act))(?:['’]s)?\s+chapter\b/u;

/** Words before "chapter 3" that ask for it, and are nothing that has chapters itself. */
const ASKING =
  /^(?:summari[sz]e|summary|overview|points|explain|outline|compare|review|discuss|describe|quote|find|open|read|skip|show|give|tell|see|please|report|resume|resumen|dice)$/iu;

/** "usmca chapter 27": a chapter that the report has not is one of whatever is named before it. */
function isOfAnother(text: string, analyzer: Analyzer): boolean {
  const before = /(\p{L}+)\s+chapter\s+\d/iu.exec(text)?.[1] ?? "";
  return !ASKING.test(before) && analyzer.terms(before).length > 0;
}

function chapterNumber(text: string): number | null {
  if (ELSEWHERE.test(text)) return null;
  const written = CHAPTER.exec(text)?.[1]?.toLowerCase() ?? ORDINAL_CHAPTER.exec(text)?.[1]?.toLowerCase();
  if (written === undefined) return null;
  const digits = /^\d+/u.exec(written)?.[0];
  if (digits !== undefined) return Number(digits);
  const word = Math.max(NUMBER_WORDS.indexOf(written), ORDINALS.indexOf(written));
  return word > 0 ? word : null;
}

/**
 * The chapter an author's full or last name points to, when it points to just one: of those with a number, if there are
 * any, since who introduces a report speaks for all of it there.
 */
function chapterByAuthor(
  text: string,
  chapters: readonly Chapter[],
): { readonly chapter: number; readonly author: string } | null {
  const folded = foldAccents(text).toLowerCase();
  const found = chapters.flatMap((chapter, i) => {
    const author = chapter.authors.find(
      (name) => folded.includes(lastName(name)) && nameIn(name).test(folded),
    );
    return author === undefined ? [] : [{ chapter: i, author }];
  });
  const numbered = found.filter(({ chapter }) => chapters[chapter]?.number !== null);
  const [first, ...others] = numbered.length > 0 ? numbered : found;
  return first === undefined || others.length > 0 ? null : first;
}

/** Matches an author's last name with as many of the names before it as are written. */
function nameIn(author: string): RegExp {
  const names = foldAccents(author).split(/\s+/u).map(escapeRegExp);
  const last = names.at(-1) ?? "";
  const before = names
    .slice(0, -1)
    .map((name) => `(?:${name}\\s+)?`)
    .join("");
  return new RegExp(`(?<!\\p{L})${before}${last}(?!\\p{L})(?:['’]s)?`, "iu");
}

function lastName(author: string): string {
  return foldAccents(author.split(/\s+/u).at(-1) ?? "").toLowerCase();
}

/** Who somebody is, in a word. */
const BIOGRAPHY =
  /^\W*(?:(?:a|an|the|short|brief|full|of|for)\W+)*(?:bio|biography|cv|profile)\b[^\p{L}]*(?:of|for)?\W*$/iu;

/** The question without the author's name; the whole question when nothing else would be left to look for. */
export function withoutAuthor(text: string, scope: Scope | null, analyzer: Analyzer): string {
  if (scope?.kind !== "chapter" || scope.by !== "author") return text;
  const rest = foldAccents(text).replace(nameIn(scope.author), " ").replace(/\s+/gu, " ").trim();
  if (BIOGRAPHY.test(rest)) return `Who is ${scope.author}?`;
  return analyzer.terms(rest).length === 0 ? text : rest;
}

/**
 * The chapter whose title shares the rarest topic words with the question; null on a tie or without any. "The authors of
 * the trade chapter" does not mean the part "About the Authors", which nobody signed.
 */
function chapterByTopic(text: string, chapters: readonly Chapter[], analyzer: Analyzer): number | null {
  const signed = chapters.some(({ authors }) => authors.length > 0);
  const titles = chapters.map(
    ({ title, authors }) => new Set(signed && authors.length === 0 ? [] : analyzer.terms(title)),
  );
  const scores = titles.map(() => 0);
  for (const term of new Set(analyzer.terms(text))) {
    const holders = titles.flatMap((title, i) => (title.has(term) ? [i] : []));
    // A word that most titles share ("Mexico") points nowhere.
    if (holders.length > 0 && holders.length <= 2)
      holders.forEach((i) => (scores[i] = (scores[i] ?? 0) + 1 / holders.length));
  }
  const top = Math.max(...scores);
  const winners = scores.flatMap((score, i) => (score === top ? [i] : []));
  return top > 0 && winners.length === 1 ? (winners[0] ?? null) : null;
}
