import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import { createRetriever } from "../retrieve/index.ts";
import { abstentionFeatures, abstentionReason, isFar, saysNothing } from "./abstention.ts";
import { createExtractiveComposer } from "./extractive-composer.ts";

const analyzer = createEnglishAnalyzer();
const [asked, plain] = await Promise.all([villageIndex(), villageIndex([])]);
const question = (text: string) => analyseQuestion(text, asked.corpus.chapters, analyzer);

async function found(text: string, index: SearchIndex) {
  const retrieval = await createRetriever(index, createFakeEncoder(256)).retrieve(question(text));
  const ranked = createExtractiveComposer(index, analyzer).rank(question(text), retrieval, 8);
  return { retrieval, features: abstentionFeatures(question(text), retrieval, ranked, index) };
}

async function far(text: string, index = asked): Promise<boolean> {
  return isFar(question(text), (await found(text, index)).features, index);
}

async function reason(text: string, index = asked): Promise<string> {
  const { retrieval, features } = await found(text, index);
  return abstentionReason(question(text), retrieval, features, index);
}

describe("isFar", () => {
  it("knows what is like nothing that the text says or that may be asked of it", async () => {
    expect(await far("Which planet spins quickest?")).toBe(true);
    expect(await far("How much money went into mending the jetty?")).toBe(false);
    expect(await far("Who teaches Latin and sailing?")).toBe(false);
  });

  it("is not decided on where nothing is known of what may be asked", async () => {
    expect(await far("Which planet spins quickest?", plain)).toBe(false);
  });
});

describe("abstentionReason", () => {
  it("tells what is far from all that is asked next to the text from what is like it", async () => {
    expect(await reason("Which planet spins quickest?")).toBe("out_of_scope");
    expect(await reason("How much money went into mending the boats?")).toBe("not_in_report");
  });

  it("goes by the text where nothing is known of what may be asked", async () => {
    expect(await reason("Which planet spins quickest?", plain)).toBe("out_of_scope");
    expect(await reason("Where were twelve boats lost in the gale?", plain)).toBe("not_in_report");
  });

  it("does not know what a word asks that the text has not", async () => {
    expect(await reason("purple")).toBe("unclear_question");
  });
});

describe("saysNothing", () => {
  it("knows a word or two that the text has not", () => {
    expect(saysNothing(question("purple"), asked)).toBe(true);
    expect(saysNothing(question("herring"), asked)).toBe(false);
    expect(saysNothing(question("Which purple planet spins?"), asked)).toBe(false);
  });
});
