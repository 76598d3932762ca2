import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { memoryIndex } from "../../src/adapters/core/memory-index.ts";
import { analyseQuestion } from "../../src/converse/index.ts";
import type { Question } from "../../src/domain/question.ts";
import { ingest } from "../../src/ingest/index.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Progress } from "../../src/ports/progress.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";
import type { GoldQuestion } from "./gold.ts";
import type { GoldSet } from "./xquad.ts";

/** A gold question, taken apart and encoded once. */
export interface Example {
  readonly gold: GoldQuestion;
  readonly question: Question;
  readonly vector: readonly number[];
}

export interface IndexedSet {
  readonly name: string;
  readonly index: SearchIndex;
  readonly examples: readonly Example[];
}

/** Ingests and indexes a gold set in memory (exact search: fitting does not depend on the graph). */
export async function indexSet(set: GoldSet, encoder: Encoder, progress: Progress): Promise<IndexedSet> {
  const analyzer = createEnglishAnalyzer();
  const { corpus } = ingest([...set.documents], set.meta);
  const index = await memoryIndex(corpus, encoder, { progress });
  progress.start(`Encoding questions of ${set.name}`, set.questions.length);
  const examples: Example[] = [];
  for (const gold of set.questions) {
    const question = analyseQuestion(gold.text, corpus.chapters, analyzer);
    examples.push({ gold, question, vector: await encoder.embedQuery(question.query) });
    progress.advance();
  }
  progress.stop();
  return { name: set.name, index, examples };
}

/** An encoder that knows its answers: questions are encoded once and asked many times while fitting. */
export function rememberedEncoder(encoder: Encoder, examples: readonly Example[]): Encoder {
  const known = new Map(examples.map((e) => [e.question.query, [...e.vector]]));
  return {
    id: encoder.id,
    dimensions: encoder.dimensions,
    embedDocuments: (texts) => encoder.embedDocuments(texts),
    embedQuery: (text) => {
      const vector = known.get(text);
      return vector ? Promise.resolve(vector) : encoder.embedQuery(text);
    },
  };
}
