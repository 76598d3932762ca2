import type { Analyzer } from "../ports/analyzer.ts";

/** A name as it stands in a text: `[start, end)` in UTF-16 units. */
export interface NameRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is known of words. */
export interface WordTools {
  readonly analyzer: Analyzer;
  /** Whether the texts usually write a word with a capital. */
  readonly isName: (word: string) => boolean;
  /** Whether the texts use it in somebody's name. */
  readonly isPerson: (word: string) => boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’&-]*/gu;
/** Small words inside a name: "Board of Trade". */
const LINK = /^(?:of|de|del|la|las|los|for)$/u;
const POSSESSIVE = /['’]s$|[.?'’-]+$/u;

/** Whoever asks. */
const SPEAKER = /^I(?:['’]\p{L}+)?$/u;
/** "Whats", "Where'd": question words, whatever is left of the verb. */
const ASKING = /^(?:who|what|when|where|why|how)['’]?(?:s|d|re|ve|ll)$/iu;
const ACRONYM = /^(?:\p{Lu}\.?){2,}$/u;

/**
 * Runs of capitalised words; "the" before one belongs to it. The first word of a text has its capital from where it stands,
 * unless the texts write it so everywhere, or another name goes on from it.
 */
export function nameRuns(text: string, { analyzer, isName }: WordTools): NameRun[] {
  const words = [...text.matchAll(WORD)].map((match) => ({ word: match[0], start: match.index }));
  const capitalised = (at: number): boolean => /^\p{Lu}/u.test(words[at]?.word ?? "");
  const capital = (at: number): boolean => {
    if (!capitalised(at) || SPEAKER.test(words[at]?.word ?? "")) return false;
    const word = words[at]?.word.replace(POSSESSIVE, "") ?? "";
    if (at > 0 || ACRONYM.test(word)) return true;
    return !analyzer.isStopWord(word.toLowerCase()) && !ASKING.test(word) && (isName(word) || capitalised(1));
  };
  const runs: NameRun[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!capital(at)) continue;
    let last = at;
    while (
      touches(text, words, last) &&
      (capital(last + 1) || (isLink(words, last + 1) && capital(last + 2)))
    ) {
      last += capital(last + 1) ? 1 : 2;
    }
    const [first, end] = [words[at], words[last]];
    if (!first || !end) continue;
    const before = words[at - 1];
    const start = before?.word === "the" ? before.start : first.start;
    const name = text.slice(start, end.start + end.word.length).replace(POSSESSIVE, "");
    runs.push({ start, end: start + name.length, text: name });
    at = last;
  }
  return runs;
}

type Words = readonly { readonly word: string; readonly start: number }[];

function isLink(words: Words, at: number): boolean {
  return LINK.test(words[at]?.word ?? "");
}

/** Whether the next word follows with nothing but space between, and this one does not end in a possessive. */
function touches(text: string, words: Words, at: number): boolean {
  const [own, next] = [words[at], words[at + 1]];
  if (!own || !next || /['’]s$/u.test(own.word)) return false;
  return text.slice(own.start + own.word.length, next.start).trim() === "";
}
