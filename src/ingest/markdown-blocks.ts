import type { List, Paragraph, RootContent, Table } from "mdast";
import { spanOf, type Block, type ListBlock, type TableBlock } from "./blocks.ts";
import { EMPTY, joinCanonical, verbatim, type Canonical } from "./canonical.ts";
import { TABLE_CAPTION } from "./line-shapes.ts";
import { codeText, headingPiece, nodeSpan, nodeText } from "./markdown-text.ts";

/** Blocks of some Markdown nodes, in source order. Headings of depth d get level d - `levelShift`. */
export function markdownBlocks(source: string, nodes: readonly RootContent[], levelShift: number): Block[] {
  return nodes.flatMap((node, i) => blocksOf(source, node, nodes[i - 1], nodes[i + 1], levelShift));
}

function blocksOf(
  source: string,
  node: RootContent,
  previous: RootContent | undefined,
  next: RootContent | undefined,
  levelShift: number,
): Block[] {
  switch (node.type) {
    case "heading": {
      const piece = headingPiece(source, node);
      return piece.text === ""
        ? []
        : [{ type: "heading", level: Math.max(1, node.depth - levelShift), piece, ...nodeSpan(node) }];
    }
    case "paragraph":
      return paragraphBlocks(source, node, next);
    case "html":
      return node.value.startsWith("<!--") ? [] : prose(nodeText(source, nodeSpan(node)));
    case "code":
      return prose(codeText(source, nodeSpan(node)));
    case "blockquote":
      return markdownBlocks(source, node.children, levelShift);
    case "list":
      return listBlocks(source, node, null);
    case "table":
      return [tableBlock(source, node, previous)];
    default:
      return [];
  }
}

function paragraphBlocks(source: string, node: Paragraph, next: RootContent | undefined): Block[] {
  const [child, ...others] = node.children;
  if (child?.type === "image" && others.length === 0) {
    const start = nodeSpan(child).start + 2;
    const piece = nodeText(source, { start, end: Math.max(start, source.indexOf("](", start)) });
    const caption = (child.alt ?? "").trim() !== "" && piece.text !== "";
    return caption
      ? [{ type: "whole", kind: "figure-caption", piece, sentences: false, ...spanOf(piece) }]
      : [];
  }
  const piece = nodeText(source, nodeSpan(node));
  return next?.type === "table" && TABLE_CAPTION.test(piece.text) ? [] : prose(piece);
}

function prose(piece: Canonical): Block[] {
  return piece.text === "" ? [] : [{ type: "paragraph", kind: "prose", piece, ...spanOf(piece) }];
}

/** A list and the lists inside its items; an inner list hangs on its item. */
function listBlocks(source: string, node: List, leadIn: Canonical | null): ListBlock[] {
  const parts = node.children.map((item) => {
    const own = item.children.filter((child) => child.type !== "list");
    const pieces = own.map((child) => (child.type === "code" ? codeText : nodeText)(source, nodeSpan(child)));
    const inner = item.children.filter((child) => child.type === "list");
    return { piece: joinCanonical(pieces, " "), inner };
  });
  const items = parts.map(({ piece }) => piece).filter((piece) => piece.text !== "");
  const hanging = leadIn === null || leadIn.text === "" ? {} : { leadIn };
  const block: ListBlock = { type: "list", kind: "list-item", items, ...hanging, ...nodeSpan(node) };
  const below = parts.flatMap(({ piece, inner }) => inner.flatMap((list) => listBlocks(source, list, piece)));
  return items.length === 0 ? below : [block, ...below];
}

/** A table; its caption is the paragraph right before it when that ends in a colon or begins with "Table 1". */
function tableBlock(source: string, node: Table, previous: RootContent | undefined): TableBlock {
  const before = previous?.type === "paragraph" ? nodeText(source, nodeSpan(previous)) : EMPTY;
  const caption = before.text.endsWith(":") || TABLE_CAPTION.test(before.text) ? before : EMPTY;
  const [header, ...rows] = node.children.map((row) => ({
    piece: verbatim(source, nodeSpan(row)),
    cells: row.children.map((cell) => cellText(source, cell)),
  }));
  return {
    type: "table",
    caption,
    header: header?.cells ?? [],
    rows: rows.filter((row) => row.cells.some((cell) => cell !== "")),
    notes: [],
    ...nodeSpan(node),
  };
}

function cellText(source: string, cell: Table["children"][number]["children"][number]): string {
  const [first, last] = [cell.children[0], cell.children.at(-1)];
  return first && last
    ? nodeText(source, { start: nodeSpan(first).start, end: nodeSpan(last).end }).text
    : "";
}
