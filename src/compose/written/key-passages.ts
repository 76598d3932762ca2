import type { Passage } from "../../domain/passage.ts";
import { plainText } from "../../domain/plain-text.ts";
import { tableRowText } from "../../domain/table-text.ts";
import type { KeyedPassage } from "../../ports/answer-writer.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { chapterName } from "../places.ts";

/** Passages under the keys that a writer sees. */
export interface KeyedPassages {
  readonly shown: readonly KeyedPassage[];
  passage(key: string): Passage | undefined;
  /** Those of some keys, as they were shown; all of them when none of the keys is known. */
  shownFor(keys: readonly string[]): readonly KeyedPassage[];
}

const LETTERS = "bcdfghjklmnpqrst";
const SHORTEST = 5;

/**
 * Gives passages keys of letters: the beginnings of their ids, spelt so that a key is no number and no word. The same
 * passage has the same key in every answer, so that equal prompts can be remembered by the endpoint.
 */
export function keyPassages(passages: readonly Passage[], index: Pick<SearchIndex, "corpus">): KeyedPassages {
  const byKey = new Map<string, Passage>();
  for (const passage of new Set(passages)) {
    const letters = spell(passage.id);
    let length = SHORTEST;
    while (byKey.has(letters.slice(0, length)) && length < letters.length) length += 1;
    byKey.set(letters.slice(0, length), passage);
  }
  const shown = [...byKey].map(([key, passage]): KeyedPassage => {
    return { key, where: whereOf(passage, index), text: textOf(passage) };
  });
  return {
    shown,
    passage: (key) => byKey.get(key),
    shownFor: (keys) => {
      const named = shown.filter(({ key }) => keys.includes(key));
      return named.length > 0 ? named : shown;
    },
  };
}

/** The hexadecimal digits of an id as consonants. */
function spell(id: string): string {
  return [...id].map((digit) => LETTERS[Number.parseInt(digit, 16)] ?? "").join("");
}

function whereOf({ chapter: at, section, list }: Passage, { corpus }: Pick<SearchIndex, "corpus">): string {
  const chapter = corpus.chapters[at];
  const authors = chapter && chapter.authors.length > 0 ? `by ${chapter.authors.join(", ")}` : "";
  const title = chapter && chapterName(chapter) !== chapter.title ? chapter.title : "";
  const parts = [
    chapterName(chapter),
    title,
    authors,
    ...section.map(plainText),
    plainText(list?.leadIn ?? ""),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function textOf({ text, table }: Passage): string {
  if (!table) return plainText(text);
  const note = table.note === null ? "" : ` (${plainText(table.note)})`;
  return `${plainText(table.caption)}: ${tableRowText(table)}${note}`;
}
