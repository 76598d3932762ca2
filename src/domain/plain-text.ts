const EMPHASIS = /(\*\*|\*)(?=[^\s*])(.+?)(?<=[^\s*])\1/gu;
const LINK = /\[([^\]]*)\]\([^)]*\)/gu;
const AUTOLINK = /<((?:https?|mailto):[^>\s]+)>/gu;
/** White space that is not one space already, which most is. */
const SPACES = /[^\S ]\s*| \s+/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;

/**
 * Canonical text as a reader sees it: inline Markdown (emphasis, links, escapes) taken off,
 * tabs and line breaks folded to one space. Used for display, terms and encoders; quotes keep the source's own characters.
 */
export function plainText(text: string): string {
  return text
    .replace(LINK, "$1")
    .replace(AUTOLINK, "$1")
    .replace(EMPHASIS, "$2")
    .replace(ESCAPE, "$1")
    .replace(SPACES, " ")
    .trim();
}
