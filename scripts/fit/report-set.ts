import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { isConversation } from "../../evals/schema/fact-schema.ts";
import { readFacts } from "../../evals/schema/facts-folder.ts";
import type { GoldQuestion } from "./gold.ts";
import type { GoldSet } from "./xquad.ts";

/** Kinds answered from the report's shape rather than by retrieval. */
const SHAPE: ReadonlySet<string> = new Set(["overview", "authorship"]);

/**
 * The report with the questions of the dev split: those in the report's language that stand alone and mean what
 * they say. No line of the test split gets past this function.
 */
export async function readReportSet(corpusDir: string, factsFolder: string): Promise<GoldSet> {
  const { documents, meta } = await readCorpusFolder(corpusDir);
  const documentId = documents[0]?.id ?? "";
  const facts = await readFacts(factsFolder);
  const questions = facts.flatMap((fact): GoldQuestion[] => {
    if (fact.split !== "dev" || isConversation(fact)) return [];
    if (fact.language !== meta.language || fact.attack !== null) return [];
    return [
      {
        id: fact.id,
        text: fact.question,
        answerable: fact.answerable,
        documentId,
        evidence: fact.answerable ? fact.evidence : [],
        hidden: null,
        retrieval: fact.answerable && !SHAPE.has(fact.kind),
      },
    ];
  });
  return { name: "report-dev", documents, meta, questions };
}
