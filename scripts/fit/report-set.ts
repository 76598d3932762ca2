import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { isConversation } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
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
  /** Test is for reporting; nothing is fitted to it. Default dev. */
  readonly split?: "dev" | "test";
}

/** The report with the questions of a split that stand alone and mean what they say. */
export async function readReportSet(
  corpusDir: string,
  factsFolder: string,
  { asked, language, writers, unansweredOf, split = "dev" }: ReportSetOptions,
): Promise<GoldSet> {
  const { documents, meta, questions: anticipated, unanswered } = await readCorpusFolder(corpusDir);
  const documentId = documents[0]?.id ?? "";
  const facts = await readFacts(factsFolder);
  const questions = facts.flatMap((fact): GoldQuestion[] => {
    if (fact.split !== split || isConversation(fact)) return [];
    if (fact.language !== language || fact.attack !== null) return [];
    const evidence = fact.answerable ? fact.evidence : [];
    const retrieval = fact.answerable && !SHAPE.has(fact.kind);
    const { id, question: text, answerable } = fact;
    return [{ id, text, answerable, documentId, evidence, hidden: [], retrieval }];
  });
  const name = `report-${split}${asked ? "" : "-plain"}${language === meta.language ? "" : `-${language}`}`;
  return {
    name,
    documents,
    meta,
    questions,
    anticipated: asked ? anticipated.filter(of(writers)) : [],
    unanswered: asked ? unanswered.filter(of(unansweredOf)) : [],
  };
}

function of(
  writers: readonly string[] | undefined,
): (one: { readonly writer?: string | undefined }) => boolean {
  return ({ writer }) => writers === undefined || (writer !== undefined && writers.includes(writer));
}
