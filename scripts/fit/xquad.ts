import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { corpusMetaSchema, type CorpusMeta, type SourceDocument } from "../../src/domain/corpus.ts";
import type { AnticipatedQuestion } from "../../src/domain/anticipated-question.ts";
import type { UnansweredQuestion } from "../../src/domain/unanswered-question.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { GoldQuestion } from "./gold.ts";

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().optional(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface GoldSet {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
  readonly meta: CorpusMeta;
  readonly questions: readonly GoldQuestion[];
  readonly anticipated: readonly AnticipatedQuestion[];
  /** What the index knows not to be answered. */
  readonly unanswered: readonly UnansweredQuestion[];
}

/** Articles 0 to 23 are fitted on, 24 to 47 reported on (the split of the data's README). */
const HALF = 24;

/**
 * One half of XQuAD (Artetxe, Ruder & Yogatama 2020) as a corpus of Markdown articles with its questions,
 * each asked twice: as it is, and with its own paragraph hidden, which leaves near-topic text only.
 * @throws AppError `data_missing` when the folder does not hold xquad.en.json.
 */
export async function readXquad(dataDir: string, half: "fit" | "report"): Promise<GoldSet> {
  const path = join(dataDir, "xquad.en.json");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new AppError(
      "data_missing",
      `${path} cannot be read: give the folder with xquad.en.json as --data DIR`,
      { cause },
    );
  });
  const all = squadSchema.parse(JSON.parse(text)).data;
  const articles = half === "fit" ? all.slice(0, HALF) : all.slice(HALF);
  const documents: SourceDocument[] = [];
  const questions: GoldQuestion[] = [];
  articles.forEach((article, a) => {
    const documentId = `article-${String(a).padStart(2, "0")}.md`;
    let body = `# ${article.title ?? `Article ${a}`}\n\n`;
    for (const paragraph of article.paragraphs) {
      const start = body.length;
      body += `${paragraph.context}\n\n`;
      const range = { start, end: start + paragraph.context.length };
      for (const qa of paragraph.qas) {
        const spans = qa.answers.map((x) => ({
          start: start + x.answer_start,
          end: start + x.answer_start + x.text.length,
        }));
        const common = { text: qa.question, documentId, retrieval: true };
        questions.push({ ...common, id: qa.id, answerable: true, evidence: [spans], hidden: [] });
        questions.push({
          ...common,
          id: `${qa.id}-hidden`,
          answerable: false,
          evidence: [],
          hidden: [range],
        });
      }
    }
    documents.push({ id: documentId, title: article.title ?? documentId, format: "markdown", text: body });
  });
  return {
    name: `xquad-${half}`,
    documents,
    meta: corpusMetaSchema.parse({ id: "xquad", title: "XQuAD" }),
    questions,
    anticipated: [],
    unanswered: [],
  };
}
