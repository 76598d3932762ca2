import type { QuestionTable } from "./question-table.ts";
import type { TermTable } from "./term-table.ts";

/** Terms of more passages than this share, and than a few, tell none from another. */
const COMMON = 0.2;
const FEW = 20;

/** Terms that stand in a great part of the passages. */
export function commonTerms({ vocabulary, passageFrequency, passages }: TermTable): Set<string> {
  return new Set(
    vocabulary.filter((_, at) => (passageFrequency[at] ?? 0) > Math.max(FEW, COMMON * passages)),
  );
}

/** Terms that are asked of a great part of the passages. */
export function commonQuestionTerms({ rows, vocabulary, terms }: QuestionTable): Set<string> {
  const askedOf = vocabulary.map(() => new Set<string>());
  rows.forEach(({ passageId }, row) => {
    for (const at of terms[row] ?? []) askedOf[at]?.add(passageId);
  });
  const passages = new Set(rows.map(({ passageId }) => passageId)).size;
  return new Set(vocabulary.filter((_, at) => (askedOf[at]?.size ?? 0) > Math.max(FEW, COMMON * passages)));
}
