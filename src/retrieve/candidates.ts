import type { Question } from "../domain/question.ts";
import type { Passage } from "../domain/passage.ts";
import type { AnticipatedMatch, Candidate, Explained } from "../ports/retriever.ts";
import type { QueryTranslation } from "../ports/translations.ts";
import type { QuestionIndex } from "../ports/question-index.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { fuse } from "./fuse.ts";
import type { FusionWeights } from "./fusion-weights.ts";
import type { Views } from "./views.ts";

export interface CandidateOptions {
  readonly weights: FusionWeights;
  /** Passages handed on. */
  readonly keep: number;
  /** How many of them are compared with their anticipated questions, which is what costs. */
  readonly detailed: number;
  /** Passages near what was quoted just before, the nearest first, and how near: 0 to 1. */
  readonly near?: ReadonlyMap<string, number>;
}

/** Weight in the fusion of the passages beside what was quoted. Set on the dev conversations, where 2 to 4 do the same. */
const BESIDE_WEIGHT = 3;

/** The best passages of the fused views, with what each view said of them. */
export function candidatesOf(
  index: SearchIndex,
  question: Question,
  vector: readonly number[],
  views: Views,
  { weights, keep, detailed, near = new Map() }: CandidateOptions,
): Candidate[] {
  const beside = { name: "beside", ids: [...near.keys()] };
  const fused = fuse([...views.ranked, beside], { ...weights, beside: BESIDE_WEIGHT }, weights.k).slice(
    0,
    keep,
  );
  const top = fused[0]?.score ?? 1;
  const matches = anticipatedMatches(index.questions(question.language), question, vector);
  const explain = explainer(index, views.translation);
  const ranks = ranksOf(
    fused.map(({ id }) => id),
    views,
  );
  return fused.flatMap(({ id, score }, at): Candidate[] => {
    const passage = index.passage(id);
    if (!passage) return [];
    const first = index.sentences.firstRow(id) ?? 0;
    return [
      {
        passage,
        score: score / top,
        probability: 0,
        lexical: views.lexical.get(id) ?? 0,
        questionWords: views.questionWords.get(id) ?? 0,
        similarities:
          at < detailed ? passage.sentences.map((_, i) => index.sentences.similarity(first + i, vector)) : [],
        anticipated: at < detailed ? matches(id) : [],
        closeness: near.get(id) ?? 0,
        explained: at < detailed ? explain(passage) : null,
        ranks: ranks.get(id) ?? {},
      },
    ];
  });
}

/** The rank of each of some passages in the views that found it, by the views' names. */
function ranksOf(ids: readonly string[], { ranked }: Views): Map<string, Record<string, number>> {
  const ranks = new Map(ids.map((id): [string, Record<string, number>] => [id, {}]));
  for (const view of ranked) {
    view.ids.forEach((id, i) => {
      const own = ranks.get(id);
      if (own) own[view.name] = i + 1;
    });
  }
  return ranks;
}

/** What the sentences of a passage would make one ask. */
function explainer(
  index: SearchIndex,
  translation: QueryTranslation | null,
): (passage: Passage) => Explained | null {
  if (translation === null) return () => null;
  const { weights } = translation;
  const heaviest = weights.indexOf(Math.max(...weights));
  const sum = (strengths: readonly number[]): number =>
    strengths.reduce((all, strength, i) => all + strength * (weights[i] ?? 0), 0);
  return ({ id, sentences }) => {
    const rows = translation.ofSentences(index.sentences.firstRow(id) ?? 0, sentences.length);
    const best = weights.map((_, term) => rows.reduce((most, row) => Math.max(most, row[term] ?? 0), 0));
    return { sentences: rows.map(sum), passage: sum(best), rarest: best[heaviest] ?? 0 };
  };
}

/** How like the question each anticipated question of a passage is, the likest first. */
function anticipatedMatches(
  questions: QuestionIndex | null,
  question: Question,
  vector: readonly number[],
): (passageId: string) => AnticipatedMatch[] {
  if (questions === null) return () => [];
  const overlapWith = questions.overlapWith(question.query);
  return (passageId) =>
    questions
      .rowsOf(passageId)
      .map((row): AnticipatedMatch => {
        const overlap = overlapWith(row);
        const similarity = questions.similarity(row, vector);
        const sentences = questions.rows[row]?.sentences ?? [];
        const likeness = (similarity + overlap) / 2;
        return { row, sentences, type: questions.type(row), similarity, overlap, likeness };
      })
      .sort((a, b) => b.likeness - a.likeness || a.row - b.row);
}
