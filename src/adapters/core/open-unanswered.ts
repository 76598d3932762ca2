import type { UnitRows } from "../../domain/unit-rows.ts";
import { questionOverlap, type QuestionTable } from "../../indexing/index.ts";
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
