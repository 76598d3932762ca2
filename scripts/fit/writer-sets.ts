import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import type { UnansweredQuestion } from "../../src/domain/unanswered-question.ts";
import { readFalsePremise } from "./false-premise.ts";
import { readFar } from "./far.ts";
import { readFitQuestions, readFitUnanswered } from "./fit-questions.ts";
import { deal, readNearTopicSet, thin } from "./near-topic.ts";
import { readWriterSet, writersOf, type WriterSetOptions } from "./writer-set.ts";
import type { GoldSet } from "./xquad.ts";
import { readTrainedOn } from "../tuning/trained-on.ts";

/** Sets of one writer's questions that those of all readers together count for. */
const READERS = 2;

/**
 * A set of each writer's questions in a language, with what is asked in vain beside them. Beside an index with anticipated
 * questions, whose encoder may be tuned, only of those whom it was not trained on.
 * @param count questions drawn from each writer
 */
export async function readWriterSets(
  corpusDir: string,
  {
    language,
    asked,
    count,
  }: { readonly language: "en" | "es"; readonly asked: boolean; readonly count: number },
): Promise<GoldSet[]> {
  const { questions: anticipated, unanswered: all } = await readCorpusFolder(corpusDir);
  const trainedOn = await readTrainedOn();
  const own = asked ? await readFitQuestions() : [];
  const questions = asked
    ? [...anticipated, ...own].filter(isOfOthers(trainedOn.questions[language]))
    : anticipated;
  const unanswered = asked ? all.filter(isOfOthers(trainedOn.unanswered[language])) : all;
  const writers = writersOf(questions, language);
  const [readers, others] = [writers.filter(isReader), writers.filter((writer) => !isReader(writer))];
  const ofLanguage = <T extends { readonly language: string }>(some: readonly T[]): T[] =>
    some.filter((one) => one.language === language);
  const distant = deal(ofLanguage(await readFar()), others.length);
  const corrected = deal(language === "en" ? ofLanguage(await readFalsePremise()) : [], others.length);
  const near = nearOf(
    unanswered.filter(({ writer }) => !isReader(writer)),
    language,
    others.length,
  );
  const informed = byWriter(asked ? ofLanguage(await readFitUnanswered()) : []);
  const setOf = (writer: string, also: Partial<WriterSetOptions>): Promise<GoldSet> =>
    readWriterSet(corpusDir, writer, { language, asked, count, own, ...also });
  return Promise.all([
    ...others.map((writer, i) =>
      setOf(writer, {
        near: [...(near[i] ?? []), ...(informed[i]?.own ?? [])],
        falsePremise: corrected[i] ?? [],
        far: distant[i] ?? [],
      }),
    ),
    // What readers ask in vain is asked beside what they ask with success.
    ...readers.map((writer) =>
      setOf(writer, {
        near: ofLanguage(unanswered).filter((one) => one.writer === writer),
        weight: READERS / readers.length,
      }),
    ),
  ]);
}

/** What each writer, the readers and those who wrote for the fit ask in vain in a language: of those whom a tuned encoder was not trained on. */
export async function readNearTopicSets(corpusDir: string, language: "en" | "es"): Promise<GoldSet[]> {
  const { unanswered } = await readCorpusFolder(corpusDir);
  const others = unanswered.filter(isOfOthers((await readTrainedOn()).unanswered[language]));
  const own = others.filter((one) => one.language === language);
  const groups = [
    ...byWriter(own.filter(({ writer }) => !isReader(writer))),
    { name: "readers", own: own.filter(({ writer }) => isReader(writer)) },
    { name: "informed", own: (await readFitUnanswered()).filter((one) => one.language === language) },
  ];
  return Promise.all(groups.map((some) => readNearTopicSet(corpusDir, language, some)));
}

function isOfOthers(writers: readonly string[]): (one: { readonly writer?: string | undefined }) => boolean {
  return ({ writer }) => writer !== undefined && !writers.includes(writer);
}

/** Whether someone's questions, answered or not, were asked of the whole report: decision 31. */
function isReader(writer: string): boolean {
  return writer.startsWith("reader-");
}

/** Each writer's, in order of appearance. */
function byWriter(
  all: readonly UnansweredQuestion[],
): { readonly name: string; readonly own: readonly UnansweredQuestion[] }[] {
  const writers = [...new Set(all.map(({ writer }) => writer))];
  return writers.map((name) => ({ name, own: all.filter(({ writer }) => writer === name) }));
}

/** Unanswered questions asked beside one writer's anticipated ones, at most. */
const NEAR = 700;

/**
 * Unanswered questions for each of some sets, all of one writer's, who changes from set to set: those of the others are
 * what the index knows.
 */
function nearOf(
  all: readonly UnansweredQuestion[],
  language: "en" | "es",
  sets: number,
): UnansweredQuestion[][] {
  const writers = byWriter(all.filter((one) => one.language === language));
  return Array.from({ length: sets }, (_, i) => {
    const hands = deal(writers[i % writers.length]?.own ?? [], Math.ceil(sets / writers.length));
    return thin(hands[Math.floor(i / writers.length)] ?? [], NEAR);
  });
}
