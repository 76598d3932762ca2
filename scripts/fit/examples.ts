import { createEnglishAnalyzer } from "../../src/adapters/core/english-analyzer.ts";
import { memoryIndex } from "../../src/adapters/core/memory-index.ts";
import { analyseQuestion } from "../../src/converse/index.ts";
import type { Question } from "../../src/domain/question.ts";
import { ingest } from "../../src/ingest/index.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Progress } from "../../src/ports/progress.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";
import { encodedText, searchViews, type Views } from "../../src/retrieve/index.ts";
import { overlaps, type GoldQuestion } from "./gold.ts";
import type { GoldSet } from "./xquad.ts";

/** A gold question, taken apart, encoded and searched for once; hidden passages are in none of its views. */
export interface Example {
  readonly gold: GoldQuestion;
  readonly question: Question;
  readonly vector: readonly number[];
  readonly views: Views;
}

export interface IndexedSet {
  readonly name: string;
  readonly index: SearchIndex;
  readonly examples: readonly Example[];
}

/** As deep as the retriever looks; the weights are what is to be fitted. */
const EVERY_VIEW = {
  depth: 40,
  weights: {
    k: 1,
    lexical: 1,
    sentences: 1,
    passages: 1,
    questionWords: 1,
    questionVectors: 1,
    translated: 1,
  },
};

/**
 * Weights by which every set counts the same (unless its questions have weights of their own), and in a set the questions worded like their evidence as much as those
 * worded far from it.
 */
export function evenWeights(examples: readonly Example[]): (example: Example) => number {
  const difficulty = (example: Example): string => example.gold.difficulty ?? "easy";
  const counts = new Map<string, number>();
  for (const one of examples) counts.set(difficulty(one), (counts.get(difficulty(one)) ?? 0) + 1);
  return (example) =>
    ((example.gold.weight ?? 1) * 500) / counts.size / (counts.get(difficulty(example)) ?? 1);
}

/**
 * Ingests and indexes a gold set in memory (exact search: fitting does not depend on the graph).
 * @param options.places passages that an anticipated question is placed at, at most; by default as for users
 */
export async function indexSet(
  set: GoldSet,
  encoder: Encoder,
  progress: Progress,
  options: { readonly places?: number } = {},
): Promise<IndexedSet> {
  const analyzer = createEnglishAnalyzer();
  const { corpus } = ingest([...set.documents], set.meta);
  const index = await memoryIndex(corpus, encoder, {
    progress,
    questions: set.anticipated,
    unanswered: set.unanswered,
    sources: set.documents,
    ...options,
  });
  progress.start(`Searching for questions of ${set.name}`, set.questions.length);
  const examples: Example[] = [];
  const searched = new Map<string, Omit<Example, "gold">>();
  for (const gold of set.questions) {
    let found = searched.get(gold.text);
    if (!found) {
      const question = analyseQuestion(gold.text, corpus.chapters, analyzer);
      const vector = await encoder.embedQuery(encodedText(question, index));
      found = { question, vector, views: await searchViews(index, question, vector, EVERY_VIEW) };
      searched.set(gold.text, found);
    }
    examples.push({ ...found, gold, views: withoutHidden(found.views, gold, index) });
    progress.advance();
  }
  progress.stop();
  return { name: set.name, index, examples };
}

/** As if the corpus had never had the hidden passages. */
function withoutHidden(views: Views, { hidden, documentId }: GoldQuestion, index: SearchIndex): Views {
  if (hidden.length === 0) return views;
  const shown = (id: string): boolean => {
    const passage = index.passage(id);
    return passage !== undefined && !hidden.some((range) => overlaps(passage, documentId, range));
  };
  return { ...views, ranked: views.ranked.map((view) => ({ ...view, ids: view.ids.filter(shown) })) };
}

/** An encoder that encodes a text once, however often it is asked. */
export function rememberingEncoder(encoder: Encoder): Encoder {
  const known = new Map<string, number[]>();
  const embedAll = async (texts: string[]): Promise<number[][]> => {
    const fresh = [...new Set(texts.filter((text) => !known.has(text)))];
    const made = fresh.length === 0 ? [] : await encoder.embedDocuments(fresh);
    fresh.forEach((text, i) => known.set(text, made[i] ?? []));
    return texts.map((text) => known.get(text) ?? []);
  };
  return {
    id: encoder.id,
    dimensions: encoder.dimensions,
    embedDocuments: embedAll,
    embedQuery: async (text) => (await embedAll([text]))[0] ?? [],
  };
}
