import type { Passage } from "../domain/passage.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quotePassage, quoteSentences, textOfSentence } from "./cite.ts";
import type { DraftPart } from "./draft.ts";

/** Lists are shown whole up to this many items. */
const MOST_ITEMS = 14;

/** Looks up the items of a list, in order. */
export type ListLookup = (listId: string) => readonly Passage[];

export function createListLookup(index: SearchIndex): ListLookup {
  const lists = groupLists(index.corpus.passages);
  return (listId) => lists.get(listId) ?? [];
}

/** The items of every list among some passages, by list id, in reading order. */
export function groupLists(passages: readonly Passage[]): Map<string, Passage[]> {
  const lists = new Map<string, Passage[]>();
  for (const passage of passages) {
    if (!passage.list) continue;
    const items = lists.get(passage.list.listId) ?? [];
    items.push(passage);
    lists.set(passage.list.listId, items);
  }
  return lists;
}

/** The list that a sentence introduces: its items' lead-in is that sentence. */
export function listAfter(passage: Passage, sentence: number, index: SearchIndex): string | null {
  const text = textOfSentence(passage, sentence);
  if (!text.endsWith(":")) return null;
  const next = index.corpus.passages.find(
    (p) => p.order > passage.order && p.list?.leadInPassageId === passage.id,
  );
  return next?.list?.listId ?? null;
}

/** A whole list with its lead-in: the lead-in sentence is quoted, a heading only frames. */
export function listParts(items: readonly Passage[], index: SearchIndex): DraftPart[] {
  const first = items[0];
  if (!first?.list) return [];
  const parts: DraftPart[] = [...leadIn(first, index)];
  for (const item of items.slice(0, MOST_ITEMS)) parts.push(quotePassage(item, "bullet"));
  return parts;
}

function leadIn(first: Passage, index: SearchIndex): DraftPart[] {
  const id = first.list?.leadInPassageId ?? null;
  const passage = id === null ? undefined : index.passage(id);
  if (!passage) return [];
  for (let i = passage.sentences.length - 1; i >= 0; i -= 1) {
    if (textOfSentence(passage, i).endsWith(":")) return [quoteSentences(passage, i, i, "line")];
  }
  return [];
}
