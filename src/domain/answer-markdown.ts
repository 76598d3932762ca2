/** A piece of a line of an answer. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "marker"; readonly marker: number }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] };

const TOKEN =
  /\\(?<escaped>[!-/:-@[-`{-~])|\[(?<marker>\d{1,3})\](?!\()|\[(?<label>(?:\\.|[^\]\\])*)\]\((?<href>[^)\s]*)\)/gu;
/** Characters that turn the direction of text round (Unicode Bidirectional Algorithm, UAX 9), or are not to be seen. */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]|(?![\n\t])\p{Cc}/gu;

/** An answer, as Markdown or as plain text, without the numbers of its citations. */
export function withoutMarks(answer: string): string {
  return answer.replace(/\s*\[\d+\](?!\()/gu, "");
}

/**
 * Reads the Markdown that answers are made of: paragraphs, lists, escapes, markers and links; everything else is text.
 * Nothing becomes markup that this function does not name.
 */
export function readMarkdown(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const chunk of markdown.replace(UNSEEN, "").split(/\n{2,}/u)) {
    const lines = chunk.split("\n").filter((line) => line.trim() !== "");
    let said: string[] = [];
    let items: (readonly Inline[])[] = [];
    const flush = (): void => {
      if (said.length > 0) blocks.push({ kind: "paragraph", inlines: inlinesOf(said.join(" ")) });
      if (items.length > 0) blocks.push({ kind: "list", items });
      [said, items] = [[], []];
    };
    for (const line of lines) {
      if (line.startsWith("- ")) {
        if (said.length > 0) flush();
        items.push(inlinesOf(line.slice(2)));
      } else {
        if (items.length > 0) flush();
        said.push(line.trim());
      }
    }
    flush();
  }
  return blocks;
}

function inlinesOf(line: string): Inline[] {
  const inlines: Inline[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") inlines.push({ kind: "text", text });
    text = "";
  };
  let at = 0;
  for (const match of line.matchAll(TOKEN)) {
    text += line.slice(at, match.index);
    at = match.index + match[0].length;
    const { escaped, marker, label, href = "" } = match.groups ?? {};
    if (escaped !== undefined) text += escaped;
    else if (marker !== undefined) {
      flush();
      inlines.push({ kind: "marker", marker: Number(marker) });
    } else {
      const shown = (label ?? "").replace(/\\(.)/gu, "$1");
      if (isWebAddress(href)) {
        flush();
        inlines.push({ kind: "link", text: shown, href });
      } else text += shown;
    }
  }
  text += line.slice(at);
  flush();
  return inlines;
}

/** An address of the web, or one below the service's own: never a script. */
export function isWebAddress(href: string): boolean {
  return /^https?:\/\//iu.test(href) || /^\/(?!\/)/u.test(href);
}

/** Blocks as text, markers in square brackets. */
export function plainAnswer(markdown: string): string {
  const said = (inlines: readonly Inline[]): string =>
    inlines.map((part) => (part.kind === "marker" ? `[${part.marker}]` : part.text)).join("");
  return readMarkdown(markdown)
    .map((block) =>
      block.kind === "list" ? block.items.map((item) => `- ${said(item)}`).join("\n") : said(block.inlines),
    )
    .join("\n\n");
}
