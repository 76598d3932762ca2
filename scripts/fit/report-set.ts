import { readFile } from "node:fs/promises";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { parseFacts } from "../../evals/fact-schema.ts";
import type { GoldSet } from "./xquad.ts";

/** Kinds answered from the report's shape rather than by retrieval. */
const SHAPE: ReadonlySet<string> = new Set(["overview", "authorship"]);

/** The report with the development seed questions. Only lines of the dev split are read. */
export async function readReportSet(corpusDir: string, factsFile: string): Promise<GoldSet> {
  const { documents, meta } = await readCorpusFolder(corpusDir);
  const documentId = documents[0]?.id ?? "";
  const facts = parseFacts(await readFile(factsFile, "utf8"), factsFile);
  const questions = facts
    .filter((fact) => fact.split === "dev")
    .map((fact) => ({
      id: fact.id,
      text: fact.question,
      answerable: fact.answerable,
      documentId,
      evidence: fact.answerable ? fact.evidence : [],
      hidden: null,
      retrieval: fact.answerable && !SHAPE.has(fact.kind),
    }));
  return { name: "report-dev", documents, meta, questions };
}
