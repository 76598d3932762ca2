import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import type { RankedFollowUp, RankedReading, Said } from "./follow-up.ts";
import type { RankedSentence } from "./select.ts";

/** What is found in the village for one question. */
export async function villageFollowUp() {
  const index = await villageIndex();
  const analyzer = createEnglishAnalyzer();
  const question = analyseQuestion("Why did the fleet shrink?", index.corpus.chapters, analyzer);
  const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question);
  const ranked = createExtractiveComposer(index, analyzer).rank(question, retrieval, 8);

  /** The sentence with some words, as likely as is said. */
  const sentence = (words: string, probability: number): RankedSentence => {
    const found = ranked.find(({ text }) => text.includes(words));
    if (!found) throw new Error(`no sentence has "${words}"`);
    return { ...found, candidate: { ...found.candidate, closeness: 0 }, probability };
  };
  const reading = (sentences: RankedSentence[]): RankedReading => ({
    question,
    retrieval,
    ranked: sentences,
  });
  return {
    index,
    reading,
    pier: (probability: number) => sentence("stone pier", probability),
    cost: (probability: number) => sentence("40,000", probability),
    teachers: (probability: number) => sentence("Three teachers", probability),
    boats: (probability: number) => sentence("Twelve boats", probability),
    /** What the rules' own reading finds, as it was asked, and with the last question; missing ones are none. */
    followUp: (said: Said, own: RankedSentence[], ...others: RankedSentence[][]): RankedFollowUp => {
      const [asked = null, withLast = null] = others.map(reading);
      return { said, own: reading(own), asked, withLast, withAnswer: null };
    },
  };
}

export const NOTHING_SAID: Said = { last: "", earlier: "", quoted: [], context: "" };

export function saidOf({ text, candidate }: RankedSentence): Said {
  return { ...NOTHING_SAID, last: text, quoted: [candidate.passage.id] };
}
