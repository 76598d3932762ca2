import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCorpusFolder } from "../../src/adapters/node/corpus-folder.ts";
import { locateUseLite, readUseLite } from "../../src/adapters/node/use-lite/source.ts";
import { createUnigramTokenizer } from "../../src/adapters/node/use-lite/unigram.fixture.ts";
import { AppError } from "../../src/domain/errors.ts";
import { runCommand } from "../../src/entry/run-command.ts";
import { foldWhiteSpace } from "../../src/domain/fold-white-space.ts";
import { createRecase, embeddingRows, usualForms } from "../../src/indexing/index.ts";
import { ingest } from "../../src/ingest/index.ts";
import { readXquad } from "../fit/xquad.ts";
import { readTrainedOn } from "./trained-on.ts";
import { sentenceTable } from "./sentence-table.ts";
import { standaloneTurns, turnsInContext } from "./turns-in-context.ts";
import { readTuningConversations, readTuningQuestions, readTuningUnanswered } from "./tuning-data.ts";
import { weightsByRole } from "./weights-by-role.ts";

/** Pieces of a text that are kept. */
const MOST_PIECES = 128;

/**
 * Writes what train.py reads into a folder: the bundled encoder's weights by role (weights.bin, weights.json), and the texts that
 * it is trained on as ids of pieces (texts.json). `npm run tune:export -- --data DIR --out FOLDER`, DIR with xquad.en.json.
 */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: "string" }, out: { type: "string" } },
  });
  const { data, out } = values;
  if (data === undefined)
    throw new AppError("data_missing", "give the folder with xquad.en.json as --data DIR");
  if (out === undefined) throw new AppError("invalid_request", "give the folder to write as --out FOLDER");
  const { tensors, vocabulary } = await readUseLite(locateUseLite());
  const tokenize = createUnigramTokenizer(vocabulary);
  const texts = await readTexts(data, (text) => tokenize(foldWhiteSpace(text)).slice(0, MOST_PIECES));
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "texts.json"), JSON.stringify(texts));
  const roles = weightsByRole(tensors);
  let offset = 0;
  const entries = roles.map(({ role, original, tensor: { shape, data: values } }) => {
    const entry = { role, original, shape, offset, length: values.length };
    offset += values.length;
    return entry;
  });
  await writeFile(join(out, "weights.json"), JSON.stringify(entries, null, 1));
  await writeFile(join(out, "weights.bin"), Buffer.concat(roles.map(({ tensor }) => bytesOf(tensor.data))));
  const { questions, unanswered, followUps, xquad, sentences } = texts;
  process.stdout.write(
    `${questions.length} questions, ${followUps.length} follow-ups and ${unanswered.length} unanswered ones of ${sentences.length} sentences, ${xquad.length} questions of XQuAD, and ${offset} weights in ${out}.\n`,
  );
  return 0;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

async function readTexts(data: string, idsOf: (text: string) => number[]) {
  const on = await readTrainedOn();
  const { documents, meta, questions, unanswered } = await readCorpusFolder("corpus");
  const { corpus } = ingest(documents, meta);
  const report = sentenceTable(corpus);
  const recase = createRecase(usualForms(embeddingRows(corpus).sentences.map(({ text }) => text)));
  const asked = ({ question, language }: { readonly question: string; readonly language: "en" | "es" }) =>
    idsOf(language === meta.language ? recase(question) : question);
  const xquad = await readXquad(data, "fit");
  const articles = sentenceTable(ingest([...xquad.documents], xquad.meta).corpus);
  const numbers = new Map(xquad.documents.map(({ id }, i) => [id, i]));
  const conversations = await readTuningConversations();
  const firstId = documents[0]?.id ?? "";
  return {
    sentences: report.texts.map((text) => ({ ids: idsOf(text) })),
    questions: [
      ...questions.filter(
        ({ writer, language }) => writer !== undefined && on.questions[language].includes(writer),
      ),
      ...(await readTuningQuestions()),
      ...conversations.flatMap(standaloneTurns),
    ].map((one) => ({
      language: one.language,
      writer: one.writer,
      ids: asked(one),
      sentences: report.rowsAt(firstId, one.answers),
    })),
    followUps: conversations
      .flatMap((one) => turnsInContext(one, recase))
      .map(({ behind, answers, before }) => ({
        // The answer before is read in both lengths as often as the question before.
        forms: [behind.quote, behind.answer, behind.question].map(idsOf),
        sentences: report.rowsAt(firstId, answers),
        before: report.rowsAt(firstId, before),
      })),
    unanswered: [
      ...unanswered.filter(({ writer, language }) => on.unanswered[language].includes(writer)),
      ...(await readTuningUnanswered()),
    ].map((one) => ({ ids: asked(one), sentences: report.rowsAt(firstId, [one.nearest]) })),
    xquadSentences: articles.texts.map((text) => ({ ids: idsOf(text) })),
    xquad: xquad.questions
      .filter((one) => one.answerable && (numbers.get(one.documentId) ?? Infinity) < on.xquadArticles)
      .map((one) => ({
        article: numbers.get(one.documentId),
        ids: idsOf(one.text),
        sentences: articles.rowsAt(one.documentId, one.evidence.flat()),
      })),
  };
}

await runCommand(main(process.argv.slice(2)));
