import { writeFile } from "node:fs/promises";
import { createEnglishAnalyzer } from "../src/adapters/core/english-analyzer.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import {
  FOLLOW_UP_FEATURES,
  FOLLOW_UP_SIGNALS,
  type FollowUpModels,
  type FollowUpModelSets,
} from "../src/compose/index.ts";
import { probability, type LinearModel } from "../src/domain/linear-model.ts";
import { assistantFor } from "../src/entry/assistant-for.ts";
import { loadIndex } from "../src/entry/load-assistant.ts";
import { runCommand } from "../src/entry/run-command.ts";
import { readSettings } from "../src/entry/settings.ts";
import { readConversations } from "./fit/conversations.ts";
import { readFar } from "./fit/far.ts";
import { followUpExamples, goneFar, type FollowUpExample } from "./fit/follow-up-set.ts";
import { fitLogistic, type Row } from "./fit/logistic.ts";
import { untunedIndex } from "./fit/untuned-index.ts";
import { writePretty } from "./write-text.ts";

/** Share of the follow-ups that the report does not answer to decline. */
const DECLINE = 0.65;

/** Models of follow-ups, with what they are worth. */
interface FitResult {
  readonly figures: object;
  readonly models: FollowUpModels;
}

/**
 * Fits how follow-ups are answered on scripts/fit/conversations.jsonl: beside the index that INDEX_DIR holds, those in another
 * language than the report's on conversations in both, and beside those that the report would have with the encoder as it
 * comes, with and without anticipated questions. `npm run fit:follow-ups`
 */
async function main(): Promise<number> {
  const settings = readSettings(process.env);
  const progress = createTerminalProgress({ stream: process.stderr });
  const shipped = await loadIndex(settings, progress);
  const untuned = { modelsDir: settings.MODELS_DIR, progress };
  const written = await readConversations();
  const conversations = [...written, ...goneFar(written, await readFar())];
  const examplesIn = (spoken: "en" | "es", { index, encoder }: typeof shipped): Promise<FollowUpExample[]> =>
    followUpExamples(
      conversations.filter(({ language }) => language === spoken),
      {
        index,
        encoder,
        analyzer: createEnglishAnalyzer(),
        assistant: assistantFor(index, encoder, settings, {}),
        progress,
      },
    );
  const english = await examplesIn("en", shipped);
  const results = {
    tuned: fitOn(english),
    crossLanguage: fitOn([...english, ...(await examplesIn("es", shipped))]),
    asked: fitOn(await examplesIn("en", await untunedIndex("asked", untuned))),
    plain: fitOn(await examplesIn("en", await untunedIndex("plain", untuned))),
  };
  await writeModels({
    tuned: results.tuned.models,
    crossLanguage: results.crossLanguage.models,
    asked: results.asked.models,
    plain: results.plain.models,
  });
  const text = `${JSON.stringify(results, null, 2)}\n`;
  await writeFile("scripts/fit/follow-ups.json", text);
  process.stdout.write(text);
  return 0;
}

/** The confidence, its threshold and the figures are of each writer's conversations with sentences ranked by a model of the others'. */
function fitOn(examples: readonly FollowUpExample[]): FitResult {
  const judged = outOfFold(examples, fitSentences).flatMap(({ held, model }) =>
    held.flatMap((one) => bestOf(one, model) ?? []),
  );
  const confident = outOfFold(judged, fitConfidence).flatMap(({ held, model }) =>
    held.map((one) => ({ ...one, confidence: probability(model, one.features) })),
  );
  const chances = (some: typeof confident): number[] => some.map(({ confidence }) => confidence);
  const vain = chances(confident.filter((one) => !one.answerable && !one.far));
  const away = chances(confident.filter((one) => one.far));
  const threshold =
    Math.round((vain.sort((a, b) => a - b)[Math.floor(vain.length * DECLINE)] ?? 0) * 100) / 100;
  const answerable = confident.filter((one) => one.answerable);
  const right = answerable.filter((one) => one.right);
  const figures = {
    conversationsOf: [...new Set(examples.map(({ writer }) => writer))],
    followUps: examples.filter((one) => !one.far).length,
    answerable: answerable.length,
    bestSentenceRight: share(right.length, answerable.length),
    rightKept: share(right.filter(({ confidence }) => confidence >= threshold).length, right.length),
    declinedAnswerable: share(
      answerable.filter(({ confidence }) => confidence < threshold).length,
      answerable.length,
    ),
    declinedUnanswerable: share(vain.filter((confidence) => confidence < threshold).length, vain.length),
    declinedFar: share(away.filter((confidence) => confidence < threshold).length, away.length),
  };
  return {
    figures,
    models: { sentence: fitSentences(examples), confidence: fitConfidence(judged), threshold },
  };
}

/** What is known of the sentence that a follow-up would be answered with. */
interface Judged {
  readonly writer: string;
  readonly answerable: boolean;
  readonly far: boolean;
  readonly right: boolean;
  readonly features: Row["features"];
}

function bestOf(
  { writer, answerable, far, sentences, signalsOf }: FollowUpExample,
  model: LinearModel,
): Judged | null {
  const ranked = sentences
    .map((one) => ({ ...one, chance: probability(model, one.features) }))
    .sort((a, b) => b.chance - a.chance || a.sentence.row - b.sentence.row);
  const [best] = ranked;
  if (!best) return null;
  const features = { ...signalsOf({ ...best.sentence, probability: best.chance }) };
  return { writer, answerable, far, right: best.right, features };
}

function fitSentences(examples: readonly FollowUpExample[]): LinearModel {
  const rows = examples
    .filter(({ answerable }) => answerable)
    .flatMap(({ sentences }) => sentences.map(({ features, right }) => rowOf(features, right)));
  return fitLogistic(rows, FOLLOW_UP_FEATURES);
}

function fitConfidence(judged: readonly Judged[]): LinearModel {
  return fitLogistic(
    judged.map(({ features, right }) => rowOf(features, right)),
    FOLLOW_UP_SIGNALS,
  );
}

function rowOf(features: Row["features"], right: boolean): Row {
  return { features, label: right ? 1 : 0, weight: 1 };
}

/** Each writer's items with a model that was fitted on the others'. */
function outOfFold<T extends { readonly writer: string }>(
  items: readonly T[],
  fit: (items: readonly T[]) => LinearModel,
): { held: T[]; model: LinearModel }[] {
  const writers = [...new Set(items.map(({ writer }) => writer))];
  return writers.map((writer) => ({
    held: items.filter((one) => one.writer === writer),
    model: fit(items.filter((one) => one.writer !== writer)),
  }));
}

function share(count: number, of: number): number {
  return Math.round((count / of) * 1000) / 1000;
}

async function writeModels(models: FollowUpModelSets): Promise<void> {
  await writePretty(
    "src/compose/follow-up-models.ts",
    `import type { LinearModel } from "../domain/linear-model.ts";

    /** What decides how a follow-up is answered. */
    export interface FollowUpModels {
      /** Probability that a sentence answers. */
      readonly sentence: LinearModel;
      /** Probability that the best sentence is a right answer. */
      readonly confidence: LinearModel;
      /** Answers below this probability are abstained from. */
      readonly threshold: number;
    }

    /** Models for what an index has to go by. */
    export interface FollowUpModelSets {
      /** Anticipated questions, and an encoder that was tuned for the corpus. */
      readonly tuned: FollowUpModels;
      /** The same, for questions in another language than the report's. */
      readonly crossLanguage: FollowUpModels;
      /** Anticipated questions, and an encoder that nothing was tuned for. */
      readonly asked: FollowUpModels;
      /** Neither. */
      readonly plain: FollowUpModels;
    }

    /**
     * Written by \`npm run fit:follow-ups\`: fitted on scripts/fit/conversations.jsonl; figures in scripts/fit/follow-ups.json.
     */
    export const FOLLOW_UP_MODELS: FollowUpModelSets = ${JSON.stringify(models)};
    `,
  );
}

await runCommand(main());
