import type { Question } from "../domain/question.ts";
import { pickText, withNext } from "./picks.ts";
import type { Pick } from "./select.ts";

const EXPLAINS =
  /\b(?:because|due to|owing to|thanks to|as a result of|caus(?:e[sd]?|ing)|driven by|attribut\p{L}+|reflect(?:s|ed)?|reasons?|explain(?:s|ed)?|fuel(?:l)?ed by|stem(?:s|med)? from|result(?:s|ed)? (?:from|of)|explanations?)\b/iu;

/** For "why" with a finding that gives no reason, with the sentence behind it, where that gives one. */
export function withCause(pick: Pick, { type }: Question): Pick {
  return type === "why" && !EXPLAINS.test(pickText(pick)) ? withNext(pick, EXPLAINS) : pick;
}
