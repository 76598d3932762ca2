import type { Heading, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { plainText } from "../domain/plain-text.ts";
import type { ParsedChapter } from "./blocks.ts";
import { markdownBlocks } from "./markdown-blocks.ts";
import { headingPiece } from "./markdown-text.ts";

const FRONT_MATTER = /^(?:\uFEFF|\s)*---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/u;

/**
 * Parses CommonMark with tables. Every H1 opens a chapter; a file with one H1 or none is one chapter, named after it
 * or after `title`. Front matter is skipped, a byte order mark is white space; offsets are those of `source`.
 */
export function parseMarkdown(source: string, title: string): ParsedChapter[] {
  const root = parse(source);
  const chapters: { title: string; nodes: RootContent[] }[] = [{ title, nodes: [] }];
  for (const node of root.children) {
    const last = chapters.at(-1);
    if (node.type === "heading" && node.depth === 1)
      chapters.push({ title: plainText(headingPiece(source, node).text), nodes: [] });
    else last?.nodes.push(node);
  }
  const levelShift = chapters.length > 1 ? 1 : shallowest(root) - 1;
  return withPreamble(chapters).map((chapter) => ({
    chapter: { number: null, title: chapter.title, authors: [], pages: null },
    blocks: markdownBlocks(source, chapter.nodes, levelShift),
    joins: [],
    pullQuotes: [],
    standfirsts: [],
  }));
}

/** What stands before a file's only H1 belongs to its chapter; before the first of several it is a chapter itself. */
function withPreamble<C extends { title: string; nodes: RootContent[] }>(chapters: readonly C[]): C[] {
  const [preamble, first, ...rest] = chapters;
  if (!preamble || !first) return [...chapters];
  if (rest.length === 0) return [{ ...first, nodes: [...preamble.nodes, ...first.nodes] }];
  return preamble.nodes.length === 0 ? [first, ...rest] : [...chapters];
}

/** Front matter and the byte order mark are blanked out, so that offsets stay. */
function parse(source: string): Root {
  const blank = (text: string): string => text.replace(/[^\r\n]/gu, " ");
  const text = source.replace(FRONT_MATTER, blank).replace(/^\uFEFF/u, " ");
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

function shallowest(root: Root): number {
  const depths = root.children
    .filter((node): node is Heading => node.type === "heading")
    .map((node) => node.depth);
  return Math.min(6, ...depths);
}
