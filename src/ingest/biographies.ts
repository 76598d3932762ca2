import type { Block } from "./blocks.ts";

const TITLE =
  /^(?:about the (?:authors?|contributors?|editors?)|contributors|(?:author|contributor) biographies)$/iu;
/** "Jane Q. Doe is", "Jane Doe, PhD, serves": a name and then what the person is. */
const OPENING =
  /^((?:\p{Lu}[\p{L}.'’-]*\s+){1,5}?(?:(?:de|del|von|van|la)\s+)?\p{Lu}[\p{L}.'’-]*)(?:,[^,]{1,40},)?\s+(?:is|was|serves|has|works|holds|joined|teaches)\b/u;

export function isBiographyChapter(title: string): boolean {
  return TITLE.test(title.trim());
}

/**
 * Turns the paragraphs of an authors' chapter into biographies, each under the name it begins with:
 * one of `authors` (the by-lines of the report) or, failing that, a name followed by what the person is.
 */
export function markBiographies(blocks: readonly Block[], authors: readonly string[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== "paragraph") return block;
    const { text } = block.piece;
    const known = authors.filter((name) => text.startsWith(name)).sort((a, b) => b.length - a.length)[0];
    const name = known ?? OPENING.exec(text)?.[1];
    return name === undefined ? block : { ...block, kind: "biography" as const, section: [name] };
  });
}
