import {
  analyseQuestion,
  languageOf,
  meansNothingAlone,
  questionParts,
  type ReadHistory,
} from "../converse/index.ts";
import { QUESTION_LANGUAGES } from "../domain/anticipated-question.ts";
import { asksForMore } from "../domain/more-about.ts";
import type { Question } from "../domain/question.ts";
import type { Readings, Standalone } from "../domain/standalone.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Condenser } from "../ports/condenser.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { createMakeStandalone } from "./standalone-step.ts";

/** What is asked, once it stands by itself. */
export interface Understood {
  readonly question: Question;
  /** The questions that it is made of; fewer than two for one that is whole. */
  readonly parts: readonly Question[];
  /** Other wordings that may be meant, each null where it is of another kind; null for none. */
  readonly readings: Readings<Question | null> | null;
  /** For one that seems to stand alone: how it is read when it is not answered well by itself. Null where it is not. */
  readonly inContext: Pick<Understood, "readings" | "shown"> | null;
  /** How it is told to people. */
  readonly shown: string;
  /** Whether something of the turns before was put in. */
  readonly leans: boolean;
  /** Whether a configured model could not make it standalone. */
  readonly fallback: boolean;
}

export interface Understanding {
  /** What somebody typed that stands by itself, taken apart. */
  readonly analyse: (text: string) => Question;
  readonly understand: (text: string, before: ReadHistory, signal?: AbortSignal) => Promise<Understood>;
}

export interface UnderstandingDeps {
  readonly index: SearchIndex;
  readonly analyzer: Analyzer;
  readonly condenser: Condenser | null;
  readonly onFallback: (error: unknown) => void;
}

/** From a turn of a conversation to the questions that are looked for. */
export function createUnderstanding({
  index,
  analyzer,
  condenser,
  onFallback,
}: UnderstandingDeps): Understanding {
  const { chapters } = index.corpus;

  /** What is anticipated means something alone, and where it is answered is known. */
  const anticipated = (text: string): boolean =>
    QUESTION_LANGUAGES.some((language) => index.questions(language)?.wordForWord(text));

  const tools = {
    chapters,
    analyzer,
    isName: (word: string) => index.isName(word),
    isPerson: (word: string) => index.isPerson(word),
  };
  const makeStandalone = createMakeStandalone({
    tools,
    condenser,
    anticipated,
    onFallback,
  });

  /** What is known word for word is as people type it. */
  const respelled = (typed: string): string =>
    anticipated(typed) ? typed : index.respelled(typed, languageOf(typed));

  /** In a conversation names are told by their capitals, which many leave out. */
  const spoken = (typed: string): string => {
    const text = respelled(typed);
    return languageOf(text) === index.corpus.meta.language ? index.recased(text) : text;
  };

  const heard = (before: ReadHistory): ReadHistory => ({
    ...before,
    turns: before.turns.map((turn) => ({ ...turn, question: spoken(turn.question) })),
  });

  const analyse = (text: string): Question => {
    const question = analyseQuestion(text, chapters, analyzer);
    const whole = question.intent === "content" && anticipated(text);
    return whole || isOfWhatIsSpokenOf(question.scope, index.corpus)
      ? { ...question, scope: null }
      : question;
  };

  /** Nothing is looked for where nothing was asked for, and no turn before says what is meant. */
  const meaningful = (question: Question, { leans }: Standalone): Question =>
    question.intent === "content" && !leans && meansNothingAlone(question.text, analyzer)
      ? { ...question, intent: "unclear" }
      : question;

  const partsOf = ({ intent, text }: Question): Question[] => {
    if (intent !== "content" || anticipated(text)) return [];
    const parts = questionParts(text, tools);
    // Most questions are one, and that has been taken apart.
    return parts.length < 2 ? [] : parts.map(analyse);
  };

  return {
    analyse: (typed) => analyse(respelled(typed)),
    understand: async (typed, before, signal) => {
      const text = before.turns.length > 0 ? spoken(typed) : respelled(typed);
      const asked = await makeStandalone(text, heard(before), signal);
      const question = meaningful(analyse(asked.text), asked);
      const parts = partsOf(question);
      const readingOf = (wording: string): Question | null => {
        const reading = analyse(wording);
        return reading.intent === "content" && reading.language === question.language ? reading : null;
      };
      const readingsOf = (wordings: Readings<string> | undefined): Understood["readings"] =>
        wordings && question.intent === "content" && !asksForMore(question.text)
          ? { asked: readingOf(wordings.asked), withLast: readingOf(wordings.withLast) }
          : null;
      const { inContext } = asked;
      return {
        question,
        parts,
        readings: readingsOf(asked.readings),
        inContext:
          inContext && question.intent === "content" && parts.length < 2
            ? { ...inContext, readings: readingsOf(inContext.readings) }
            : null,
        shown: asked.shown ?? question.text,
        leans: asked.leans,
        fallback: asked.fallback,
      };
    },
  };
}

/** Whether a chapter that the corpus has not is one of something that it speaks of: "Article 27" of a treaty. */
function isOfWhatIsSpokenOf(scope: Question["scope"], { passages }: SearchIndex["corpus"]): boolean {
  if (scope?.kind !== "missing") return false;
  const named = new RegExp(String.raw`\b(?:chapter|article) ${String(scope.number)}(?!\d)`, "iu");
  return passages.some(({ text }) => named.test(text));
}
