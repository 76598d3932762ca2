import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { createTransformersEncoder } from "../src/adapters/node/transformers-encoder.ts";
import { AppError } from "../src/domain/errors.ts";
import { indexSet } from "./fit/examples.ts";
import { fitFusion, retrievalFigures } from "./fit/fit-fusion.ts";
import {
  abstentionFigures,
  abstentionRows,
  answers,
  composerFor,
  fitAbstentionModel,
  fitSentenceModel,
  fitThreshold,
  retrieveAll,
} from "./fit/fit-models.ts";
import { readReportSet } from "./fit/report-set.ts";
import { writeModels } from "./fit/write-models.ts";
import { readXquad } from "./fit/xquad.ts";

/** What a wrong answer costs, where a right one is worth 1: it misleads, but its quote shows what it stands on. */
const COST_OF_WRONG = 0.5;

/**
 * Fits fusion weights, the sentence model, the abstention model and its threshold on XQuAD's fitting half and the
 * report's dev questions, writes them into src/, and reports on XQuAD's other half:
 * `npm run fit -- --data DIR [--dry-run]`.
 */
async function main(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: "string" }, "dry-run": { type: "boolean" } },
  });
  if (values.data === undefined)
    throw new AppError("data_missing", "give the folder with xquad.en.json as --data DIR");
  const progress = createTerminalProgress({ stream: process.stderr });
  const encoder = await createTransformersEncoder({ modelsDir: "models", progress });
  const fitting = [
    await indexSet(await readXquad(values.data, "fit"), encoder, progress),
    await indexSet(await readReportSet("corpus", "evals/facts"), encoder, progress),
  ];
  const weights = await fitFusion(fitting, encoder);
  const retrieved = [];
  for (const set of fitting) retrieved.push(await retrieveAll(set, encoder, weights));
  const sentenceModel = fitSentenceModel(retrieved);
  const rows = abstentionRows(retrieved, sentenceModel);
  const abstentionModel = fitAbstentionModel(rows);
  const threshold = fitThreshold(abstentionModel, rows, COST_OF_WRONG);

  const held = await indexSet(await readXquad(values.data, "report"), encoder, progress);
  const figures: Record<string, unknown> = {};
  for (const set of [...fitting, held]) {
    const found = await retrieveAll(set, encoder, weights);
    const composer = composerFor(set, { sentenceModel, abstentionModel, threshold });
    const answerable = found.filter((r) => r.example.gold.answerable && r.example.gold.retrieval);
    const right = answerable.filter((r) => {
      const [best] = composer.rank(r.example.question, r.retrieval, 18);
      return best && answers(r.example, best);
    });
    figures[set.name] = {
      retrieval: await retrievalFigures(set, encoder, weights),
      bestSentenceRight: right.length / answerable.length,
      abstention: abstentionFigures(abstentionModel, abstentionRows([found], sentenceModel), threshold),
    };
  }
  const result = {
    fittedOn: fitting.map((s) => s.name),
    reportedOn: held.name,
    weights,
    sentenceModel,
    abstentionModel,
    threshold,
    figures,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (values["dry-run"] === true) return;
  await writeModels({ weights, sentenceModel, abstentionModel, threshold });
  await writeFile("scripts/fit/result.json", `${JSON.stringify(result, null, 2)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof AppError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
});
