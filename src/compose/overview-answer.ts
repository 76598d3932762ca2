import type { Passage } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { plainText } from "../domain/plain-text.ts";
import { knownTerms } from "../retrieve/index.ts";
import { quotePassage, quoteSentences, textOfSentence } from "./cite.ts";
import type { Draft, DraftPart } from "./draft.ts";
import { groupLists } from "./list-answer.ts";
import { overlap } from "./near-duplicate.ts";
import { adviceTopic, overviewTopic, type Topic } from "./overview-topic.ts";
import type { Phrases } from "./phrases.ts";
import { salientSentences } from "./salient-sentences.ts";

const KEY_HEADING =
  /\b(?:key|recommendations?|takeaways?|highlights|findings|conclusions?|main points|executive summary|at a glance)\b/iu;
/** A sentence in which a text says what it is about. */
const PURPOSE =
  /\b(?:this|the) (?:chapter|article|report|paper|collection|essay|text|volume|study|brief article)\b.*\b(?:aims?|seeks?|examin\w+|presents?|document\w*|discuss\w*|recapitulat\w+|identif\w+|explor\w+|focus\w*|analy\w+|construct|outlines?|opportunities)\b|\baim of this\b|\bin this (?:brief )?(?:article|chapter|text|paper|report)\b/iu;
/** An overview shows at most this many points; one without key points of its own, so many sentences. */
const MOST_POINTS = 12;
const BODY_POINTS = 8;
/** Sentences of the body beside key points; of 3 to 5 that were tried, 4 and 5 found most of dev's points. */
const POINTS_BESIDE = 5;

/** The lists that carry a text's key points, by list id, in reading order. */
export interface KeyList {
  readonly items: readonly Passage[];
  readonly chapter: number;
  /** Headings of the list, innermost last. */
  readonly section: readonly string[];
}

export function keyLists(index: SearchIndex): KeyList[] {
  const isKey = (passage: Passage): boolean => passage.section.some((heading) => KEY_HEADING.test(heading));
  const lists = groupLists(index.corpus.passages.filter(isKey));
  return [...lists.values()].flatMap((items) => {
    const first = items[0];
    return first ? [{ items, chapter: first.chapter, section: first.section }] : [];
  });
}

/**
 * Answers "summarise chapter 3", "what does it recommend on energy?", "main points?" with the report's own
 * key points and openings. Null when the topic has no key list of its own: the question is then one of content.
 */
export function overviewAnswer(
  question: Question,
  candidates: readonly Candidate[],
  index: SearchIndex,
  analyzer: Analyzer,
  lists: readonly KeyList[],
  phrases: Phrases,
): Draft | null {
  const scope = question.scope;
  if (scope?.kind === "chapter") return chapterOverview(scope.chapter, index, lists, phrases);
  const topic = overviewTopic(question, index, analyzer);
  if (topic.length === 0 || question.intent === "about-report") return reportOverview(question, index, lists);
  const list =
    namedList(topic, index, analyzer, lists) ?? votedList(question, topic, candidates, index, lists);
  return list ? chapterOverview(list.chapter, index, lists, phrases, list) : null;
}

/** "What should be done about corruption?": the recommendations of the chapter on just that; null when there is none. */
export function adviceAnswer(
  question: Question,
  index: SearchIndex,
  analyzer: Analyzer,
  lists: readonly KeyList[],
  phrases: Phrases,
): Draft | null {
  const topic = adviceTopic(question, index, analyzer);
  const list = topic.length === 0 ? null : namedList(topic, index, analyzer, lists);
  return list ? chapterOverview(list.chapter, index, lists, phrases, list) : null;
}

function chapterOverview(
  chapter: number,
  index: SearchIndex,
  lists: readonly KeyList[],
  phrases: Phrases,
  preferred?: KeyList,
): Draft | null {
  const { corpus } = index;
  const about = corpus.chapters[chapter];
  if (!about) return null;
  const own = preferred ?? lists.find((l) => l.chapter === chapter);
  // The Introduction lists every area's points; as a chapter it is told by its opening.
  const list = own && lists.filter((l) => l.chapter === chapter).length < 4 ? own : preferred;
  const items = list?.items.slice(0, MOST_POINTS - 1) ?? [];
  const parts: DraftPart[] = [{ kind: "frame", text: phrases.chapterTitle(about) }];
  parts.push(...openings(chapter, index, 1));
  const points = items.map((item) => quotePassage(item, "bullet"));
  // A summary says what a chapter finds beside what it recommends; who asks for the list gets that.
  if (points.length === 0 || !preferred) {
    const count = points.length === 0 ? BODY_POINTS : POINTS_BESIDE;
    parts.push(...tellingParts(chapter, index, count, [...parts, ...points]));
  }
  parts.push(...points);
  return parts.length < 2 ? null : { parts, notices: [] };
}

/** The sentences that tell most of a chapter, but for what else is said of it. */
function tellingParts(
  chapter: number,
  index: SearchIndex,
  count: number,
  others: readonly DraftPart[],
): DraftPart[] {
  const body = index.corpus.passages.filter((p) => p.chapter === chapter && p.kind === "prose");
  const said = (text: string): boolean =>
    others.some((part) => part.kind === "cited" && overlap(part.text, text) > 0.8);
  return salientSentences(body, count, index)
    .map(({ passage, sentence }) => quoteSentences(passage, sentence, sentence, "bullet"))
    .filter((part) => part.kind !== "cited" || !said(part.text));
}

function reportOverview(question: Question, index: SearchIndex, lists: readonly KeyList[]): Draft | null {
  const first = lists[0];
  const opening = openings(first?.chapter ?? 0, index, 1);
  const areas = first ? lists.filter((l) => l.chapter === first.chapter) : [];
  const shown = areas.length > 1 ? areas : lists;
  const bullets = shown.slice(0, MOST_POINTS).flatMap((list): DraftPart[] => {
    const item = list.items[0];
    return item ? [quotePassage(item, "bullet", `${plainText(list.section.at(-1) ?? "")}: `)] : [];
  });
  const parts = [...opening, ...bullets];
  if (parts.length > 0)
    return { parts: [{ kind: "frame", text: imprint(question, index) }, ...parts], notices: [] };
  const starts = index.corpus.chapters
    .flatMap((_, chapter) => openings(chapter, index, 1))
    .slice(0, MOST_POINTS);
  return starts.length === 0 ? null : { parts: starts, notices: [] };
}

/** "Where can I read the report?" */
const ASKS_WHERE = /\bwhere\b|d[oó]nde/iu;

/** Title, publisher and date, and the address for who asks where it is, as the corpus's own description has them. */
function imprint({ text }: Question, index: SearchIndex): string {
  const { title, publisher, date, url } = index.corpus.meta;
  const source = [publisher, date].filter((part) => part !== null).join(", ");
  const address = url !== null && ASKS_WHERE.test(text) ? ` ${url}` : "";
  return `“${title}”${source === "" ? "" : ` (${source})`}.${address}`;
}

/** The sentences in which a chapter says what it is about, else its first ones. */
function openings(chapter: number, index: SearchIndex, count: number): DraftPart[] {
  const prose = index.corpus.passages.filter((p) => p.chapter === chapter && p.kind === "prose");
  for (const passage of prose.slice(0, 12)) {
    const at = passage.sentences.findIndex((_, i) => PURPOSE.test(textOfSentence(passage, i)));
    if (at >= 0) return [quoteSentences(passage, at, at, "line")];
  }
  const parts: DraftPart[] = [];
  for (const passage of prose) {
    for (let i = 0; i < passage.sentences.length && parts.length < count; i += 1) {
      parts.push(quoteSentences(passage, i, i, parts.length === 0 ? "line" : "sentence"));
    }
  }
  return parts;
}

/** The key list whose headings, or whose chapter's title, hold every word of the topic. */
function namedList(
  topic: Topic,
  index: SearchIndex,
  analyzer: Analyzer,
  lists: readonly KeyList[],
): KeyList | null {
  const named = lists.map((list) => {
    const heading = new Set(analyzer.terms(list.section.at(-1) ?? ""));
    const title = new Set(analyzer.terms(index.corpus.chapters[list.chapter]?.title ?? ""));
    return {
      list,
      inHeading: topic.every((meanings) => meanings.some((t) => heading.has(t))),
      // A word that most titles share names no chapter.
      inTitle:
        topic.every((meanings) => meanings.some((t) => title.has(t))) &&
        !topic.every((meanings) => meanings.every((t) => isCommon(t, index, analyzer))),
    };
  });
  // A chapter's own list has more to say than the extract at a glance, and stands beside its author.
  const found = (named.find((n) => n.inTitle) ?? named.find((n) => n.inHeading))?.list;
  return found ? (twinOf(found, lists) ?? found) : null;
}

/** A chapter's own list that an extract at a glance repeats: most of the extract's items stand in it, nearly word for word. */
function twinOf(list: KeyList, lists: readonly KeyList[]): KeyList | null {
  const repeats = (item: Passage, other: KeyList): boolean =>
    other.items.some((o) => overlap(o.text, item.text) > 0.8);
  const twins = lists.filter(
    (other) =>
      other.chapter !== list.chapter &&
      list.items.filter((item) => repeats(item, other)).length > list.items.length / 2,
  );
  return twins.find((twin) => twin.chapter > list.chapter) ?? null;
}

function isCommon(term: string, index: SearchIndex, analyzer: Analyzer): boolean {
  return index.corpus.chapters.filter((c) => analyzer.terms(c.title).includes(term)).length > 2;
}

/** The chapter of a passage; of what stands in an extract at a glance, the chapter that it is drawn from. */
function homeOf(passage: Passage, lists: readonly KeyList[]): number {
  const list = lists.find(({ items }) => items.includes(passage));
  return (list ? twinOf(list, lists) : null)?.chapter ?? passage.chapter;
}

/**
 * For a topic of one or two words, or of more when it is recommendations that are asked for: the key list of the chapter
 * that most of the best passages come from, when most of its points speak of the topic.
 */
function votedList(
  question: Question,
  topic: Topic,
  candidates: readonly Candidate[],
  index: SearchIndex,
  lists: readonly KeyList[],
): KeyList | null {
  if (topic.length > 2 && question.type !== "recommendation") return null;
  const near = candidates.slice(0, 10).map((c) => homeOf(c.passage, lists));
  const votes = lists.map((list) => near.filter((chapter) => chapter === list.chapter).length);
  const most = Math.max(0, ...votes);
  const list = lists[votes.indexOf(most)];
  if (most < 6 || !list) return null;
  const language = index.corpus.meta.language === "es" ? "es" : "en";
  const speaksOf = list.items.map((item) => {
    const rows = index.questions(language)?.rowsOf(item.id) ?? [];
    const known = knownTerms(
      item,
      rows.map((row) => ({ row })),
      index,
      language,
    );
    return (term: string): boolean => known(term) || index.terms.ofPlace(item.id).has(term);
  });
  const speaking = speaksOf.filter((speaks) => topic.flat().some((term) => speaks(term)));
  return speaking.length > list.items.length / 2 ? list : null;
}
