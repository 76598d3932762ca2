import type { Corpus } from "../domain/corpus.ts";
import type { Chapter, Passage } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quotePassage, quoteSentences, quoteSpan } from "./cite.ts";
import type { Draft, DraftPart } from "./draft.ts";
import type { Phrases } from "./phrases.ts";

/**
 * "Who wrote chapter 5?": the by-line of the chapter in question, of those of an author who is named, or of every chapter; with how each author's biography
 * begins when it is asked what they do. Null when there are none.
 */
export function authorsAnswer(
  question: Question,
  index: SearchIndex,
  named: number | null,
  phrases: Phrases,
): Draft | null {
  const { corpus } = index;
  const scope = question.scope?.kind === "chapter" ? question.scope : null;
  const all = scope === null && named === null;
  const isMeant = ({ authors }: Chapter, at: number): boolean =>
    scope?.by === "author" ? authors.includes(scope.author) : all || at === (scope?.chapter ?? named);
  const chapters = corpus.chapters.flatMap((chapter, i) => (isMeant(chapter, i) ? [i] : []));
  const authors = new Set(chapters.flatMap((chapter) => corpus.chapters[chapter]?.authors ?? []));
  const about = question.asksBackground ? [...authors].flatMap((name) => background(name, corpus)) : [];
  // Each biography names its author: of all of them no by-lines are needed beside.
  if (all && about.length > 0) return { parts: about, notices: [] };
  const parts = chapters.flatMap((chapter): DraftPart[] => {
    const passage = byline(corpus, chapter);
    if (!passage) return [];
    const frame = `${phrases.chapter(corpus.chapters[chapter])}, “${corpus.chapters[chapter]?.title ?? ""}”: `;
    return [quotePassage(passage, chapters.length > 1 ? "bullet" : "sentence", frame)];
  });
  return parts.length === 0 ? null : { parts: [...parts, ...about], notices: [] };
}

/** The first sentence of an author's biography. */
function background(name: string, corpus: Corpus): DraftPart[] {
  const passage = biography(name, corpus);
  return passage ? [quoteSentences(passage, 0, 0, "bullet")] : [];
}

/** "What is Ann Lee's job?", of an author: how the biography begins. Null when there is none. */
export function authorAnswer({ scope, asksBackground }: Question, { corpus }: SearchIndex): Draft | null {
  const name = asksBackground && scope?.kind === "chapter" && scope.by === "author" ? scope.author : null;
  const passage = name === null ? undefined : biography(name, corpus);
  if (!passage) return null;
  return { parts: [quoteSentences(passage, 0, Math.min(1, passage.sentences.length - 1))], notices: [] };
}

function biography(name: string, corpus: Corpus): Passage | undefined {
  return corpus.passages.find((p) => p.kind === "biography" && p.section.at(-1) === name);
}

/** Words that ask for chapters and name no topic. */
const ASKING =
  /\b(?:chapters?|contents?|table|structured?|organi[sz]ed|pages?|list|name|show|cover(?:s|ed)?|discuss(?:es|ed)?|deals?|talks?|about|mentions?|titles?|report|numbered|total|names|all)\b/giu;

/** What a question about the contents is about beyond asking for them: empty for "what chapters are there?". Spanish ones ask for no more. */
export function contentsTopic(question: Question, analyzer: Analyzer): string[] {
  if (question.language === "es") return [];
  return analyzer.terms(question.text.replace(ASKING, " "));
}

/** How much of some candidates' score stands in each chapter. */
export function chapterVotes(candidates: readonly Candidate[]): Map<number, number> {
  const votes = new Map<number, number>();
  for (const { passage, score } of candidates)
    votes.set(passage.chapter, (votes.get(passage.chapter) ?? 0) + score);
  return votes;
}

/** "Which chapters discuss X?": the entries of the chapters that most of the best passages stand in. */
export function chaptersOnTopic(
  candidates: readonly Candidate[],
  index: SearchIndex,
  phrases: Phrases,
): Draft | null {
  const votes = new Map(
    [...chapterVotes(candidates.slice(0, 12))].filter(
      ([chapter]) => index.corpus.chapters[chapter]?.number != null,
    ),
  );
  const most = Math.max(0, ...votes.values());
  const chosen = [...votes].filter(([, vote]) => vote >= most / 2).map(([chapter]) => chapter);
  const parts = index.corpus.passages
    .filter((p) => p.kind === "contents-entry" && chosen.includes(p.chapter))
    .map((p) => contentsLine(p, index.corpus, phrases));
  return parts.length === 0 ? null : { parts, notices: [] };
}

/** "What chapters are there?": the entries of the table of contents, each with its by-line. */
export function contentsAnswer(index: SearchIndex, phrases: Phrases): Draft | null {
  const entries = index.corpus.passages.filter((p) => p.kind === "contents-entry");
  if (entries.length === 0) return headingsAnswer(index.corpus);
  const numbered = index.corpus.chapters.filter((c) => c.number !== null).length;
  return {
    parts: [
      { kind: "frame", text: phrases.contents(numbered) },
      ...entries.map((p) => contentsLine(p, index.corpus, phrases)),
    ],
    notices: [],
  };
}

/** An entry's title in its own words; number and authors are said before it. */
function contentsLine(entry: Passage, corpus: Corpus, phrases: Phrases): DraftPart {
  const chapter = corpus.chapters[entry.chapter];
  const at = chapter ? entry.text.indexOf(chapter.title) : -1;
  if (!chapter || at < 0) return quotePassage(entry, "bullet");
  const by = chapter.authors.length === 0 ? "" : ` (${phrases.names(chapter.authors)})`;
  const frame = chapter.number === null ? "" : `${phrases.chapter(chapter)}${by}: `;
  return quoteSpan(entry, { start: at, end: at + chapter.title.length }, "bullet", frame);
}

/** Without a table of contents: the first sentence of every chapter, under its title. */
function headingsAnswer(corpus: Corpus): Draft | null {
  const parts = corpus.chapters.flatMap((chapter, i): DraftPart[] => {
    const first = corpus.passages.find((p) => p.chapter === i && p.kind === "prose");
    const span = first?.sentences[0];
    return first && span ? [quoteSpan(first, span, "bullet", `${chapter.title}: `)] : [];
  });
  return parts.length === 0 ? null : { parts, notices: [] };
}

function byline(corpus: Corpus, chapter: number): Passage | undefined {
  return corpus.passages.find((p) => p.kind === "byline" && p.chapter === chapter);
}
