import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { isConversation } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import { readReaderQuestions } from "../../evals/schema/reader-question.ts";
import type { GoldQuestion } from "./gold.ts";
import type { GoldSet } from "./xquad.ts";

/** Kinds answered from the report's shape rather than by retrieval. */
const SHAPE: ReadonlySet<string> = new Set(["overview", "authorship"]);

export interface ReportSetOptions {
  /** Whether the index has the anticipated questions. */
  readonly asked: boolean;
  readonly language: "en" | "es";
  /** Only the anticipated questions of these. Default all. */
  readonly writers?: readonly string[];
  /** Only the unanswered questions of these are known. Default all. */
  readonly unansweredOf?: readonly string[];
  /** How the questions are typed. Default as they are. */
  readonly typed?: (question: string) => string;
  /** Test is for reporting; nothing is fitted to it. Default dev. */
  readonly split?: "dev" | "test";
}

/** The report with the facts of a split that stand alone and mean what they say. */
export async function readReportSet(
  corpusDir: string,
  factsFolder: string,
  options: ReportSetOptions,
): Promise<GoldSet> {
  const { language, split = "dev" } = options;
  const facts = await readFacts(factsFolder);
  const questions = facts.flatMap((fact): Asked[] => {
    if (fact.split !== split || isConversation(fact)) return [];
    if (fact.language !== language || fact.attack !== null) return [];
    const evidence = fact.answerable ? fact.evidence : [];
    const retrieval = fact.answerable && !SHAPE.has(fact.kind);
    const { id, question: text, answerable } = fact;
    return [{ id, text, answerable, evidence, retrieval }];
  });
  return setOf("report", corpusDir, questions, options);
}

/** The report with the readers' questions of a split; any sentence that answers counts. */
export async function readReadersSet(
  corpusDir: string,
  readersFolder: string,
  options: ReportSetOptions,
): Promise<GoldSet> {
  const { language, split = "dev" } = options;
  const readers = await readReaderQuestions(readersFolder);
  const questions = readers
    .filter((one) => one.split === split && one.language === language)
    .map(({ id, question: text, answers }): Asked => {
      const answerable = answers.length > 0;
      return { id, text, answerable, evidence: answerable ? [answers] : [], retrieval: answerable };
    });
  return setOf("readers", corpusDir, questions, options);
}

type Asked = Omit<GoldQuestion, "documentId" | "hidden">;

async function setOf(
  what: string,
  corpusDir: string,
  asking: readonly Asked[],
  { asked, language, writers, unansweredOf, split = "dev", typed = (text) => text }: ReportSetOptions,
): Promise<GoldSet> {
  const { documents, meta, questions: anticipated, unanswered } = await readCorpusFolder(corpusDir);
  const documentId = documents[0]?.id ?? "";
  return {
    name: `${what}-${split}${asked ? "" : "-plain"}${language === meta.language ? "" : `-${language}`}`,
    documents,
    meta,
    questions: asking.map((one) => ({ ...one, text: typed(one.text), documentId, hidden: [] })),
    anticipated: asked ? anticipated.filter(of(writers)) : [],
    unanswered: asked ? unanswered.filter(of(unansweredOf)) : [],
  };
}

function of(
  writers: readonly string[] | undefined,
): (one: { readonly writer?: string | undefined }) => boolean {
  return ({ writer }) => writers === undefined || (writer !== undefined && writers.includes(writer));
}
