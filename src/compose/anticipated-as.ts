import type { PlacedQuestion } from "../domain/anticipated-question.ts";
import type { Question } from "../domain/question.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/** The anticipated question that a question is, word for word, with the sentences known to answer it; null when it is none. */
export function anticipatedAs({ language, text }: Question, index: SearchIndex): PlacedQuestion | null {
  return index.questions(language)?.wordForWord(text) ?? null;
}
