import { readMarkdown, plainAnswer, type Block, type Inline } from "../domain/answer-markdown.ts";
import type { AskResponse, Citation, PassageView } from "../domain/contract.ts";
import { shorten } from "../domain/shorten.ts";
import { escapeSlack, slackLink } from "./slack-text.ts";
import { stringsFor, type SlackStrings } from "./strings.ts";

/** Slack's limits (api.slack.com/reference/block-kit): blocks of a message, characters of texts and of button labels. */
export const SLACK_LIMITS = { blocks: 50, text: 3_000, label: 75, value: 2_000, fallback: 4_000 } as const;

/** A message in Block Kit, with the text that stands for it where blocks are not shown. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

type RichElement =
  | { readonly type: "text"; readonly text: string; readonly style?: { readonly bold: true } }
  | { readonly type: "link"; readonly url: string; readonly text: string };
interface RichSection {
  readonly type: "rich_text_section";
  readonly elements: readonly RichElement[];
}
interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
}
interface Button {
  readonly type: "button";
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  readonly accessibility_label?: string;
}
export type SlackBlock =
  | {
      readonly type: "rich_text";
      readonly elements: readonly (
        | RichSection
        | {
            readonly type: "rich_text_list";
            readonly style: "bullet";
            readonly elements: readonly RichSection[];
          }
      )[];
    }
  | {
      readonly type: "context";
      readonly elements: readonly {
        readonly type: "mrkdwn";
        readonly text: string;
        readonly verbatim: true;
      }[];
    }
  | { readonly type: "actions"; readonly elements: readonly Button[] };

/** Blocks that stand after the answer: sources, buttons. */
const AFTER = 8;

/**
 * An answer for Slack: its words as rich text, in which nothing can come alive, then its sources, then buttons.
 * @param asked who asked what, where nothing else in the channel tells it
 */
export function answerMessage(
  response: AskResponse,
  asked: { readonly user: string; readonly question: string } | null = null,
): SlackMessage {
  const strings = stringsFor(response.language);
  const blocks: SlackBlock[] = [
    ...(asked === null ? [] : [context([`<@${asked.user}> ${escapeSlack(asked.question)}`])]),
    ...readMarkdown(response.answer)
      .flatMap(richText)
      .slice(0, SLACK_LIMITS.blocks - AFTER),
    ...sourceBlocks(response.citations, strings),
    ...nearestBlocks(response.nearest, strings),
    ...actionsBlock(response, strings),
  ];
  return {
    text: shorten(escapeSlack(plainAnswer(response.answer)), SLACK_LIMITS.fallback),
    blocks: blocks.slice(0, SLACK_LIMITS.blocks),
  };
}

/** A message of one line. */
export function lineMessage(line: string): SlackMessage {
  return { text: escapeSlack(line), blocks: [section([{ type: "text", text: line }])] };
}

/** A block of an answer as rich text; a long list as several. */
function richText(block: Block): SlackBlock[] {
  if (block.kind === "paragraph") {
    return pieces(block.inlines).map((inlines) => section(inlines.map(element)));
  }
  const lists: RichSection[][] = [[]];
  let length = 0;
  for (const item of block.items) {
    const own: RichSection = { type: "rich_text_section", elements: (pieces(item)[0] ?? []).map(element) };
    length += sizeOf(item);
    if (length > SLACK_LIMITS.text) {
      lists.push([]);
      length = sizeOf(item);
    }
    lists.at(-1)?.push(own);
  }
  return lists.map((elements) => ({
    type: "rich_text",
    elements: [{ type: "rich_text_list", style: "bullet", elements }],
  }));
}

/** Inlines in runs that Slack takes as one text each. */
function pieces(inlines: readonly Inline[]): Inline[][] {
  const runs: Inline[][] = [[]];
  let length = 0;
  for (const inline of inlines) {
    const own: Inline =
      inline.kind === "text" ? { ...inline, text: shorten(inline.text, SLACK_LIMITS.text) } : inline;
    length += sizeOf([own]);
    if (length > SLACK_LIMITS.text) {
      runs.push([]);
      length = sizeOf([own]);
    }
    runs.at(-1)?.push(own);
  }
  return runs;
}

function sizeOf(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, part) => sum + (part.kind === "marker" ? 6 : part.text.length), 0);
}

function element(inline: Inline): RichElement {
  switch (inline.kind) {
    case "text":
      return { type: "text", text: inline.text };
    case "marker":
      return { type: "text", text: ` [${inline.marker}]`, style: { bold: true } };
    case "link":
      return /^https?:/iu.test(inline.href)
        ? { type: "link", url: inline.href, text: inline.text }
        : { type: "text", text: inline.text };
  }
}

function section(elements: readonly RichElement[]): SlackBlock {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

/** Lines of small print, as many to a block as fit. */
function context(lines: readonly string[]): SlackBlock {
  return {
    type: "context",
    elements: lines.map((text) => ({
      type: "mrkdwn",
      text: shorten(text, SLACK_LIMITS.text),
      verbatim: true,
    })),
  };
}

/** Lines of one element of small print, and elements of one block. */
const LINES = 5;
const ELEMENTS = 10;

function linesBlocks(lines: readonly string[]): SlackBlock[] {
  const elements = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, i) =>
    lines.slice(i * LINES, (i + 1) * LINES).join("\n"),
  );
  return elements.length === 0 ? [] : [context(elements.slice(0, ELEMENTS))];
}

function sourceBlocks(citations: readonly Citation[], strings: SlackStrings): SlackBlock[] {
  return linesBlocks(
    citations.map((citation) => `*[${citation.marker}]* ${placeLine(citation, citation.url, strings)}`),
  );
}

function nearestBlocks(nearest: readonly PassageView[], strings: SlackStrings): SlackBlock[] {
  return linesBlocks(nearest.map((passage) => `• ${placeLine(passage, passage.url, strings)}`));
}

/** "Chapter 3, Title, pages 38–49, Read it". */
function placeLine(
  { chapter, pages }: Pick<Citation, "chapter" | "pages">,
  url: string,
  strings: SlackStrings,
): string {
  const named = chapter.number === null ? "" : `${strings.chapter(chapter.number)}, `;
  const place = `${named}${shorten(chapter.title, 120)}`;
  const at = pages === null ? [] : [strings.pages(pages.from, pages.to)];
  const link = /^https?:/iu.test(url) && url.length < 500 ? [slackLink(url, strings.read)] : [];
  return [escapeSlack(place), ...at, ...link].join(" · ");
}

function actionsBlock({ id, suggestions, reason }: AskResponse, strings: SlackStrings): SlackBlock[] {
  const button = (action_id: string, label: string, value: string, spoken?: string): Button => ({
    type: "button",
    action_id,
    text: { type: "plain_text", text: shorten(label, SLACK_LIMITS.label) },
    value,
    ...(spoken === undefined ? {} : { accessibility_label: spoken }),
  });
  const votes =
    reason === "greeting"
      ? []
      : [button("vote_up", "👍", id, strings.helpful), button("vote_down", "👎", id, strings.unhelpful)];
  const asks = suggestions
    .filter((question) => question.length <= SLACK_LIMITS.value)
    .map((question, i) => button(`ask_${i}`, question, question));
  const elements = [...votes, ...asks];
  // Slack refuses an empty block.
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}
