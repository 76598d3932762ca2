import { isContent } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import { wordKey } from "../domain/words.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quoteSentences } from "./cite.ts";
import type { Draft, DraftPart } from "./draft.ts";
import { overlap } from "./near-duplicate.ts";
import type { Phrases } from "./phrases.ts";
import type { RankedSentence } from "./select.ts";
import { withAntecedent } from "./sentence-features.ts";

/** A passage that speaks of a subject, and the sentence that does. */
interface Mention {
  readonly passageId: string;
  readonly sentence: number;
  readonly row: number;
}

/** Mentions that are quoted; of more it is told how many there are. */
const QUOTED = 3;
/** Share of common words above which two sentences say one thing. */
const SAME = 0.7;

/**
 * "Is tequila mentioned?": the best sentences that have the subject's words, and how many passages do. Null when none has
 * them all.
 * @param ranked what was found for the question, best first
 */
export function mentionsAnswer(
  question: Question,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
  analyzer: Analyzer,
  phrases: Phrases,
): Draft | null {
  const all = mentionsIn(question, index, analyzer);
  if (all.length === 0) return null;
  const places = new Map(ranked.map(({ row }, i) => [row, i]));
  const place = ({ row }: Mention): number => places.get(row) ?? ranked.length;
  const best = all.toSorted((a, b) => place(a) - place(b) || a.row - b.row);
  const quoted = onePerPassage(best, index).slice(0, QUOTED);
  const passages = new Set(all.map(({ passageId }) => passageId)).size;
  const parts = quoted.flatMap(({ passageId, sentence, row }): DraftPart[] => {
    const passage = index.passage(passageId);
    if (!passage) return [];
    const from = withAntecedent(index.sentences.text(row), sentence);
    const frame = `${phrases.chapter(index.corpus.chapters[passage.chapter])}: `;
    return [quoteSentences(passage, from, sentence, "bullet", frame)];
  });
  return {
    parts: [{ kind: "frame", text: phrases.mentioned(passages, passages > quoted.length) }, ...parts],
    notices: [],
  };
}

/** Whether the report lacks a word of the subject, so that it cannot be named there. */
export function lacksSubject(question: Question, index: SearchIndex): boolean {
  return question.subject !== null && question.terms.some((term) => !index.terms.known(term));
}

/** "Water or air": either will do. */
const EITHER = /\s*(?:,|\/|\band\/or\b|\bor\b)\s*/iu;

/** Sentences that name the subject; of one chapter when the question names it. */
function mentionsIn({ subject, scope }: Question, index: SearchIndex, analyzer: Analyzer): Mention[] {
  if (subject === null) return [];
  const open = index.sentences.rows.flatMap(({ passageId, sentence }, row): Mention[] => {
    const passage = index.passage(passageId);
    const within = scope?.kind !== "chapter" || passage?.chapter === scope.chapter;
    return passage && within && isContent(passage.kind) ? [{ passageId, sentence, row }] : [];
  });
  const naming = subject.split(EITHER).flatMap((text) => namedBy(text, open, index, analyzer));
  return [...new Set(naming)];
}

/** Those with a subject as it is written, or else with all its terms. */
function namedBy(
  subject: string,
  mentions: readonly Mention[],
  index: SearchIndex,
  analyzer: Analyzer,
): Mention[] {
  const terms = analyzer.terms(subject);
  if (terms.length === 0) return [];
  const found = mentions.filter(({ row }) => {
    const own = index.terms.setOfSentence(row);
    return terms.every((term) => own.has(term));
  });
  const written = ` ${wordKey(subject)} `;
  const asWritten = found.filter(({ row }) => ` ${wordKey(index.sentences.text(row))} `.includes(written));
  return asWritten.length > 0 ? asWritten : found;
}

/** The first of each passage, without those that say what one before them says. */
function onePerPassage(mentions: readonly Mention[], index: SearchIndex): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const text = index.sentences.text(mention.row);
    const known = kept.some(
      (other) =>
        other.passageId === mention.passageId || overlap(index.sentences.text(other.row), text) > SAME,
    );
    if (!known) kept.push(mention);
  }
  return kept;
}
