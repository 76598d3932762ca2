import type { SearchIndex } from "../ports/search-index.ts";
import { quoteSentences } from "./cite.ts";
import type { Draft, DraftPart } from "./draft.ts";
import { overlap } from "./near-duplicate.ts";
import { chapterName } from "./places.ts";
import type { RankedSentence } from "./select.ts";
import { goesOn, pointsBack } from "./sentence-features.ts";
import { capitalise } from "./structure-answer.ts";

/** Points of an overview of a theme, and how many of them one chapter may give. */
const POINTS = 8;
const FROM_ONE_CHAPTER = 4;
/** Share of common words above which two points are one. */
const SAME = 0.6;

/**
 * "How is the drug trade dealt with across the report? Main points": the best sentence of each of the best passages,
 * chapter by chapter. Null when not even two passages speak of the theme.
 * @param topic terms of the theme
 * @param ranked sentences, best first
 */
export function themeOverview(
  topic: readonly string[],
  ranked: readonly RankedSentence[],
  index: SearchIndex,
): Draft | null {
  const points: RankedSentence[] = [];
  const seen = new Set<string>();
  for (const { candidate } of ranked) {
    const { passage } = candidate;
    const ofChapter = points.filter((point) => point.candidate.passage.chapter === passage.chapter);
    if (points.length >= POINTS || ofChapter.length >= FROM_ONE_CHAPTER || seen.has(passage.id)) continue;
    seen.add(passage.id);
    const own = ranked.filter(
      (s) => s.candidate.passage.id === passage.id && !pointsBack(s.text) && !goesOn(s.text),
    );
    // A sentence that names the theme, else the best of a passage that is about it.
    const point = own.find((s) => names(topic, index.terms.setOfSentence(s.row), index)) ?? own[0];
    if (!point || !names(topic, wordsOf(point, index), index)) continue;
    if (points.some((other) => overlap(other.text, point.text) > SAME)) continue;
    points.push(point);
  }
  if (points.length < 2) return null;
  const inOrder = points.sort((a, b) => a.candidate.passage.order - b.candidate.passage.order);
  const parts = inOrder.map(({ candidate: { passage }, sentence }): DraftPart => {
    const frame = `${capitalise(chapterName(index.corpus.chapters[passage.chapter]))}: `;
    return quoteSentences(passage, sentence, sentence, "bullet", frame);
  });
  return { parts, notices: [] };
}

/** Whether the words hold half of the theme's, by idf. */
function names(topic: readonly string[], words: ReadonlySet<string>, index: SearchIndex): boolean {
  const weigh = (terms: readonly string[]): number => terms.reduce((sum, t) => sum + index.terms.idf(t), 0);
  return weigh(topic.filter((term) => words.has(term))) >= weigh(topic) / 2;
}

/** Words of a passage, of its place, and of what may be asked of it. */
function wordsOf({ row, sentence, candidate }: RankedSentence, index: SearchIndex): ReadonlySet<string> {
  const questions = index.questions("en");
  const first = row - sentence;
  return new Set([
    ...candidate.passage.sentences.flatMap((_, i) => [...index.terms.setOfSentence(first + i)]),
    ...index.terms.ofPlace(candidate.passage.id),
    ...candidate.anticipated.flatMap((match) => [...(questions?.terms(match.row) ?? [])]),
  ]);
}
