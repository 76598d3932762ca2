import { overlap } from "./draft.ts";
import { containsFact } from "../schema/fact-match.ts";
import type { EvidenceSpan, Expectation } from "../schema/fact-schema.ts";

const MOST = 3;

/**
 * Sentences of the report beyond the evidence that state all that one of its groups states: they may belong into
 * that group, since an answer that cites them is as right.
 */
export function statedElsewhere(one: Expectation, sentences: readonly EvidenceSpan[]): EvidenceSpan[] {
  if (!one.answerable) return [];
  const evidence = one.evidence.flat();
  return one.evidence.flatMap(([first]) => {
    const stated = one.facts.filter((forms) => first && forms.some((form) => containsFact(first.text, form)));
    if (stated.length === 0) return [];
    return sentences
      .filter((sentence) => !evidence.some((span) => overlap(span, sentence)))
      .filter(({ text }) => stated.every((forms) => forms.some((form) => containsFact(text, form))))
      .slice(0, MOST);
  });
}
