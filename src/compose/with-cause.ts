import type { Question } from "../domain/question.ts";
import { textOfSentence } from "./cite.ts";
import type { Pick } from "./select.ts";

const EXPLAINS =
  /\b(?:because|due to|owing to|thanks to|as a result of|caus(?:e[sd]?|ing)|driven by|attribut\p{L}+|reflect(?:s|ed)?|reasons?|explain(?:s|ed)?|fuel(?:l)?ed by|stem(?:s|med)? from|result(?:s|ed)? (?:from|of)|explanations?)\b/iu;

/** For "why" with a finding that gives no reason, with the sentence behind it, where that gives one. */
export function withCause(pick: Pick, { type }: Question): Pick {
  const { passage, from, to } = pick;
  if (type !== "why" || to + 1 >= passage.sentences.length) return pick;
  for (let at = from; at <= to; at += 1) if (EXPLAINS.test(textOfSentence(passage, at))) return pick;
  return EXPLAINS.test(textOfSentence(passage, to + 1)) ? { ...pick, to: to + 1 } : pick;
}
