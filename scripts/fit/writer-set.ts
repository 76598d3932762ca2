import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { createDifficulty } from "../../evals/authoring/difficulty.ts";
import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { ingest } from "../../src/ingest/index.ts";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import type { AnticipatedQuestion } from "../../src/domain/anticipated-question.ts";
import type { Span } from "../../src/domain/span.ts";
import { jaccard, wordsOf } from "../../src/domain/words.ts";
import { farGold, type FarQuestion } from "./far.ts";
import type { GoldQuestion } from "./gold.ts";
import type { UnansweredQuestion } from "../../src/domain/unanswered-question.ts";
import { nearTopicGold } from "./near-topic.ts";
import type { GoldSet } from "./xquad.ts";

export interface WriterSetOptions {
  readonly language: "en" | "es";
  /** Questions drawn; each is asked twice, once with its evidence hidden. */
  readonly count: number;
  /** False: beside an index without any anticipated question. */
  readonly asked?: boolean;
  /** Questions that are in no index, of writers who are asked for beside the corpus's. Default none. */
  readonly own?: readonly AnticipatedQuestion[];
  /** Questions on the corpus's subjects that it does not answer, asked too. */
  readonly near?: readonly UnansweredQuestion[];
  /** Questions that take something false for granted, with what sets them right, asked too. */
  readonly falsePremise?: readonly AnticipatedQuestion[];
  /** What has nothing to do with the corpus, asked too. */
  readonly far?: readonly FarQuestion[];
  /** What each question counts for in a fit. Default 1. */
  readonly weight?: number;
  readonly seed?: number;
}

/**
 * One writer's anticipated questions, asked of an index that has only the other writers': none of a question's
 * siblings is there, but what independent readers would ask of the passage is, as it is for a user. Each is asked twice,
 * as it is, and with the passages that answer it hidden, which leaves near-topic text only; near-topic questions that
 * nothing answers, and questions with a false premise, are asked beside them.
 */
export async function readWriterSet(
  corpusDir: string,
  writer: string,
  {
    language,
    count,
    asked = true,
    own = [],
    near = [],
    falsePremise = [],
    far = [],
    weight = 1,
    seed = 7,
  }: WriterSetOptions,
): Promise<GoldSet> {
  const { documents, meta, questions: all, unanswered: known } = await readCorpusFolder(corpusDir);
  const drawn = draw(
    [...all, ...own].filter((one) => one.writer === writer && one.language === language),
    count,
    seed,
  );
  const difficultyOf = createDifficulty(ingest(documents, meta).corpus, createEnglishAnalyzer());
  const echoes = echoFinder(all);
  const answered = (one: AnticipatedQuestion, id: string): GoldQuestion => ({
    id,
    text: one.question,
    documentId: one.answers[0]?.document ?? documents[0]?.id ?? "",
    difficulty: difficultyOf(
      one.question,
      one.answers.map(({ text }) => text),
    ).difficulty,
    answerable: true,
    evidence: [one.answers.flatMap((answer) => [answer, ...echoes(answer.text)])],
    hidden: [],
    retrieval: true,
  });
  const corrected = falsePremise.map((one, i) => ({
    ...answered(one, `${writer}-${language}-false-${i}`),
    falsePremise: true as const,
  }));
  const questions = drawn.flatMap((one, i): GoldQuestion[] => {
    const gold = answered(one, `${writer}-${language}-${i}`);
    return [
      gold,
      {
        ...gold,
        id: `${gold.id}-hidden`,
        answerable: false,
        evidence: [],
        hidden: gold.evidence.flat(),
        retrieval: false,
      },
    ];
  });
  const firstDocument = documents[0]?.id ?? "";
  const unanswered = [
    ...nearTopicGold(near, `${writer}-${language}`, firstDocument),
    ...farGold(far, `${writer}-${language}`, firstDocument),
  ];
  return {
    name: `writer-${writer}${language === meta.language ? "" : `-${language}`}${asked ? "" : "-plain"}`,
    documents,
    meta,
    questions: [...questions, ...corrected, ...unanswered].map((one) => ({ ...one, weight })),
    anticipated: asked ? all.filter((one) => one.writer !== writer) : [],
    unanswered: asked ? known.filter((one) => !near.some(({ writer }) => one.writer === writer)) : [],
  };
}

/** Those who wrote a corpus's questions in a language, in order of appearance. */
export function writersOf(questions: readonly AnticipatedQuestion[], language: "en" | "es"): string[] {
  const own = questions.filter((one) => one.language === language);
  return [...new Set(own.flatMap(({ writer }) => writer ?? []))];
}

/** `count` of the items, without repeats; the same for the same seed. */
function draw<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = xoroshiro128plus(seed);
  const left = [...items];
  for (let i = 0; i < Math.min(count, left.length); i += 1) {
    const at = uniformInt(random, i, left.length - 1);
    const [one, other] = [left[i], left[at]];
    if (one === undefined || other === undefined) continue;
    left[i] = other;
    left[at] = one;
  }
  return left.slice(0, count);
}

/** Words in common over all words above which two sentences say the same. */
const SAME = 0.7;

/** Other answer sentences that say the same: the report repeats its recommendations, and either place answers. */
function echoFinder(questions: readonly AnticipatedQuestion[]): (text: string) => Span[] {
  const sentences = new Map<string, { span: Span; words: ReadonlySet<string> }>();
  for (const { answers } of questions) {
    for (const { start, end, text } of answers)
      sentences.set(text, { span: { start, end }, words: new Set(wordsOf(text)) });
  }
  const known = new Map<string, Span[]>();
  return (text) => {
    let found = known.get(text);
    if (!found) {
      const own = new Set(wordsOf(text));
      found = [...sentences.values()].flatMap((other) => {
        return jaccard(own, other.words) >= SAME ? [other.span] : [];
      });
      known.set(text, found);
    }
    return found;
  };
}
