import { parseArgs } from "node:util";
import { createChatModel } from "../adapters/core/chat-model.ts";
import { createTerminalProgress } from "../adapters/node/progress.ts";
import { readPrompt } from "../adapters/node/prompt-file.ts";
import { AppError } from "../domain/errors.ts";
import { expandCorpus } from "./expand-corpus.ts";
import { chatModelSettings } from "./language-model.ts";
import { runCommand } from "./run-command.ts";
import { readSettings } from "./settings.ts";

const USAGE = `npm run expand -- [--corpus DIR] [--writer NAME]

Writes the questions that each passage answers into DIR/questions.jsonl, with the language model that LLM_MODEL names
(README, settings). A run that was stopped goes on where it was. Build the index anew afterwards: npm run index.

  --corpus DIR    the folder of the corpus (CORPUS_DIR, or corpus)
  --writer NAME   whose questions they are (the model's name); another writer's are added to those there are
`;

/** `npm run expand`. The exit code is 1 when a passage has got no questions. */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { corpus: { type: "string" }, writer: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  const settings = readSettings(process.env);
  const llm = chatModelSettings(settings);
  if (llm === null) {
    throw new AppError(
      "config_invalid",
      "set LLM_MODEL, and LLM_BASE_URL or LLM_API_KEY: a language model writes the questions",
    );
  }
  const { written, questions, given } = await expandCorpus({
    corpusDir: values.corpus ?? settings.CORPUS_DIR,
    writer: values.writer ?? llm.model,
    model: await createChatModel(llm),
    prompt: await readPrompt("expand"),
    progress: createTerminalProgress({ stream: process.stderr }),
  });
  for (const { passage, fault } of given) {
    process.stderr.write(`no questions for "${passage.text.slice(0, 60)}": ${fault}\n`);
  }
  process.stdout.write(
    `${questions} questions for ${written} passages; ${given.length} passages without. Now run npm run index.\n`,
  );
  return given.length === 0 ? 0 : 1;
}

await runCommand(main(process.argv.slice(2)));
