import { describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";
import { selectSentences, type RankedSentence } from "./select.ts";

const index = await villageIndex();
const analyzer = createEnglishAnalyzer();
const composer = createExtractiveComposer(index, analyzer);
const retriever = createRetriever(index, createFakeEncoder(256));

/** Sentences picked of those on the storm, by their `probabilities` and the share of the question's figures in each. */
async function picks(
  text: string,
  probabilities: readonly number[],
  figures: readonly number[] = [],
): Promise<number> {
  const question = analyseQuestion(text, index.corpus.chapters, analyzer);
  const ranked = composer
    .rank(question, await retriever.retrieve(question), 8)
    .filter(({ candidate }) => candidate.passage.text.startsWith("Twelve boats"))
    .sort((a, b) => a.row - b.row)
    .map((sentence, i) => {
      const features = { ...sentence.features, numbersPresent: figures[i] ?? 0 };
      return { ...sentence, probability: probabilities[i] ?? 0, features };
    });
  const found = selectSentences(question, ranked);
  return found.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

describe("selectSentences", () => {
  it("takes what is nearly as likely as the best sentence, and leaves what is not", async () => {
    const question = "Why did the fleet shrink?";
    expect(await picks(question, [0.9, 0.4, 0.1])).toBe(2);
    expect(await picks(question, [0.9, 0.2, 0.1])).toBe(1);
  });

  it("needs nothing beside the sentence that has both dates that are asked about", async () => {
    const question = "How did the fleet change between 2018 and 2019?";
    expect(await picks(question, [0.9, 0.4, 0.1], [1])).toBe(1);
    expect(await picks(question, [0.9, 0.7, 0.1], [1])).toBe(2);
    expect(await picks(question, [0.9, 0.4, 0.1])).toBe(2);
  });

  it("brings along the sentence that a subject stands in, unless the two are too long", async () => {
    const question = analyseQuestion("Who uses the pier?", index.corpus.chapters, analyzer);
    const [found] = composer.rank(question, await retriever.retrieve(question), 8);
    if (!found) throw new Error("nothing is ranked");
    const quoted = (before: string): number => {
      const text = `${before} It is used by fishermen.`;
      const sentences = [
        { start: 0, end: before.length },
        { start: before.length + 1, end: text.length },
      ];
      const passage = { ...found.candidate.passage, text, sentences };
      const candidate = { ...found.candidate, passage };
      const [pick] = selectSentences(question, [
        { ...found, candidate, sentence: 1, text: "It is used by fishermen.", probability: 0.9 },
      ]);
      return pick ? pick.to - pick.from + 1 : 0;
    };
    expect(quoted("The pier is old.")).toBe(2);
    expect(quoted(`The pier is ${"very ".repeat(60)}old.`)).toBe(1);
  });

  /** What is quoted, "from to to", of a passage of two sentences one of which is found. */
  async function quotedOf(asked: string, texts: readonly [string, string], sentence = 0): Promise<string> {
    const question = analyseQuestion(asked, index.corpus.chapters, analyzer);
    const [found] = composer.rank(question, await retriever.retrieve(question), 8);
    if (!found) throw new Error("nothing is ranked");
    const [one, other] = texts;
    const text = `${one} ${other}`;
    const sentences = [
      { start: 0, end: one.length },
      { start: one.length + 1, end: text.length },
    ];
    const candidate = { ...found.candidate, passage: { ...found.candidate.passage, text, sentences } };
    const best = { ...found, candidate, sentence, text: texts[sentence] ?? "", probability: 0.9 };
    const [pick] = selectSentences(question, [best]);
    return `${pick?.from} to ${pick?.to}`;
  }

  it("says of both sides what it says of one, for who asks what each of them does", async () => {
    const sides = ["Norwick promised a pier.", "Elmsby, for its part, promised boats."] as const;
    expect(await quotedOf("What did each side promise of the pier?", sides)).toBe("0 to 1");
    expect(await quotedOf("What did each side promise of the pier?", sides, 1)).toBe("0 to 1");
    expect(await quotedOf("What did Norwick promise of the pier?", sides)).toBe("0 to 0");
  });

  it("says a reservation with what it takes back, for who asks whether something is so", async () => {
    const both = ["The pier held in the gale.", "However, the boats were lost."] as const;
    expect(await quotedOf("Did the pier of Norwick hold?", both)).toBe("0 to 1");
    expect(await quotedOf("Which pier held in Norwick?", both)).toBe("0 to 0");
    expect(await quotedOf("Did the pier of Norwick hold?", [both[0], "The boats were lost."])).toBe("0 to 0");
  });

  it("says a finding with its reason, for who asks why", async () => {
    const both = ["The pier of Norwick is falling down.", "This reflects a lack of repairs."] as const;
    expect(await quotedOf("Why is the pier of Norwick falling down?", both)).toBe("0 to 1");
    expect(await quotedOf("Which pier of Norwick is falling down?", both)).toBe("0 to 0");
    expect(await quotedOf("Why is the pier of Norwick falling down?", [both[0], "Boats lie there."])).toBe(
      "0 to 0",
    );
    const reason = "The pier of Norwick is falling down because of the gales.";
    expect(await quotedOf("Why is the pier of Norwick falling down?", [reason, both[1]])).toBe("0 to 0");
  });

  it("takes nothing from somebody else's biography that does not name him", async () => {
    const question = analyseQuestion("Who mends the pier?", index.corpus.chapters, analyzer);
    const [found] = composer.rank(question, await retriever.retrieve(question), 8);
    if (!found) throw new Error("nothing is ranked");
    const of = (name: string, text: string): RankedSentence => {
      const sentences = [{ start: 0, end: text.length }];
      const own = { kind: "biography" as const, id: name, section: [name], text, sentences };
      const candidate = { ...found.candidate, passage: { ...found.candidate.passage, ...own } };
      return { ...found, candidate, sentence: 0, text, probability: 0.9 };
    };
    const best = of("Ann Lee", "Ann Lee mends the pier of Norwick.");
    const quoted = (other: RankedSentence): number => selectSentences(question, [best, other]).length;
    expect(quoted(of("Bo Keller", "Before that, he mended boats for years."))).toBe(1);
    expect(quoted(of("Bo Keller", "Before that, Keller mended boats for years."))).toBe(2);
  });

  it("says the best passage first, then the others in reading order", async () => {
    const question = analyseQuestion("Why is there a pier?", index.corpus.chapters, analyzer);
    const given = new Map([
      ["Fishermen use the pier", 0.9],
      ["The fleet had counted", 0.6],
      ["Pupils walk", 0.7],
    ]);
    const ranked = composer
      .rank(question, await retriever.retrieve(question), 8)
      .flatMap((sentence) => {
        const [, probability] = [...given].find(([opening]) => sentence.text.startsWith(opening)) ?? [];
        return probability === undefined ? [] : [{ ...sentence, probability }];
      })
      .sort((a, b) => b.probability - a.probability);
    const said = selectSentences(question, ranked).map(({ passage, from }) => {
      const { start, end } = passage.sentences[from] ?? { start: 0, end: 0 };
      return passage.text.slice(start, end);
    });
    expect(said).toEqual([
      "Fishermen use the pier to land herring.",
      "The fleet had counted forty vessels before.",
      "Pupils walk to the school along the harbour wall.",
    ]);
  });
});
