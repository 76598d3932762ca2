import { beforeAll, describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { VILLAGE_QUESTIONS, villageIndex } from "../adapters/core/village-index.fixture.ts";
import { analyseQuestion } from "../converse/index.ts";
import { createFakeEncoder } from "../ports/fake-encoder.fixture.ts";
import type { Encoder } from "../ports/encoder.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { createRetriever, namesMissing, RERANKED, rerank } from "./index.ts";

const encoder = createFakeEncoder(256);
const analyse = (text: string, index: SearchIndex) =>
  analyseQuestion(text, index.corpus.chapters, createEnglishAnalyzer());
let asked: SearchIndex;
let plain: SearchIndex;

beforeAll(async () => {
  asked = await villageIndex();
  plain = await villageIndex([]);
});

async function find(index: SearchIndex, text: string) {
  const { candidates } = await createRetriever(index, encoder).retrieve(analyse(text, index));
  return candidates;
}

describe("createRetriever", () => {
  it("finds a passage by what may be asked of it, though the question shares no word with it", async () => {
    const [best] = await find(asked, "who gives the kids their lessons");
    expect(best?.passage.text).toContain("Three teachers");
    expect(best?.anticipated[0]?.sentences).toEqual([0]);
    expect(best?.anticipated[0]?.overlap).toBeGreaterThan(0.5);
    expect(best?.ranks).toHaveProperty("questionWords");
  });

  it("reads what was said just before behind the question, for the encoder alone", async () => {
    const retriever = createRetriever(plain, encoder);
    const question = analyse("Who does?", plain);
    const said = "Three teachers work at the school of Elmsby";
    const { vector, candidates } = await retriever.retrieve(question, { said });
    expect(vector).toEqual(await encoder.embedQuery(`Who does? (${said})`));
    expect(candidates[0]?.passage.text).toContain("Three teachers");
    expect(candidates.every(({ lexical }) => lexical === 0)).toBe(true);
  });

  it("does without anticipated questions", async () => {
    const [best] = await find(plain, "who built the stone pier");
    expect(best?.passage.text).toContain("stone pier");
    expect(best?.anticipated).toEqual([]);
    expect(best?.ranks).not.toHaveProperty("questionWords");
  });

  it("answers Spanish from Spanish questions alone", async () => {
    const [best] = await find(asked, "¿Cuánto costó el arreglo del muelle?");
    expect(best?.passage.text).toContain("Its repair cost");
  });

  it("keeps to the chapter that is asked about", async () => {
    const candidates = await find(asked, "What does the school chapter say about the council?");
    expect(new Set(candidates.map((c) => c.passage.chapter)).size).toBe(1);
  });

  it("gives probabilities in order, and scores relative to the best", async () => {
    const candidates = await find(asked, "how much did mending the jetty cost");
    const probabilities = candidates.map((c) => c.probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(candidates[0]?.score).toBe(1);
    for (const { probability } of candidates) expect(probability >= 0 && probability <= 1).toBe(true);
  });
});

describe("what the encoder reads", () => {
  it("is written as the texts write it, in the index and in a question, but not in another language", async () => {
    const read: string[] = [];
    const listening: Encoder = {
      id: encoder.id,
      dimensions: encoder.dimensions,
      embedDocuments: (texts) => {
        read.push(...texts);
        return encoder.embedDocuments(texts);
      },
      embedQuery: async (text) => (await listening.embedDocuments([text]))[0] ?? [],
    };
    const typed = VILLAGE_QUESTIONS.map((one) => ({ ...one, question: one.question.toLowerCase() }));
    const index = await villageIndex(typed, listening);
    expect(read).toContain("Who gives lessons to the kids?");
    expect(read).toContain("¿cuánto costó arreglar el muelle?");
    await createRetriever(index, listening).retrieve(analyse("who pays for the school of elmsby", index));
    expect(read.at(-1)).toBe("Who pays for the school of Elmsby?");
  });
});

describe("createRetriever within a conversation", () => {
  it("ranks what stands beside a quoted passage higher than it would be alone", async () => {
    const question = analyse("what did it cost the council", asked);
    const retriever = createRetriever(asked, encoder);
    const quoted = asked.corpus.passages
      .filter(({ text }) => text.includes("roof leaks"))
      .map(({ id }) => id);
    const rank = async (given: readonly string[]) => {
      const { candidates } = await retriever.retrieve(question, { quoted: given });
      return candidates.find(({ passage }) => passage.id === quoted[0]);
    };
    const [alone, after] = [await rank([]), await rank(quoted)];
    expect(alone?.closeness ?? 0).toBe(0);
    expect(after?.closeness).toBe(1);
    expect(after?.score ?? 0).toBeGreaterThanOrEqual(alone?.score ?? 0);
  });
});

describe("rerank", () => {
  it("leaves the fused order without a model, and what is far down as it is with one", async () => {
    const question = analyse("how much did mending the jetty cost", asked);
    const [one] = await find(asked, question.text);
    if (!one) throw new Error("nothing was found");
    const many = Array.from({ length: RERANKED + 2 }, (_, i) => ({ ...one, score: 1 / (i + 1) }));
    expect(rerank(question, many, asked, null)).toEqual(many);
    const tail = rerank(question, many, asked, { bias: 0, weights: { fused: 1 } }).slice(RERANKED);
    expect(tail.map(({ score }) => score)).toEqual([0, 0]);
  });
});

describe("namesMissing", () => {
  it("is the share of names that neither passage nor place nor questions know", async () => {
    const [pier] = await find(asked, "Who built the stone pier?");
    if (!pier) throw new Error("nothing was found");
    const missing = (text: string): number => namesMissing(analyse(text, asked), pier, asked);
    expect(missing("Who built the pier of Norwick?")).toBe(0);
    expect(missing("Who built the pier of Elmsby?")).toBe(1);
    expect(missing("who built the pier?")).toBe(0);
  });
});
