import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { VILLAGE_QUESTIONS, villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import type { Composition } from "./composition.ts";
import { createExtractiveComposer, type ComposerOptions } from "./extractive-composer.ts";

/** Composes answers from the made-up village, with a fake encoder. */
export async function villageComposer(options: ComposerOptions = {}, questions = VILLAGE_QUESTIONS) {
  const index = await villageIndex(questions);
  const analyzer = createEnglishAnalyzer();
  const composer = createExtractiveComposer(index, analyzer, options);
  const retriever = createRetriever(index, createFakeEncoder(256));
  const compose = async (text: string): Promise<Composition> => {
    const question = analyseQuestion(text, index.corpus.chapters, analyzer);
    return composer.compose(question, await retriever.retrieve(question));
  };
  return { index, analyzer, composer, retriever, compose };
}
