import type { LinearModel } from "../../src/domain/linear-model.ts";
import { PASSAGE_FEATURES, passageFeatures } from "../../src/retrieve/index.ts";
import type { Retrieved } from "./fit-models.ts";
import { evenWeights } from "./examples.ts";
import { holds } from "./gold.ts";
import { fitLogistic, type Row } from "./logistic.ts";

/** Every fused candidate of an answerable question: does it hold evidence? Sets weigh the same. */
export function fitReranker(
  retrieved: readonly (readonly Retrieved[])[],
  features: readonly string[] = PASSAGE_FEATURES,
): LinearModel {
  const rows = retrieved.flatMap((set) => {
    const answerable = set.filter((r) => r.example.gold.retrieval && r.example.gold.answerable);
    const weightOf = evenWeights(answerable.map((r) => r.example));
    return answerable.flatMap(({ set: { index }, example, retrieval: { candidates } }) => {
      const { gold, question } = example;
      return passageFeatures(question, candidates, index).map((row, i): Row => {
        const passage = candidates[i]?.passage;
        const held = passage && gold.evidence.some((group) => holds(passage, gold.documentId, group));
        return { features: row, label: held ? 1 : 0, weight: weightOf(example) };
      });
    });
  });
  return fitLogistic(rows, features);
}
