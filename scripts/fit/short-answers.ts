import type { AnswerModels } from "../../src/compose/index.ts";
import { says } from "./gold.ts";
import { composerFor, only, type Retrieved } from "./fit-models.ts";

/** Words that a short answer has at most. */
export const SHORT = 60;

/**
 * Share of the answerable questions whose answer, nothing being declined, quotes the evidence and has at most 60 words in
 * all.
 */
export function shortAnswersRight(found: readonly Retrieved[], models: AnswerModels): number {
  const answerable = found.filter(({ example: { gold } }) => gold.answerable && gold.retrieval);
  const [first] = answerable;
  if (!first) return 0;
  const composer = composerFor(first.set, { models: only(models), threshold: 0 });
  const right = answerable.filter(({ example: { gold, question }, retrieval }) => {
    const parts = composer.compose(question, retrieval).draft?.parts ?? [];
    const words = parts.map(({ text }) => text.split(/\s+/u).filter((word) => word !== "").length);
    const short = words.reduce((sum, count) => sum + count, 0) <= SHORT;
    return (
      short &&
      parts.some(
        (part) =>
          part.kind === "cited" &&
          gold.evidence.some((group) =>
            says(part.evidence.passage, part.evidence.span, gold.documentId, group),
          ),
      )
    );
  });
  return right.length / answerable.length;
}
