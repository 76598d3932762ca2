import { plainText } from "../../src/domain/plain-text.ts";

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** Words of an answer as it is read: without markers and Markdown. */
export function answerLength(answer: string): number {
  const words = plainText(answer.replace(/(?<!\\)\[\d+\]/gu, " ")).match(WORD);
  return words?.length ?? 0;
}
