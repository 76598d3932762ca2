import type { Passage } from "../domain/passage.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quoteSentences, textOfSentence } from "./cite.ts";
import type { Draft } from "./draft.ts";

/** Where a text spells an acronym out. */
export interface SpeltOut {
  readonly passage: Passage;
  readonly sentence: number;
  /** "drug trafficking organizations". */
  readonly longForm: string;
}

/** Acronyms in capitals, a plural's "s" left out, with the first sentence that spells each out. */
export type Acronyms = ReadonlyMap<string, SpeltOut>;

const IN_BRACKETS = /\(\s*["“]?(\p{Lu}[\p{L}\p{N}&-]{1,9}?)s?["”]?\s*[,);]/gu;
const MEANING =
  /\b(?:stands? for|meant by|means?|meaning|acronym|abbreviation|short for|siglas|significan?)\b/iu;
const ASKED =
  /^\W*(?:(?:what|who)(?:'s| is| are| was| were| does| do)?|define|(?:the )?meaning of|(?:qu[eé]|qui[eé]n) (?:es|son|significan?)|siglas)\s+(?:meant by |the meaning of |the definition of )?(?:an? |the |una? |el |la |los |las )?(?:acronym |abbreviation |letters |term |siglas? )?["“'«]?([\p{L}][\p{L}\p{N}&-]{1,9}?)s?["”'»]?(?:\s+(?:stands? for|means?|short for))?\W*$/iu;

/**
 * The acronyms that a text spells out as "long form (ACRONYM)": the shortest words before the bracket that have its
 * letters in order, the first one at the start of a word (Schwartz & Hearst 2003, Pacific Symposium on Biocomputing).
 */
export function acronymsOf({ corpus }: Pick<SearchIndex, "corpus">): Acronyms {
  const found = new Map<string, SpeltOut>();
  for (const passage of corpus.passages) {
    if (passage.kind !== "prose" && passage.kind !== "list-item") continue;
    passage.sentences.forEach((_, sentence) => {
      const text = textOfSentence(passage, sentence);
      for (const match of text.matchAll(IN_BRACKETS)) {
        const acronym = match[1] ?? "";
        const longForm = longFormOf(acronym, text.slice(0, match.index));
        const key = acronym.toUpperCase();
        if (longForm !== null && !found.has(key)) found.set(key, { passage, sentence, longForm });
      }
    });
  }
  return found;
}

/** The words at the end of a text that an acronym stands for; null for none. */
export function longFormOf(acronym: string, before: string): string | null {
  const letters = [...acronym.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const words = before.trimEnd().split(/\s+/u);
  const near = words.slice(-Math.min(letters.length + 5, letters.length * 2)).join(" ");
  const text = near.toLowerCase();
  let at = text.length;
  for (let i = letters.length - 1; i >= 0; i -= 1) {
    do at -= 1;
    while (
      at >= 0 &&
      (text[at] !== letters[i] || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")))
    );
    if (at < 0) return null;
  }
  const longForm = near.slice(at);
  return longForm.length > acronym.length ? longForm : null;
}

/** Whether a question asks what letters stand for, in so many words. */
export function asksMeaning(question: string): boolean {
  return MEANING.test(question) && ASKED.test(question);
}

/** "What is a DTO?": the sentence that spells it out; null when the question asks for something else. */
export function acronymAnswer(question: string, acronyms: Acronyms): Draft | null {
  const asked = ASKED.exec(question)?.[1]?.toUpperCase() ?? "";
  const spelt = acronyms.get(asked) ?? acronyms.get(asked.replace(/S$/u, ""));
  if (!spelt) return null;
  const { passage, sentence } = spelt;
  return { parts: [quoteSentences(passage, sentence, sentence)], notices: [] };
}
