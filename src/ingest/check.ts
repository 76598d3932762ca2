import type { Corpus, SourceDocument } from "../domain/corpus.ts";
import { isSentenceOrder } from "./sentence-order.ts";
import type { Passage } from "../domain/passage.ts";
import { rebuild } from "../domain/span.ts";

/**
 * Checks a corpus against its sources: every text is rebuilt from its segments, sentences and notes lie inside it,
 * every id that is named exists. Returns the problems in words; none means that the corpus can be trusted.
 */
export function checkCorpus(corpus: Corpus, documents: readonly SourceDocument[]): string[] {
  const sources = new Map(documents.map((document) => [document.id, document.text]));
  const byId = new Map(corpus.passages.map((passage) => [passage.id, passage]));
  const problems = corpus.passages.flatMap((passage, order) =>
    [
      ...textProblems(passage, sources.get(passage.documentId)),
      ...placeProblems(passage, corpus, byId),
      ...(passage.order === order ? [] : [`order is ${passage.order}, expected ${order}`]),
    ].map((problem) => `passage ${passage.id} (${passage.kind}): ${problem}`),
  );
  if (byId.size !== corpus.passages.length) problems.push("two passages share an id");
  return problems;
}

function textProblems(passage: Passage, source: string | undefined): string[] {
  if (source === undefined) return [`its document ${passage.documentId} is not among the sources`];
  const problems: string[] = [];
  const { text, segments, sentences } = passage;
  if (text.trim() === "") problems.push("it is empty");
  if (rebuild(source, segments) !== text) problems.push("its segments do not spell its text");
  const ordered = segments.every(({ start, end }, i) => start <= end && start >= (segments[i - 1]?.end ?? 0));
  if (!ordered || (segments.at(-1)?.end ?? 0) > source.length) problems.push("its segments are out of order");
  if (!isSentenceOrder(sentences, text)) problems.push("its sentences do not cover its text in order");
  return problems;
}

function placeProblems(passage: Passage, corpus: Corpus, byId: ReadonlyMap<string, Passage>): string[] {
  const problems: string[] = [];
  if (!corpus.chapters[passage.chapter]) problems.push(`chapter ${passage.chapter} does not exist`);
  for (const note of passage.notes) {
    if (byId.get(note.passageId)?.kind !== "endnote")
      problems.push(`note ${note.number} points to no endnote`);
    if (note.at < 0 || note.at > passage.text.length)
      problems.push(`note ${note.number} lies outside the text`);
  }
  const { list } = passage;
  if (list && (list.index < 0 || list.index >= list.size)) problems.push("its place lies outside its list");
  if (list?.leadInPassageId != null && byId.get(list.leadInPassageId)?.text.includes(list.leadIn) !== true) {
    problems.push("its lead-in does not stand in the passage it names");
  }
  return problems;
}
