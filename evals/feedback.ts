import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createEnglishAnalyzer } from "../src/adapters/core/english-analyzer.ts";
import { questionAnalyzers } from "../src/adapters/core/question-analyzers.ts";
import { createSqlConversations } from "../src/adapters/core/sql/sql-conversations.ts";
import { createSqlFeedback } from "../src/adapters/core/sql/sql-feedback.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { openSqlite } from "../src/adapters/node/sqlite.ts";
import { AppError } from "../src/domain/errors.ts";
import { encoderFor } from "../src/entry/load-assistant.ts";
import { runCommand } from "../src/entry/run-command.ts";
import { readSettings } from "../src/entry/settings.ts";
import { inEvals } from "./authoring/fact-tools.ts";
import { evalCandidates } from "./gaps/candidates.ts";
import { renderUnanswered, renderVotedDown, summariseGaps, type Gaps } from "./gaps/gaps-report.ts";
import { groupQuestions } from "./gaps/group-questions.ts";
import { questionsOf } from "./schema/fact-schema.ts";
import { readFacts } from "./schema/facts-folder.ts";

const USAGE = `npm run feedback -- [--json] [--export DIR]

What people thought of the answers in DATABASE, and what the report could not answer.

  --json        all of it as JSON
  --export DIR  write unanswered.md, voted-down.md, and candidates.jsonl: drafts for npm run evals:add
`;

/** Questions that are grouped at most, the newest: the work grows with their square. */
const MOST_GROUPED = 2_000;

/** `npm run feedback`. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: "boolean" }, export: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    process.stdout.write(USAGE);
    return 0;
  }
  const settings = readSettings(env);
  const path = settings.DATABASE;
  await access(path).catch((cause: unknown) => {
    const message = `there is no database ${path}: set DATABASE to the file that the service keeps its answers in`;
    throw new AppError("data_missing", message, { cause });
  });
  const database = await openSqlite(path);
  const feedback = await createSqlFeedback(database).all();
  const unanswered = await createSqlConversations(database, {
    mostAnswers: settings.CONVERSATION_ANSWERS,
  }).unanswered();
  await database.close();
  const encoder = await encoderFor(
    settings,
    settings.CORPUS_DIR,
    createTerminalProgress({ stream: process.stderr }),
  );
  const newest = unanswered.slice(-MOST_GROUPED);
  if (newest.length < unanswered.length) {
    process.stderr.write(`grouping the newest ${MOST_GROUPED} of ${unanswered.length} questions\n`);
  }
  const asked = newest.map(({ standaloneQuestion: text, language }) => ({ text, language }));
  const analyzers = questionAnalyzers(createEnglishAnalyzer());
  const gaps: Gaps = { feedback, unanswered, groups: await groupQuestions(asked, { encoder, analyzers }) };
  process.stdout.write(values.json === true ? `${JSON.stringify(gaps, null, 2)}\n` : summariseGaps(gaps));
  if (values.export === undefined) return 0;
  const known = (await readFacts(inEvals("./facts"))).flatMap((fact) =>
    questionsOf(fact).map(({ question }) => question),
  );
  const candidates = evalCandidates(feedback, unanswered, known);
  await mkdir(values.export, { recursive: true });
  const files = {
    "unanswered.md": renderUnanswered(gaps),
    "voted-down.md": renderVotedDown(gaps),
    "candidates.jsonl": candidates.map((candidate) => `${JSON.stringify(candidate)}\n`).join(""),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(values.export, name), text);
  process.stderr.write(
    `${candidates.length} candidates written to ${join(values.export, "candidates.jsonl")}\n`,
  );
  return 0;
}

await runCommand(main(process.argv.slice(2), process.env));
