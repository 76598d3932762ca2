import {
  QUESTION_LANGUAGES,
  questionKey,
  type AnticipatedQuestion,
} from "../../src/domain/anticipated-question.ts";
import type { Corpus, SourceDocument } from "../../src/domain/corpus.ts";
import { isContent } from "../../src/domain/passage.ts";
import { jaccard, wordsOf } from "../../src/domain/words.ts";
import type { UnansweredQuestion } from "../../src/domain/unanswered-question.ts";
import { placeQuestions, placeUnanswered } from "../../src/indexing/index.ts";

export interface QuestionProblem {
  /** 1-based line of questions.jsonl; null for a passage without a question. */
  readonly line: number | null;
  readonly message: string;
}

/**
 * What is wrong with a corpus's anticipated questions: answers that stand nowhere, the same question twice, a content
 * passage that no question of some language leads to.
 */
export function checkQuestions(
  questions: readonly AnticipatedQuestion[],
  corpus: Corpus,
  sources: readonly SourceDocument[],
): QuestionProblem[] {
  const { placed, dead } = placeQuestions(questions, corpus, sources);
  const lineOf = new Map(questions.map((question, i) => [question, i + 1]));
  const problems: QuestionProblem[] = dead.map((question) => ({
    line: lineOf.get(question) ?? null,
    message: `no answer of "${question.question}" stands in the corpus`,
  }));
  const first = new Map<string, number>();
  questions.forEach(({ question, language }, i) => {
    const key = questionKey({ question, language });
    const before = first.get(key);
    if (before === undefined) first.set(key, i + 1);
    else problems.push({ line: i + 1, message: `"${question}" is line ${before} again` });
  });
  for (const language of QUESTION_LANGUAGES) {
    const led = new Set(placed.filter((row) => row.language === language).map((row) => row.passageId));
    for (const { id, kind, text } of corpus.passages) {
      if (isContent(kind) && !led.has(id)) {
        problems.push({ line: null, message: `no ${language} question leads to "${text.slice(0, 60)}"` });
      }
    }
  }
  return problems;
}

/**
 * What is wrong with a corpus's unanswered questions: one twice, one that is anticipated and so answered, one next to
 * nothing of the corpus.
 */
export function checkUnanswered(
  unanswered: readonly UnansweredQuestion[],
  anticipated: readonly AnticipatedQuestion[],
  corpus: Corpus,
  sources: readonly SourceDocument[],
): QuestionProblem[] {
  const answered = new Set(anticipated.map(questionKey));
  const placed = new Set(placeUnanswered(unanswered, corpus, sources).map(questionKey));
  const first = new Map<string, number>();
  return unanswered.flatMap((one, i): QuestionProblem[] => {
    const [line, key] = [i + 1, questionKey(one)];
    const before = first.get(key);
    if (before !== undefined) return [{ line, message: `"${one.question}" is line ${before} again` }];
    first.set(key, line);
    if (answered.has(key)) return [{ line, message: `"${one.question}" is anticipated: it is answered` }];
    return placed.has(key) ? [] : [{ line, message: `"${one.question}" is next to nothing of the corpus` }];
  });
}

export interface NearCopy {
  readonly question: string;
  readonly other: string;
  /** Share of words in common (Jaccard), 0 to 1. */
  readonly overlap: number;
  readonly similarity: number;
}

/** Pairs as alike as these are told: the index should not know the exam. */
const SAME_WORDS = 0.8;
const SAME_MEANING = 0.95;

/**
 * Anticipated questions that are nearly some eval question.
 * @param similarity cosine of two questions by their positions
 */
export function nearCopies(
  questions: readonly string[],
  others: readonly string[],
  similarity: (question: number, other: number) => number,
): NearCopy[] {
  const words = (text: string): Set<string> => new Set(wordsOf(text));
  const otherWords = others.map(words);
  return questions.flatMap((question, i) => {
    const own = words(question);
    return others.flatMap((other, j): NearCopy[] => {
      const theirs = otherWords[j] ?? new Set();
      const overlap = jaccard(own, theirs);
      const cosine = similarity(i, j);
      return overlap >= SAME_WORDS || cosine >= SAME_MEANING
        ? [{ question, other, overlap, similarity: cosine }]
        : [];
    });
  });
}
