import { quantiseRows } from "../../domain/quantised-rows.ts";
import { questionOverlap, type QuestionTable } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { UnansweredQuestions } from "../../ports/unanswered-questions.ts";

/** Stored parts of the unanswered questions of one language. */
export interface UnansweredParts {
  readonly table: QuestionTable;
  /** Unit vectors, row by row. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly analyzer: Analyzer;
}

/** Puts the stored parts of the unanswered questions together. */
export function openUnanswered(parts: UnansweredParts): UnansweredQuestions {
  const { table, analyzer } = parts;
  const vectors = quantiseRows(parts.vectors, parts.dimensions);
  const overlap = questionOverlap(table);
  const byPassage = new Map<string, number[]>();
  table.rows.forEach(({ passageId }, row) => {
    const rows = byPassage.get(passageId);
    if (rows) rows.push(row);
    else byPassage.set(passageId, [row]);
  });
  return {
    likenesses: (passageIds, query, vector) => {
      const overlapWith = overlap(new Set(analyzer.terms(query)));
      return passageIds
        .flatMap((id) => byPassage.get(id) ?? [])
        .map((row) => (vectors.dot(row, vector) + overlapWith(row)) / 2)
        .sort((a, b) => b - a);
    },
  };
}
