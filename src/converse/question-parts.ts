import type { Analyzer } from "../ports/analyzer.ts";
import { standaloneQuestion, type StandaloneTools } from "./standalone.ts";

const ASKS =
  "what|who|whom|whose|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|can|could|should|will|would|in what|in which|by how much|to what|under (?:what|which|whom)|(?:by|with|for|from) whom";
/** Where one question ends and the next begins: a question mark, a semicolon, or "and" before a question word. */
const BREAK = new RegExp(
  `\\?\\s+(?:and\\s+)?(?=\\p{L})|;\\s+(?:and\\s+)?(?=(?:${ASKS})\\b)|,?\\s+and\\s+(?:also\\s+)?(?=(?:${ASKS})\\b)`,
  "iu",
);
const POINTS_BACK =
  /\b(?:it|its|they|them|their|this|that|these|those|he|she|him|her|his|there|then|one|ones|so|both)\b/iu;
/** "How big is Lee's?": what Lee has stands in the part before. */
const LACKS_NOUN = /['’]s\W*$/u;
const OPENS_AS_QUESTION = new RegExp(`^\\W*(?:${ASKS})\\b`, "iu");
/** What people say before they ask ("ok and who is Ann Lee?"), and no question. */
const FILLER = /^\W*(?:ok(?:ay)?|thanks?(?: you)?|great|cool|nice|right|well|sure|got it|hi|hello)\W*$/iu;
/** Content terms that a part needs to be looked for by itself. */
const FEWEST_TERMS = 2;
const MOST_PARTS = 3;

/** Whether a part has a word that means something in the part before: behind enough words of its own it means one of these. */
function pointsBack(part: string, analyzer: Analyzer): boolean {
  if (LACKS_NOUN.test(part)) return true;
  const at = POINTS_BACK.exec(part)?.index;
  return at !== undefined && analyzer.terms(part.slice(0, at)).length < FEWEST_TERMS;
}

/**
 * The questions that a question is made of, each so worded that it can be looked for by itself: "What did it cost and who
 * paid for it?" asks two things. A part that points back is told what it means by the part before it, or brings that along, as
 * one does that says too little alone. One question is itself.
 */
export function questionParts(text: string, tools: StandaloneTools): string[] {
  const { analyzer } = tools;
  const clauses = text
    .split(BREAK)
    .map((part) => part.replace(/[\s?.;,]+$/u, "").trim())
    .filter((part) => analyzer.terms(part).length > 0 && !FILLER.test(part));
  const [first, ...others] = clauses;
  if (first === undefined || others.length === 0 || clauses.length > MOST_PARTS) return [text];
  // "Is it true that prices rose, and why?" asks one thing; so does a list of nouns.
  if (!others.every((part) => OPENS_AS_QUESTION.test(part))) return [text];
  return clauses.map((part, i) => {
    const alone = analyzer.terms(part).length >= FEWEST_TERMS && !pointsBack(part, analyzer);
    return i === 0 || alone ? `${part}?` : behind(part, clauses[i - 1] ?? "", tools);
  });
}

/** A part that leans on the one before: with what its pronouns mean in their place, or with all of that in front. */
function behind(part: string, before: string, tools: StandaloneTools): string {
  const { text, leans, added } = standaloneQuestion(
    `${part}?`,
    [{ question: `${before}?`, chapter: null }],
    tools,
  );
  return leans && !added ? text : `${before}, ${part}?`;
}
