import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { AskRequest } from "../../src/domain/contract.ts";
import { fnv1a } from "../../src/domain/hash.ts";
import type { Target } from "./target.ts";

/** Words that a slip is made in: no names, and nothing that is short. */
const WORD = /(?<![\p{L}\p{N}])\p{Ll}{5,}(?![\p{L}\p{N}])/gu;

/**
 * The same target, asked with one word of each question misspelt, as people type: two letters in each other's place, one
 * left out, one twice, or another one. The same question is always misspelt in the same way.
 */
export function misspellingTarget(target: Target, seed = 7): Target {
  const typed = (request: AskRequest): AskRequest => ({
    ...request,
    question: misspelt(request.question, seed),
  });
  const { attempt } = target;
  return {
    ...target,
    about: { ...target.about, name: `${target.about.name}, one word misspelt` },
    ask: (request) => target.ask(typed(request)),
    attempt: attempt && ((request) => attempt(typed(request))),
    passage: (id) => target.passage(id),
  };
}

/** A text with a slip in one of its words; the text itself when it has none that is long enough. */
export function misspelt(text: string, seed: number): string {
  const random = xoroshiro128plus(fnv1a(text) ^ seed);
  const words = [...text.matchAll(WORD)];
  const chosen = words[uniformInt(random, 0, Math.max(0, words.length - 1))];
  if (!chosen) return text;
  const [word] = chosen;
  return text.slice(0, chosen.index) + slipped(word, random) + text.slice(chosen.index + word.length);
}

function slipped(word: string, random: RandomGenerator): string {
  // The first letter is seldom wrong.
  const at = uniformInt(random, 1, word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (uniformInt(random, 0, 3)) {
    case 0:
      return `${before}${after.charAt(0)}${letter}${after.slice(1)}`;
    case 1:
      return `${before}${after}`;
    case 2:
      return `${before}${letter}${letter}${after}`;
    default:
      return `${before}${String.fromCharCode(uniformInt(random, 97, 122))}${after}`;
  }
}
