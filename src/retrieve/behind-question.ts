/** Punctuation at the end of a question. */
const END = /[?!.…\s]+$/u;

/** A question of a conversation as the encoder reads it, with what was said before in brackets behind it. */
export function behindQuestion(question: string, said: string): string {
  return `${question.replace(END, "")}? (${said})`;
}
