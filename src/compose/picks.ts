import { textOfSentence } from "./cite.ts";
import type { Pick } from "./select.ts";

export function pickText({ passage, from, to }: Pick): string {
  const parts: string[] = [];
  for (let i = from; i <= to; i += 1) parts.push(textOfSentence(passage, i));
  return parts.join(" ");
}

/** With the sentence behind it, where that is one of a kind. */
export function withNext(pick: Pick, kind: RegExp): Pick {
  const { passage, to } = pick;
  const isOfKind = to + 1 < passage.sentences.length && kind.test(textOfSentence(passage, to + 1));
  return isOfKind ? { ...pick, to: to + 1 } : pick;
}
