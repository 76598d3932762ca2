import type { QuestionLanguage } from "../ports/question-index.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { knownTerms } from "../retrieve/index.ts";
import { quoteSentences } from "./cite.ts";
import type { Draft, DraftPart } from "./draft.ts";
import { overlap } from "./near-duplicate.ts";
import type { Topic } from "./overview-topic.ts";
import type { Phrases } from "./phrases.ts";
import type { RankedSentence } from "./select.ts";
import { goesOn, pointsBack } from "./sentence-features.ts";

/**
 * Points of an overview of a theme, and how many of them one chapter may give, where it is not of that chapter alone. 10 made
 * three more of dev's points than 8, and 12 one more than 10.
 */
const POINTS = 12;
const FROM_ONE_CHAPTER = 5;
/** Share of common words above which two points are one. */
const SAME = 0.6;
/** Share of the theme's words, by idf, that a point speaks of: "energy reform" is not told by another reform. */
const MOST = 2 / 3;

export interface ThemeOptions {
  /** Points without which there is no overview. */
  readonly fewest?: number;
  /** Whether it is of one chapter, which gives all points. */
  readonly ofOneChapter?: boolean;
  /** Whether passages that speak of the theme in other words than all of its own have points as well. */
  readonly unnamed?: boolean;
}

/**
 * "How is the drug trade dealt with across the report? Main points": the best sentence of each of the best passages,
 * chapter by chapter. Null when too few passages speak of the theme.
 * @param ranked sentences, best first
 */
export function themeOverview(
  topic: Topic,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
  language: QuestionLanguage,
  phrases: Phrases,
  { fewest = 2, ofOneChapter = false, unnamed = true }: ThemeOptions = {},
): Draft | null {
  const sayable = topic.filter((meanings) => meanings.some((term) => index.terms.known(term)));
  // Who somebody is, is no point of what he writes about.
  const said = ranked.filter(({ candidate }) => candidate.passage.kind !== "biography");
  const naming = said.filter(
    ({ row, text }) =>
      sayable.every((meanings) => meanings.some((term) => index.terms.setOfSentence(row).has(term))) &&
      !pointsBack(text),
  );
  const byName = sayable.length > 0 ? naming : [];
  const order = byName.length === 0 || unnamed ? [...byName, ...said] : byName;
  const fromOne = ofOneChapter ? POINTS : FROM_ONE_CHAPTER;
  const points: RankedSentence[] = [];
  const seen = new Set<string>();
  for (const { candidate } of order) {
    const { passage } = candidate;
    const ofChapter = points.filter((point) => point.candidate.passage.chapter === passage.chapter);
    if (points.length >= POINTS || ofChapter.length >= fromOne || seen.has(passage.id)) continue;
    seen.add(passage.id);
    const own = said.filter((s) => s.candidate.passage.id === passage.id && !pointsBack(s.text));
    const alone = own.filter(({ text }) => !goesOn(text));
    const telling = (s: RankedSentence): boolean =>
      names(topic, (term) => index.terms.setOfSentence(s.row).has(term), index);
    // A sentence that names the theme, else the best of a passage that is about it.
    const point = alone.find(telling) ?? own.find(telling) ?? alone[0];
    const known = knownTerms(passage, candidate.anticipated, index, language);
    const place = index.terms.ofPlace(passage.id);
    if (!point || !names(topic, (term) => known(term) || place.has(term), index)) continue;
    if (points.some((other) => overlap(other.text, point.text) > SAME)) continue;
    points.push(point);
  }
  if (points.length < fewest) return null;
  const inOrder = points.sort((a, b) => a.candidate.passage.order - b.candidate.passage.order);
  const parts = inOrder.map(({ candidate: { passage }, sentence }): DraftPart => {
    const frame = `${phrases.chapter(index.corpus.chapters[passage.chapter])}: `;
    return quoteSentences(passage, sentence, sentence, "bullet", frame);
  });
  return { parts, notices: [] };
}

/** Whether most of the theme's words, by idf, are known. */
function names(topic: Topic, known: (term: string) => boolean, index: SearchIndex): boolean {
  const weigh = (words: Topic): number =>
    words.reduce((sum, meanings) => sum + Math.max(0, ...meanings.map((term) => index.terms.idf(term))), 0);
  return weigh(topic.filter((meanings) => meanings.some(known))) >= weigh(topic) * MOST;
}
