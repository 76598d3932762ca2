import fc from "fast-check";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { readTermScores } from "./term-scores.ts";

const WORDS = ["boat", "pier", "gale", "school", "latin", "herring"];
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(" "));
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

describe("scores of terms, read out once", () => {
  it("add up to what MiniSearch finds", () => {
    const documents = fc.array(fc.record({ text: words, context: words }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(documents, words, (texts, query) => {
        const index = new MiniSearch({ fields: ["text", "context"] });
        index.addAll(texts.map((document, id) => ({ id: `p${id}`, ...document })));
        const options = { boost: { text: 1, context: 0.3 }, bm25: BM25 };
        const search = readTermScores(index, WORDS, options);
        const wanted = index
          .search(query, options)
          .map(({ id, score }) => ({ passageId: String(id), score }))
          .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1));
        expect(search(query.split(" "), 5)).toEqual(wanted.slice(0, 5));
        expect(search(query.split(" "), 99)).toEqual(wanted);
      }),
      { seed: 20210101 },
    );
  });

  it("find nothing by a term that is not known", () => {
    const index = new MiniSearch({ fields: ["text"] });
    index.addAll([{ id: "a", text: "boat pier" }]);
    expect(readTermScores(index, WORDS, { bm25: BM25 })(["unknown"], 5)).toEqual([]);
  });
});
