import type { Question, QuestionType } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { announcedPoints } from "./announced-points.ts";
import { withOtherSide } from "./both-sides.ts";
import { quotePassage, quoteSentences } from "./cite.ts";
import { differingFigures } from "./differing-figures.ts";
import type { Draft, DraftPart } from "./draft.ts";
import { listAfter, listParts, type ListLookup } from "./list-answer.ts";
import { overlap } from "./near-duplicate.ts";
import type { Phrases } from "./phrases.ts";
import { selectSentences, type Pick, type RankedSentence } from "./select.ts";

const WANTS_LIST: ReadonlySet<QuestionType> = new Set(["list", "why", "how", "recommendation", "definition"]);
const NAMES_AUTHORS: ReadonlySet<QuestionType> = new Set(["recommendation", "position"]);
/** Present-tense questions for a figure ask how it is now, without the word. */
const PRESENT_FIGURE =
  /\bwhat(?:'s| is| are)\b.*\b(?:rate|share|percentage|number|level|price|population|rank(?:ing)?|debt)\b/iu;

/** Of the best sentence's probability, what items have at least that make an explanation take their list. On dev 0 to .2 do the same. */
const OF_THE_BEST = 0.1;

export interface ContentTools {
  readonly index: SearchIndex;
  readonly lists: ListLookup;
  readonly phrases: Phrases;
  /** Passages, by id, that the answer before quoted, for a question that leans on it. */
  readonly quoted?: readonly string[];
}

/** The answer to a question of content from its ranked sentences, best first; there is at least one. */
export function contentAnswer(
  question: Question,
  ranked: readonly RankedSentence[],
  tools: ContentTools,
): Draft {
  const { index, phrases } = tools;
  const notices: ("as_of" | "figures_differ")[] = [];
  const parts: DraftPart[] = [];
  const { asOf } = index.corpus.meta;
  const dated = question.numbers.length > 0;
  if (asOf !== null && !dated && (question.asksNow || PRESENT_FIGURE.test(question.text))) {
    parts.push({ kind: "frame", text: phrases.asOf(asOf) });
    notices.push("as_of");
  }
  const figures = differingFigures(question, ranked, index);
  if (figures.length > 1) {
    notices.push("figures_differ");
    figures.forEach((sentence, i) => {
      const { passage } = sentence.candidate;
      const frame = i === 0 ? "" : phrases.reports(phrases.chapter(index.corpus.chapters[passage.chapter]));
      parts.push(quoteSentences(passage, sentence.sentence, sentence.sentence, "sentence", frame));
    });
    return { parts, notices };
  }
  const picks = withOtherSide(selectSentences(question, ranked), question, index);
  const wanted = { question, ranked, several: listsPickedTwice(picks, index) };
  parts.push(...pickedParts(listsAlone(picks, wanted, tools), wanted, tools));
  return { parts, notices };
}

/** What tells which lists are wanted whole. */
interface Wanted {
  readonly question: Question;
  readonly ranked: readonly RankedSentence[];
  /** Lists of which several items were picked. */
  readonly several: ReadonlySet<string>;
}

function pickedParts(picks: readonly Pick[], wanted: Wanted, tools: ContentTools): DraftPart[] {
  const { question } = wanted;
  const { index, lists, phrases } = tools;
  const parts: DraftPart[] = [];
  const listed = new Set<string>();
  let framedChapter = -1;
  for (const pick of picks) {
    const listId = listOf(pick, wanted, tools);
    if (listId !== null) {
      if (!listed.has(listId)) parts.push(...withoutRepeats(listParts(lists(listId), index), parts));
      listed.add(listId);
      continue;
    }
    const { passage, from, to } = pick;
    const announced = announcedPoints(
      question.text,
      passage,
      [from, to],
      index,
      WANTS_LIST.has(question.type),
    );
    if (announced) {
      const { leadsTo, points } = announced;
      if (leadsTo >= from) parts.push(quoteSentences(passage, from, leadsTo, "line"));
      parts.push(...points.map((p) => quoteSentences(p.passage, p.sentence, p.sentence, "bullet")));
      break;
    }
    const names = NAMES_AUTHORS.has(question.type) && passage.chapter !== framedChapter;
    const chapter = index.corpus.chapters[passage.chapter];
    const frame =
      names && chapter && chapter.authors.length > 0
        ? phrases.accordingTo(phrases.chapter(chapter), phrases.names(chapter.authors))
        : "";
    framedChapter = passage.chapter;
    parts.push(
      passage.table
        ? quotePassage(passage, "sentence", frame)
        : quoteSentences(passage, from, to, "sentence", frame),
    );
  }
  return parts;
}

/** A question that a list answers is answered by the list and nothing beside it. */
function listsAlone(picks: readonly Pick[], wanted: Wanted, tools: ContentTools): readonly Pick[] {
  if (!WANTS_LIST.has(wanted.question.type)) return picks;
  const lists = picks.filter((pick) => listOf(pick, wanted, tools) !== null);
  return lists.length > 0 ? lists : picks;
}

/** Lists of which several items were picked, or one and what introduces them: the question is about all of what they list. */
function listsPickedTwice(picks: readonly Pick[], index: SearchIndex): Set<string> {
  const items = [...new Set(picks.map(({ passage }) => passage))].flatMap(({ list }) => list?.listId ?? []);
  const ids = [...items, ...picks.flatMap(({ passage, to }) => listAfter(passage, to, index) ?? [])];
  return new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
}

/**
 * The list a pick stands for: the one it introduces, or its own when the question wants a list, several of its lines were
 * picked, or the answer before introduced it.
 */
function listOf(
  { passage, to }: Pick,
  { question, ranked, several }: Wanted,
  { index, quoted = [] }: ContentTools,
): string | null {
  const after = listAfter(passage, to, index);
  if (after !== null) return after;
  const { list } = passage;
  if (!list || list.size < 2 || list.leadInPassageId === null) return null;
  if (several.has(list.listId) || quoted.includes(list.leadInPassageId)) return list.listId;
  const enough = question.type === "list" ? 0 : OF_THE_BEST * (ranked[0]?.probability ?? 0);
  const near = new Set(
    ranked
      .slice(0, 10)
      .filter(({ probability }) => probability >= enough)
      .flatMap((s) => (s.candidate.passage.list?.listId === list.listId ? [s.candidate.passage.id] : [])),
  );
  return WANTS_LIST.has(question.type) && near.size >= 2 ? list.listId : null;
}

function withoutRepeats(parts: readonly DraftPart[], before: readonly DraftPart[]): DraftPart[] {
  const said = before.flatMap((p) => (p.kind === "cited" ? [p.text] : []));
  return parts.filter((p) => p.kind !== "cited" || !said.some((text) => overlap(text, p.text) > 0.9));
}
