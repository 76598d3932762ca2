import type { Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { textOfSentence } from "./cite.ts";
import { withNext } from "./picks.ts";
import type { Pick } from "./select.ts";

/** Asks what each of two does. */
const OF_EACH =
  /\b(?:each|either side|both (?:sides|countries|governments|parties|presidents|leaders)|respectively)\b|(?<!\p{L})(?:cada (?:uno|una|pa[ií]s|gobierno|lado)|ambos)(?!\p{L})/iu;
/** Tells of the other what the sentence before tells of one. */
const OTHER_SIDE =
  /\b(?:on|for) (?:its|his|her|their) (?:own )?part\b|\bin (?:turn|return|exchange)\b|\bmeanwhile\b|\bby contrast\b/iu;

/** For what each of two does, with the sentence on the other side that stands behind it or before. */
export function bothSides(pick: Pick, { text }: Question): Pick {
  if (!OF_EACH.test(text)) return pick;
  const { passage, from } = pick;
  if (from > 0 && OTHER_SIDE.test(textOfSentence(passage, from))) return { ...pick, from: from - 1 };
  return withNext(pick, OTHER_SIDE);
}

/** The same where the other side is told of at the start of the passage behind. */
export function withOtherSide(
  picks: readonly Pick[],
  { text }: Question,
  { corpus }: SearchIndex,
): readonly Pick[] {
  const [first, ...rest] = picks;
  if (!first || !OF_EACH.test(text) || first.to + 1 < first.passage.sentences.length) return picks;
  const next = corpus.passages.find(({ order }) => order === first.passage.order + 1);
  const follows = next?.section.join() === first.passage.section.join() && next.kind === first.passage.kind;
  if (
    !follows ||
    !OTHER_SIDE.test(textOfSentence(next, 0)) ||
    rest.some((p) => p.passage.id === next.id && p.from === 0)
  )
    return picks;
  return [first, { passage: next, from: 0, to: 0, probability: first.probability }, ...rest];
}
