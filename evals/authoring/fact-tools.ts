import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { Passage } from "../../src/domain/passage.ts";
import { sourceExtent, type Span } from "../../src/domain/span.ts";
import { ingest } from "../../src/ingest/index.ts";
import { createDifficulty } from "./difficulty.ts";
import type { DraftTools } from "./draft.ts";
import type { EvidenceSpan } from "../schema/fact-schema.ts";
import { sectionSchema, type Section } from "../schema/sections.ts";

/** A path in evals, whatever folder the command was called from. */
export function inEvals(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** The sections file that an option names: "none" for a corpus without one, the shipped one by default. */
export function sectionsFrom(option: string | undefined): string | null | undefined {
  return option === "none" ? null : option;
}

/**
 * What facts are written and checked with: a corpus's files, and its sections with their splits.
 * @param sectionsFile null for a corpus without splits by section
 * @throws AppError `config_invalid` when a section no longer begins where it should.
 */
export async function loadFactTools(
  corpusDir = inEvals("../corpus"),
  sectionsFile: string | null = inEvals("./sections.json"),
): Promise<DraftTools> {
  const { documents, meta } = await readCorpusFolder(corpusDir);
  const { corpus } = ingest(documents, meta);
  const sections = sectionsFile === null ? [] : await readSections(sectionsFile, documents[0]?.text ?? "");
  const spanOf = (passage: Passage, range: Span): EvidenceSpan => {
    const { start, end } = sourceExtent(passage.segments, range) ?? { start: 0, end: 0 };
    const position = documents.findIndex(({ id }) => id === passage.documentId);
    const text = documents[position]?.text.slice(start, end) ?? "";
    return { ...(position > 0 ? { document: passage.documentId } : {}), start, end, text };
  };
  const whole = corpus.passages.map((p) => spanOf(p, { start: 0, end: p.text.length }));
  return {
    documents,
    sections,
    indexed: (span) =>
      whole.some((p) => p.document === span.document && p.start <= span.start && span.end <= p.end),
    sentences: corpus.passages.flatMap((p) => p.sentences.map((sentence) => spanOf(p, sentence))),
    measure: createDifficulty(corpus, createEnglishAnalyzer()),
  };
}

async function readSections(file: string, source: string): Promise<Section[]> {
  const sections = z.array(sectionSchema).parse(JSON.parse(await readFile(file, "utf8")));
  const moved = sections.find(({ start, opening }) => !source.startsWith(opening, start));
  if (moved === undefined) return sections;
  throw new AppError(
    "config_invalid",
    `${file}: section ${moved.id} does not begin at ${moved.start} of the report any more: mend its offsets`,
  );
}
