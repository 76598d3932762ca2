import { parseArgs } from "node:util";
import { isConversation, questionsOf, type Split } from "../evals/schema/fact-schema.ts";
import { readFacts } from "../evals/schema/facts-folder.ts";
import { readReaderQuestions } from "../evals/schema/reader-question.ts";
import { readCorpusFolder } from "../src/adapters/node/corpus-folder.ts";
import { createTerminalProgress } from "../src/adapters/node/progress.ts";
import { createTransformersEncoder } from "../src/adapters/node/transformers-encoder.ts";
import { ingest } from "../src/ingest/index.ts";
import { checkQuestions, checkUnanswered, nearCopies } from "./questions/check-questions.ts";

/**
 * Checks the anticipated and the unanswered questions of a corpus, and tells which are nearly an eval question:
 * `npm run questions:validate [-- --corpus DIR] [--facts FOLDER|none] [--readers FOLDER|none]`. The exit code is 1 when
 * something is wrong; near copies are told only. Eval questions of the test split are named by their ids.
 */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      corpus: { type: "string", default: "corpus" },
      facts: { type: "string" },
      readers: { type: "string" },
    },
  });
  const { documents, meta, questions, unanswered } = await readCorpusFolder(values.corpus);
  const { corpus } = ingest(documents, meta);
  const files = [
    { file: "questions.jsonl", questions, problems: checkQuestions(questions, corpus, documents) },
    {
      file: "unanswered.jsonl",
      questions: unanswered,
      problems: checkUnanswered(unanswered, questions, corpus, documents),
    },
  ];
  const { facts: factsAt = "evals/facts" } = values;
  // The shipped readers asked of the shipped report alone.
  const { readers: readersAt = values.facts === undefined ? "evals/readers" : "none" } = values;
  const facts = factsAt === "none" ? [] : await readFacts(factsAt);
  const readers = readersAt === "none" ? [] : await readReaderQuestions(readersAt);
  const named = (id: string, split: Split, question: string) => ({
    question,
    name: split === "dev" ? `${id} "${question}"` : id,
  });
  const asked = [
    ...facts.flatMap((fact) =>
      questionsOf(fact).map(({ question }, i) =>
        named(`${fact.id}${isConversation(fact) ? `#${i + 1}` : ""}`, fact.split, question),
      ),
    ),
    ...readers.map(({ id, split, question }) => named(id, split, question)),
  ];
  const progress = createTerminalProgress({ stream: process.stderr });
  const encoder = await createTransformersEncoder({ modelsDir: "models", progress });
  const others = await encoder.embedDocuments(asked.map(({ question }) => question));
  for (const { file, questions: own, problems } of files) {
    for (const { line, message } of problems) {
      process.stdout.write(`${file}${line === null ? "" : `:${line}`} ${message}\n`);
    }
    const vectors = await encoder.embedDocuments(own.map(({ question }) => question));
    // The encoder knows English only; other languages are compared by their words.
    const cosine = (i: number, j: number): number =>
      own[i]?.language !== "en"
        ? 0
        : (vectors[i] ?? []).reduce((sum, value, at) => sum + value * (others[j]?.[at] ?? 0), 0);
    const copies = nearCopies(
      own.map(({ question }) => question),
      asked.map(({ question }) => question),
      cosine,
    );
    for (const { question, other, overlap, similarity } of copies) {
      const name = asked.find((one) => one.question === other)?.name ?? "";
      const line = own.findIndex((one) => one.question === question) + 1;
      process.stdout.write(
        `near copy: ${file}:${line} and ${name} (words ${overlap.toFixed(2)}, cosine ${similarity.toFixed(2)})\n`,
      );
    }
    const english = own.filter(({ language }) => language === "en").length;
    process.stdout.write(
      `${file}: ${own.length} questions, ${english} English and ${own.length - english} Spanish; ` +
        `${problems.length} problems, ${copies.length} near copies of eval questions\n`,
    );
  }
  return files.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
