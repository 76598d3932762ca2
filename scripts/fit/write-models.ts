import type { AnswerModels } from "../../src/compose/index.ts";
import type { LinearModel } from "../../src/domain/linear-model.ts";
import type { FusionWeights } from "../../src/retrieve/index.ts";
import { writePretty } from "../write-text.ts";

/** For each kind of index, everything it is ordered and answered by. */
export type FittedValues = Readonly<
  Record<
    "plain" | "asked" | "crossLanguage",
    { readonly weights: FusionWeights; readonly reranker: LinearModel | null; readonly models: AnswerModels }
  >
>;

const PROVENANCE =
  "Written by `npm run fit`: the plain ones fitted on XQuAD's first 24 articles and on anticipated questions beside an index without any, the others on questions of writers whom the encoder has not seen, beside an index of the others' (in Spanish for other languages); thresholds on the dev split of evals/facts and on near-topic questions (the Spanish one on these alone; the plain one on XQuAD's first 24 articles and dev); figures in scripts/fit/result.json.";

/** Writes fitted values as TypeScript, so that they travel with the code that reads them. */
export async function writeModels({ plain, asked, crossLanguage }: FittedValues): Promise<void> {
  const weights = { plain: plain.weights, asked: asked.weights, crossLanguage: crossLanguage.weights };
  const rerankers = { plain: plain.reranker, asked: asked.reranker, crossLanguage: crossLanguage.reranker };
  const models = { plain: plain.models, asked: asked.models, crossLanguage: crossLanguage.models };
  await writePretty(
    "src/retrieve/fusion-weights.ts",
    `export interface FusionWeights {
      /** RRF constant. */
      readonly k: number;
      readonly lexical: number;
      readonly sentences: number;
      readonly passages: number;
      readonly questionWords: number;
      readonly questionVectors: number;
      readonly translated: number;
    }

    /** For indexes without and with anticipated questions, and for questions in another language. ${PROVENANCE} */
    export const FUSION_WEIGHTS: Readonly<Record<"plain" | "asked" | "crossLanguage", FusionWeights>> = ${JSON.stringify(weights)};
    `,
  );
  await writePretty(
    "src/retrieve/fitted-rerankers.ts",
    `import type { RerankerSets } from "./reranker-models.ts";

    /** ${PROVENANCE} */
    export const RERANKERS: RerankerSets = ${JSON.stringify(rerankers)};
    `,
  );
  await writePretty(
    "src/compose/fitted-models.ts",
    `import type { ModelSets } from "./answer-models.ts";

    /** ${PROVENANCE} */
    export const FITTED_MODELS: ModelSets = ${JSON.stringify(models)};
    `,
  );
}
