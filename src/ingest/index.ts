import type { Corpus, CorpusMeta, SectionHeading, SourceDocument } from "../domain/corpus.ts";
import { AppError } from "../domain/errors.ts";
import type { Passage } from "../domain/passage.ts";
import type { ParsedChapter } from "./blocks.ts";
import { reportOf, type IngestReport } from "./ingest-report.ts";
import { parseMarkdown } from "./markdown.ts";
import { buildPassages, type UnlinkedMarker } from "./passages.ts";
import { parseReport } from "./report-format.ts";

export { checkCorpus } from "./check.ts";
export { formatIngestReport, type ReportStyle } from "./report-text.ts";
export type { ChapterReport, IngestReport } from "./ingest-report.ts";
export { splitSentences } from "./sentences.ts";

/**
 * Source documents to passages: chapters, sections, lists, tables and notes found, page breaks joined, repeated
 * quotes left out. Pure: the same documents always give the same corpus.
 * @throws AppError `corpus_empty` when the documents hold no text.
 */
export function ingest(
  documents: readonly SourceDocument[],
  meta: CorpusMeta,
): { corpus: Corpus; report: IngestReport } {
  const parsed: ParsedChapter[] = [];
  const passages: Passage[] = [];
  const headings: SectionHeading[] = [];
  const unlinked: UnlinkedMarker[] = [];
  for (const document of documents) {
    const title = documents.length === 1 ? meta.title : document.title;
    const chapters =
      document.format === "report"
        ? parseReport(document.text, title)
        : parseMarkdown(document.text, document.title);
    const built = buildPassages(document.id, chapters, { chapter: parsed.length, order: passages.length });
    parsed.push(...chapters);
    passages.push(...built.passages);
    headings.push(...built.headings);
    unlinked.push(...built.unlinked);
  }
  if (passages.length === 0) {
    throw new AppError(
      "corpus_empty",
      "The corpus holds no text: add a .md or .txt file with some words in it.",
    );
  }
  const corpus: Corpus = { meta, chapters: parsed.map(({ chapter }) => chapter), headings, passages };
  return { corpus, report: reportOf(corpus, parsed, unlinked) };
}
