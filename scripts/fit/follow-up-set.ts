import { QUESTION_LANGUAGES } from "../../src/domain/anticipated-question.ts";
import { retrieveFollowUp, saidBefore, STANDS_ALONE } from "../../src/ask/compose-asked.ts";
import type { Retrieve } from "../../src/ask/compose-parts.ts";
import { createUnderstanding } from "../../src/ask/understand.ts";
import type { Assistant } from "../../src/ask.ts";
import {
  createExtractiveComposer,
  FITTED_MODELS,
  followUpSentences,
  followUpSignals,
  rankReadings,
  modelsFor,
  type FollowUpSentence,
  type FollowUpSignals,
  type RankedReading,
  type RankedSentence,
  type Reading,
} from "../../src/compose/index.ts";
import { readHistory } from "../../src/converse/index.ts";
import { askRequestSchema, type HistoryEntry } from "../../src/domain/contract.ts";
import type { Analyzer } from "../../src/ports/analyzer.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Progress } from "../../src/ports/progress.ts";
import type { SearchIndex } from "../../src/ports/search-index.ts";
import { createRetriever } from "../../src/retrieve/index.ts";
import type { Conversation } from "./conversations.ts";
import type { FarQuestion } from "./far.ts";
import { says } from "./gold.ts";

/** A follow-up with the sentences that were found for it. */
export interface FollowUpExample {
  readonly writer: string;
  readonly answerable: boolean;
  readonly sentences: readonly (FollowUpSentence & { readonly right: boolean })[];
  /** Whether it has nothing to do with the report. */
  readonly far: boolean;
  /** The signals of one of the sentences as the best one. */
  readonly signalsOf: (best: RankedSentence) => FollowUpSignals;
}

export interface FollowUpTools {
  readonly index: SearchIndex;
  readonly encoder: Encoder;
  readonly analyzer: Analyzer;
  readonly assistant: Assistant;
  readonly progress: Progress;
}

type Turn = Conversation["turns"][number];

/** A conversation; `far` when what it goes on with has nothing to do with the report. */
export interface FittedConversation extends Conversation {
  readonly far?: boolean;
}

/**
 * Conversations that begin as these do and go on with what has nothing to do with the report, in the same language, one for
 * each of that.
 */
export function goneFar(
  conversations: readonly Conversation[],
  far: readonly FarQuestion[],
): FittedConversation[] {
  return QUESTION_LANGUAGES.flatMap((language) => {
    const begun = conversations.filter((one) => one.language === language);
    return far
      .filter((one) => one.language === language)
      .flatMap(({ question }, i) => {
        const { writer, turns } = begun[i % begun.length] ?? { turns: [] };
        const [first] = turns;
        const next: Turn = { question, answers: [] };
        return writer !== undefined && first ? [{ writer, language, far: true, turns: [first, next] }] : [];
      });
  });
}

/** Passages whose sentences are looked at, as for a request without `topK`. */
const DEPTH = 8;

/**
 * Holds conversations with the assistant, and gathers what it finds for each turn that it reads as a follow-up: one that
 * leans on the turns before, or is not answered well alone.
 */
export async function followUpExamples(
  conversations: readonly FittedConversation[],
  { index, encoder, analyzer, assistant, progress }: FollowUpTools,
): Promise<FollowUpExample[]> {
  const retriever = createRetriever(index, encoder);
  const composer = createExtractiveComposer(index, analyzer);
  const onFallback = (): undefined => undefined;
  const { understand } = createUnderstanding({ index, analyzer, condenser: null, onFallback });
  const retrieve: Retrieve = (question, near) => retriever.retrieve(question, near);
  const examples: FollowUpExample[] = [];

  const exampleOf = async (
    { question: text, answers }: Turn,
    { writer, far = false }: Pick<FittedConversation, "writer" | "far">,
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
    const readings = leans ? asked.readings : (inContext?.readings ?? null);
    const { retrieval, followUp } = await retrieveFollowUp(question, readings, said, retrieve);
    const ranksOf = (one: Reading): RankedReading => ({
      ...one,
      ranked: composer.rank(one.question, one.retrieval, DEPTH),
    });
    const read = rankReadings(ranksOf({ question, retrieval }), followUp, ranksOf);
    if (read === null) return null;
    const { abstention } = modelsFor(FITTED_MODELS, index, question);
    const found = followUpSentences(read, index);
    return {
      writer,
      answerable: answers.length > 0,
      sentences: found.map((one) => ({ ...one, right: isSaidBy(one.sentence, answers) })),
      far,
      signalsOf: (best) => followUpSignals(best, read, abstention, index),
    };
  };

  progress.start("Holding conversations", conversations.length);
  for (const { turns, ...from } of conversations) {
    const history: HistoryEntry[] = [];
    for (const turn of turns) {
      const example = history.length > 0 ? await exampleOf(turn, from, history) : null;
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

/** Whether a sentence is one of a turn's answers. */
function isSaidBy({ candidate: { passage }, sentence }: RankedSentence, answers: Turn["answers"]): boolean {
  const span = passage.sentences[sentence];
  return span !== undefined && says(passage, span, passage.documentId, answers);
}
