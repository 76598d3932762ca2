import { kthGreatest } from "../../domain/kth-greatest.ts";
import type { UnitRows } from "../../domain/unit-rows.ts";
import { isFigure } from "../../domain/words.ts";
import {
  questionOverlap,
  questionTerms,
  rowHasTerm,
  rowsByPassage,
  type QuestionTable,
} from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { UnansweredQuestions } from "../../ports/unanswered-questions.ts";

/** Stored parts of the unanswered questions of one language. */
export interface UnansweredParts {
  readonly table: QuestionTable;
  /** Their vectors, exact or quantised. */
  readonly vectors: UnitRows;
  readonly analyzer: Analyzer;
}

/** Puts the stored parts of the unanswered questions together. */
export function openUnanswered(parts: UnansweredParts): UnansweredQuestions {
  const { table, vectors, analyzer } = parts;
  const terms = questionTerms(table);
  const overlap = questionOverlap(table, terms);
  const byPassage = rowsByPassage(table);
  const figures = new Map([...table.vocabulary.entries()].filter(([, term]) => isFigure(term)));
  return {
    likest: (passageIds, query, vector, count) => {
      const asked = [...new Set(analyzer.terms(query))];
      const shared = overlap(new Set(asked));
      const found: { row: number; similarity: number; likeness: number }[] = [];
      for (const id of passageIds) {
        for (const row of byPassage.get(id) ?? []) {
          const similarity = vectors.dot(row, vector);
          found.push({ row, similarity, likeness: (similarity + shared.overlap(row)) / 2 });
        }
      }
      const least = kthGreatest(
        Float64Array.from(found, ({ likeness }) => likeness),
        count,
      );
      return found
        .filter(({ likeness }) => likeness >= least)
        .sort((a, b) => b.likeness - a.likeness || a.row - b.row)
        .slice(0, count)
        .map(({ row, similarity, likeness }) => ({
          similarity,
          likeness,
          coverage: shared.coverage(row),
          terms: asked.filter((term) => rowHasTerm(terms, row, term)),
          figures: [...terms.rows.at(row)].sort((a, b) => a - b).flatMap((at) => figures.get(at) ?? []),
        }));
    },
  };
}
