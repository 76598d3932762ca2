import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { readCorpusFolder } from "../adapters/node/corpus-folder.ts";
import { QUESTION_LANGUAGES, questionKey } from "../domain/anticipated-question.ts";
import { isContent, type Passage } from "../domain/passage.ts";
import { passageVariables, placeQuestions, readExpansion } from "../indexing/index.ts";
import { ingest } from "../ingest/index.ts";
import type { Progress } from "../ports/progress.ts";
import { messagesOf, type Prompt } from "../ports/prompt.ts";

export interface ExpandOptions {
  readonly corpusDir: string;
  /** Whose questions they are; a passage that has some of theirs already is left alone. */
  readonly writer: string;
  readonly model: BaseChatModel;
  readonly prompt: Prompt;
  readonly progress: Progress;
  /** Passages asked about at once. */
  readonly lanes?: number;
  /** Replies asked for before a passage is given up. */
  readonly tries?: number;
}

export interface ExpandOutcome {
  readonly written: number;
  readonly questions: number;
  /** Passages whose every reply had a fault, with the last one. */
  readonly given: readonly { readonly passage: Passage; readonly fault: string }[];
}

/**
 * Writes anticipated questions for every content passage of a corpus that has none of this writer's, and adds them to
 * `questions.jsonl` passage by passage, so that a run that was stopped goes on where it was. A reply with a fault is told
 * its fault and asked for again; nothing of one is ever written.
 * @throws whatever the model throws, after what was finished has been written.
 */
export async function expandCorpus(options: ExpandOptions): Promise<ExpandOutcome> {
  const { corpusDir, writer, model, prompt, progress, lanes = 4, tries = 3 } = options;
  const path = join(corpusDir, "questions.jsonl");
  await dropUnfinishedLine(path);
  const { documents, meta, questions } = await readCorpusFolder(corpusDir);
  const { corpus } = ingest(documents, meta);
  const own = placeQuestions(
    questions.filter((question) => question.writer === writer),
    corpus,
    documents,
  ).placed;
  const led = new Set(own.map(({ language, passageId }) => `${language} ${passageId}`));
  const open = corpus.passages.filter(
    ({ kind, id }) =>
      isContent(kind) && !QUESTION_LANGUAGES.every((language) => led.has(`${language} ${id}`)),
  );
  const asked = new Set(questions.map(questionKey));
  const given: { passage: Passage; fault: string }[] = [];
  let [written, made] = [0, 0];
  progress.start("Writing questions", open.length);
  const queue = open.values();
  const lane = async (): Promise<void> => {
    for (const passage of queue) {
      const source = documents.find(({ id }) => id === passage.documentId);
      if (!source) continue;
      const messages = messagesOf(prompt, passageVariables(passage, corpus));
      let fault = "";
      for (let i = 0; i < tries; i += 1) {
        const told: typeof messages =
          fault === "" ? [] : [["human", `An earlier reply could not be used: ${fault}`]];
        const reply = (await model.invoke([...messages, ...told])).text;
        const read = readExpansion(reply, passage, source, { writer, asked });
        fault = read.fault ?? "";
        if (!read.questions) continue;
        for (const question of read.questions) asked.add(questionKey(question));
        await appendFile(path, read.questions.map((question) => `${JSON.stringify(question)}\n`).join(""));
        written += 1;
        made += read.questions.length;
        break;
      }
      if (fault !== "") given.push({ passage, fault });
      progress.advance();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  progress.stop();
  return { written, questions: made, given };
}

/** A run that was killed while it wrote leaves half a line, which no reader takes. */
async function dropUnfinishedLine(path: string): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => "");
  if (text === "" || text.endsWith("\n")) return;
  const whole = text.slice(text.lastIndexOf("\n") + 1);
  try {
    JSON.parse(whole);
    await appendFile(path, "\n");
  } catch {
    await writeFile(path, text.slice(0, text.lastIndexOf("\n") + 1));
  }
}
