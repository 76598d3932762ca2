import type { Passage } from "../domain/passage.ts";
import { countWords, jaccard, wordsOf } from "../domain/words.ts";
import type { QuestionIndex, QuestionLanguage } from "../ports/question-index.ts";
import type { SearchIndex } from "../ports/search-index.ts";

export interface SuggestionContext {
  readonly language: QuestionLanguage;
  /** Passages that the answer quotes, or that are nearest when it has none; the most telling first. */
  readonly passages: readonly Passage[];
  /** What was asked before, this question included. */
  readonly asked: readonly string[];
  /** What was answered: a question that only its words answer suggests nothing new. */
  readonly said: string;
}

/** Words in common, of all words, above which two questions ask the same. */
const SAME = 0.35;
/** Where something stands in the report, or a year that it cannot know, is nothing to go on with. */
const NAMES_A_PLACE =
  /\b(?:chapter|report|figure|table|chart|box|cap[ií]tulo|informe|gr[aá]fica|tabla|recuadro)\b|\b20[3-9]\d\b/iu;
const WORDS = { fewest: 5, most: 18 };

/**
 * Up to `count` questions to go on with: anticipated questions of the passages quoted, and of those beside them, that
 * have not been asked and that other sentences answer; at most one of a sentence, in turn over the passages.
 */
export function suggestQuestions(index: SearchIndex, context: SuggestionContext, count: number): string[] {
  const questions = index.questions(context.language);
  if (questions === null) return [];
  const places = [...context.passages, ...context.passages.slice(0, 2).flatMap((p) => beside(p, index))];
  let lots = [...new Set(places)].map((passage) => open(passage, questions, index, context));
  const picked: string[] = [];
  const asked = context.asked.map((text) => new Set(wordsOf(text)));
  while (lots.length > 0 && picked.length < count) {
    lots = lots.filter((lot) => {
      // Lots are looked through no further than is needed: most of this is work on questions that nobody sees.
      const next = picked.length < count ? lot.next() : null;
      if (next === null || next.done === true) return false;
      const words = new Set(wordsOf(next.value));
      if (asked.some((other) => jaccard(other, words) > SAME)) return true;
      asked.push(words);
      picked.push(next.value);
      return true;
    });
  }
  return picked;
}

/** The questions of a passage that read well and that something unsaid answers, one a sentence. */
function* open(
  passage: Passage,
  questions: QuestionIndex,
  { sentences: texts }: SearchIndex,
  { said }: SuggestionContext,
): Generator<string, void> {
  // What a chart shows and who an author is lead away from the subject.
  if (passage.kind === "figure-caption" || passage.kind === "biography") return;
  const first = texts.firstRow(passage.id) ?? 0;
  const taken = new Set<number>();
  for (const row of questions.rowsOf(passage.id)) {
    if (taken.size > 2) return;
    const { question, sentences } = questions.rows[row] ?? { question: "", sentences: [] };
    const words = countWords(question);
    if (words < WORDS.fewest || words > WORDS.most) continue;
    if (sentences.every((at) => taken.has(at) || said.includes(texts.text(first + at)))) continue;
    if (!/^[¿\p{Lu}].*\?$/u.test(question) || NAMES_A_PLACE.test(question)) continue;
    for (const at of sentences) taken.add(at);
    yield question;
  }
}

/** The passages after and before one, of the same chapter. */
function beside(passage: Passage, { corpus }: SearchIndex): Passage[] {
  return [corpus.passages[passage.order + 1], corpus.passages[passage.order - 1]].flatMap((other) =>
    other?.chapter === passage.chapter ? [other] : [],
  );
}
