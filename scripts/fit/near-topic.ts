import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import type { UnansweredQuestion } from "../../src/domain/unanswered-question.ts";
import type { GoldQuestion } from "./gold.ts";
import type { GoldSet } from "./xquad.ts";

/** As gold questions: the right thing is to abstain. `id` stands before their numbers. */
export function nearTopicGold(
  near: readonly UnansweredQuestion[],
  id: string,
  firstDocument: string,
): GoldQuestion[] {
  return near.map(({ question, nearest: { document = firstDocument, start, end } }, i) => ({
    id: `${id}-near-${i}`,
    text: question,
    answerable: false,
    documentId: document,
    evidence: [],
    hidden: [],
    near: { start, end },
    retrieval: false,
  }));
}

/**
 * Some writers' unanswered questions, all of one language, asked of the whole index with all its anticipated questions, as a
 * user would, but without these writers' own among the unanswered ones it knows.
 * @param name what the writers are called in the names of sets
 */
export async function readNearTopicSet(
  corpusDir: string,
  language: "en" | "es",
  { name: called, own }: { readonly name: string; readonly own: readonly UnansweredQuestion[] },
): Promise<GoldSet> {
  const { documents, meta, questions: anticipated, unanswered } = await readCorpusFolder(corpusDir);
  const name = `near-topic-${called}${language === meta.language ? "" : `-${language}`}`;
  const writers = new Set(own.map(({ writer }) => writer));
  return {
    name,
    documents,
    meta,
    questions: nearTopicGold(own, name, documents[0]?.id ?? ""),
    anticipated,
    unanswered: unanswered.filter((one) => !writers.has(one.writer)),
  };
}

/** Evenly taken from all of what they are in the order of: at most `most` of the items. */
export function thin<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_item, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** Deals items to `hands` in turn, so that each has some of every part of what they are in the order of. */
export function deal<T>(items: readonly T[], hands: number): T[][] {
  return Array.from({ length: hands }, (_, hand) => items.filter((_item, i) => i % hands === hand));
}
