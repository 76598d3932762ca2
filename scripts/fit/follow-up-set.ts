import { retrieveFollowUp, saidBefore, STANDS_ALONE } from "../../src/ask/compose-asked.ts";
import { createUnderstanding } from "../../src/ask/understand.ts";
import type { Assistant } from "../../src/ask.ts";
import {
  createExtractiveComposer,
  FITTED_MODELS,
  followUpSentences,
  meanChance,
  modelsFor,
  type FollowUpSentence,
} from "../../src/compose/index.ts";
import { readHistory } from "../../src/converse/index.ts";
import { askRequestSchema, type HistoryEntry } from "../../src/domain/contract.ts";
import type { Question } from "../../src/domain/question.ts";
import { sourceSpans } from "../../src/domain/span.ts";
import type { Analyzer } from "../../src/ports/analyzer.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Progress } from "../../src/ports/progress.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";
import { createRetriever } from "../../src/retrieve/index.ts";
import type { Conversation } from "./conversations.ts";

/** A follow-up with the sentences that were found for it. */
export interface FollowUpExample {
  readonly writer: string;
  readonly answerable: boolean;
  readonly sentences: readonly (FollowUpSentence & { readonly right: boolean })[];
  /** The mean of what the readings would give their answers with the sentence of a row in front. */
  readonly chanceOf: (row: number) => number;
}

export interface FollowUpTools {
  readonly index: SearchIndex;
  readonly encoder: Encoder;
  readonly analyzer: Analyzer;
  readonly assistant: Assistant;
  readonly progress: Progress;
}

/** Passages whose sentences are looked at, as for a request without `topK`. */
const DEPTH = 8;

/**
 * Holds conversations with the assistant, and gathers what it finds for each turn that it reads as a follow-up: one that
 * leans on the turns before, or is not answered well alone.
 */
export async function followUpExamples(
  conversations: readonly Conversation[],
  { index, encoder, analyzer, assistant, progress }: FollowUpTools,
): Promise<FollowUpExample[]> {
  const retriever = createRetriever(index, encoder);
  const composer = createExtractiveComposer(index, analyzer);
  const onFallback = (): undefined => undefined;
  const { understand } = createUnderstanding({ index, analyzer, condenser: null, onFallback });
  const rowsOf = sentencesBySource(index);
  const retrieve = (question: Question, quoted: readonly string[] = []) =>
    retriever.retrieve(question, { quoted });
  const examples: FollowUpExample[] = [];

  const exampleOf = async (
    { question: text, answers }: Conversation["turns"][number],
    writer: string,
    history: readonly HistoryEntry[],
  ): Promise<FollowUpExample | null> => {
    const before = readHistory(history, (id) => index.passage(id));
    const asked = await understand(text, before);
    const { question, parts, leans, inContext } = asked;
    if (question.intent !== "content" || parts.length > 1) return null;
    if (!leans) {
      if (inContext === null) return null;
      if (composer.compose(question, await retrieve(question)).confidence >= STANDS_ALONE) return null;
    }
    const said = saidBefore(before);
    const readings = leans ? asked.readings : (inContext?.readings ?? []);
    const { retrieval, followUp } = await retrieveFollowUp(question, readings, said, retrieve);
    if (followUp.readings.length === 0) return null;
    const read = [{ question, retrieval }, ...followUp.readings].map((one) => ({
      ...one,
      ranked: composer.rank(one.question, one.retrieval, DEPTH),
    }));
    const right = new Set(answers.flatMap(rowsOf));
    const { abstention } = modelsFor(FITTED_MODELS, index, question);
    const found = followUpSentences(
      read.map(({ ranked }) => ranked),
      said,
      index,
    );
    return {
      writer,
      answerable: answers.length > 0,
      sentences: found.map((one) => ({ ...one, right: right.has(one.sentence.row) })),
      chanceOf: (row) => meanChance(abstention, read, row, index),
    };
  };

  progress.start("Holding conversations", conversations.length);
  for (const { writer, turns } of conversations) {
    const history: HistoryEntry[] = [];
    for (const turn of turns) {
      const example = history.length > 0 ? await exampleOf(turn, writer, history) : null;
      if (example) examples.push(example);
      const asked = { question: turn.question, ...(history.length > 0 ? { history } : {}) };
      const { answer, citations } = await assistant.ask(askRequestSchema.parse(asked));
      history.push(
        { role: "user", content: turn.question },
        { role: "assistant", content: answer, citations: citations.map((one) => one.passageId) },
      );
    }
    progress.advance();
  }
  progress.stop();
  return examples;
}

/** Finds the rows of the sentences that a range of the source touches. */
function sentencesBySource(index: SearchIndex): (range: { start: number; end: number }) => number[] {
  const rows = index.corpus.passages.flatMap((passage) => {
    const first = index.sentences.firstRow(passage.id);
    if (first === undefined) return [];
    return passage.sentences.flatMap((sentence, i) =>
      sourceSpans(passage.segments, sentence).map((span) => ({ ...span, row: first + i })),
    );
  });
  return ({ start, end }) => rows.filter((one) => one.start < end && start < one.end).map(({ row }) => row);
}
