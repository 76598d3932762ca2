import { LIMITS } from "../domain/contract.ts";
import { AppError } from "../domain/errors.ts";
import type { Standalone } from "../domain/standalone.ts";
import { wordKey, wordsOf } from "../domain/words.ts";
import type { Condenser, SpokenTurn } from "../ports/condenser.ts";
import { intentOf } from "./intent.ts";

/** Words that a rewritten question may have beyond those that it had. */
const MOST_ADDED = 40;
/** Figures, and words with a capital inside a sentence. */
const TELLING = /\p{N}+(?:[.,]\p{N}+)*|(?<=\p{L}[\p{L}'’-]*[,;:]?\s)\p{Lu}[\p{L}\p{N}'’-]*/gu;

/**
 * A follow-up made standalone by a model, checked: one line, not much longer than it was, and with no figure and no name
 * that neither it nor the conversation has.
 * @throws AppError `model_unusable` for a reply that fails a check; whatever the condenser throws.
 */
export async function condensedQuestion(
  text: string,
  turns: readonly SpokenTurn[],
  condenser: Condenser,
  signal?: AbortSignal,
): Promise<Standalone> {
  const asked = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (turns.length === 0 || intentOf(asked) !== "content") return { text: asked, leans: false, added: false };
  const reply = (await condenser.condense(asked, turns, signal)).normalize("NFC");
  const fault = faultOf(reply, asked, turns);
  if (fault !== null) throw new AppError("model_unusable", `The rewritten question ${fault}.`);
  return { text: reply, leans: wordKey(reply) !== wordKey(asked), added: false };
}

function faultOf(reply: string, asked: string, turns: readonly SpokenTurn[]): string | null {
  if (!/\p{L}/u.test(reply)) return "is empty";
  if (/[\r\n]/u.test(reply)) return "has several lines";
  const tooLong = wordsOf(reply).length > wordsOf(asked).length + MOST_ADDED;
  if (tooLong || reply.length > LIMITS.questionCharacters) return "is too long";
  const said = [asked, ...turns.flatMap(({ question, answer }) => [question, answer])].join(" ");
  const known = new Set(wordsOf(said));
  const named = (reply.match(TELLING) ?? []).flatMap(wordsOf);
  return named.every((word) => known.has(word)) ? null : "names what nobody said";
}
