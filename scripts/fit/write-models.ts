import { writeFile } from "node:fs/promises";
import * as prettier from "prettier";
import type { LinearModel } from "../../src/compose/index.ts";
import type { FusionWeights } from "../../src/retrieve/index.ts";

export interface FittedValues {
  readonly weights: FusionWeights;
  readonly sentenceModel: LinearModel;
  readonly abstentionModel: LinearModel;
  readonly threshold: number;
}

const PROVENANCE =
  "Written by `npm run fit`: fitted on XQuAD's first 24 articles and the dev split of evals/facts; figures in scripts/fit/result.json.";

/** Writes fitted values as TypeScript, so that they travel with the code that reads them. */
export async function writeModels(values: FittedValues): Promise<void> {
  await writeSource(
    "src/retrieve/fusion-weights.ts",
    `export interface FusionWeights {
      /** RRF constant. */
      readonly k: number;
      readonly lexical: number;
      readonly sentences: number;
      readonly passages: number;
    }

    /** ${PROVENANCE} */
    export const FUSION_WEIGHTS: FusionWeights = ${JSON.stringify(values.weights)};
    `,
  );
  await writeSource(
    "src/compose/fitted-models.ts",
    `import type { LinearModel } from "./linear-model.ts";

    /** Probability that a sentence answers. ${PROVENANCE} */
    export const SENTENCE_MODEL: LinearModel = ${JSON.stringify(values.sentenceModel)};

    /** Probability that the report answers the question. ${PROVENANCE} */
    export const ABSTENTION_MODEL: LinearModel = ${JSON.stringify(values.abstentionModel)};

    /** Answers below this probability are abstained from. ${PROVENANCE} */
    export const ABSTENTION_THRESHOLD = ${values.threshold};
    `,
  );
}

async function writeSource(path: string, text: string): Promise<void> {
  const options = await prettier.resolveConfig(path);
  await writeFile(path, await prettier.format(text, { ...options, filepath: path }));
}
