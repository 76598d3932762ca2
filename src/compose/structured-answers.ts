import { isForeign, type Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { acronymAnswer, acronymsOf, asksMeaning } from "./acronyms.ts";
import type { Draft } from "./draft.ts";
import { elaborated, elaboration } from "./elaboration.ts";
import { introduction } from "./introductions.ts";
import { officeHolder } from "./office-holder.ts";
import { adviceAnswer, keyLists, overviewAnswer } from "./overview-answer.ts";
import { overviewTopic, topicWithin } from "./overview-topic.ts";
import type { Phrases } from "./phrases.ts";
import type { SentenceRanker } from "./rank-sentences.ts";
import {
  authorAnswer,
  authorsAnswer,
  chaptersOnTopic,
  chapterVotes,
  contentsAnswer,
  contentsTopic,
} from "./structure-answer.ts";
import { themeOverview } from "./theme-overview.ts";

/** "Who is AMLO?" */
const WHO = /^\W*(?:who|qui[eé]n)(?!\p{L})/iu;

/** "Who wrote the chapter on energy?", and what means all of them. */
const OF_A_PART =
  /(?<!\p{L})(?:chapter|section|part|essay|article|about|on|cap[ií]tulo|secci[oó]n|parte|ensayo|art[ií]culo|sobre)(?!\p{L})/iu;
const OF_THE_WHOLE =
  /(?<!\p{L})(?:(?:this|the|whole|este|el|del|todo el) (?:report|document|collection|informe|reporte|documento)|chapters|cap[ií]tulos)(?!\p{L})/iu;

/** Passages that an overview of a theme chooses from. */
const THEME_PASSAGES = 24;

/** An answer with the probability that it is right. */
export interface StructuredAnswer {
  readonly draft: Draft;
  readonly confidence: number;
}

/**
 * How often an overview makes the points that are asked for: those of the report's own lists 16 times of dev's 18, those
 * gathered from all over it 3 of 6. By-lines and contents are as the report has them. Of some thirty names, 14 were found
 * introduced, all rightly.
 */
const CONFIDENCE = { listed: 0.85, gathered: 0.5, asItStands: 1, introduced: 0.9 };

/** Answers that the report's own structure gives: by-lines, contents, lists of key points, acronyms spelt out. */
export interface StructuredAnswers {
  /** What the structure answers whatever was found, if anything. */
  whole(question: Question, retrieval: Retrieval, phrases: Phrases): StructuredAnswer | null;
  /** For a question that asks for more on an item of a list: what more there is, or that there is none. */
  elaborated(question: Question, retrieval: Retrieval, phrases: Phrases): StructuredAnswer | null;
  /** An overview of a theme that has no list of its own. */
  themed(question: Question, retrieval: Retrieval, phrases: Phrases): StructuredAnswer | null;
  /** What an acronym of the question is short for. */
  spelt(question: Question): Draft | null;
  /** Who somebody is, by the role that the report gives the name. */
  introduced(question: Question): StructuredAnswer | null;
}

export function createStructuredAnswers(
  index: SearchIndex,
  analyzer: Analyzer,
  rank: SentenceRanker,
): StructuredAnswers {
  const keys = keyLists(index);
  const acronyms = acronymsOf(index);

  const themed = (
    question: Question,
    retrieval: Retrieval,
    phrases: Phrases,
    topic = overviewTopic(question, index, analyzer),
  ): Draft | null => {
    if (question.intent !== "overview" || topic.length === 0) return null;
    const ranked = rank(question, retrieval, THEME_PASSAGES);
    const fewest = question.theme === null ? 2 : 1;
    const ofOneChapter = question.scope?.kind === "chapter";
    // What is recommended on a theme is said of it by name.
    const unnamed = question.type !== "recommendation";
    return themeOverview(topic, ranked, index, question.language, phrases, { fewest, unnamed, ofOneChapter });
  };

  const contents = (question: Question, retrieval: Retrieval, phrases: Phrases): Draft | null =>
    contentsTopic(question, analyzer).length === 0
      ? contentsAnswer(index, phrases)
      : chaptersOnTopic(retrieval.candidates, index, phrases);

  /** What a chapter says of one thing; without one, or a chapter, the points it makes itself. */
  const overview = (question: Question, retrieval: Retrieval, phrases: Phrases): StructuredAnswer | null => {
    if (question.intent === "overview" && question.scope?.kind === "chapter") {
      const title = index.corpus.chapters[question.scope.chapter]?.title ?? "";
      const within = topicWithin(question, title, index, analyzer);
      const points = within.length === 0 ? null : themed(question, retrieval, phrases, within);
      // Its own points are no answer to what it says of something else.
      if (points || (question.theme !== null && within.length > 0)) return given(points, CONFIDENCE.gathered);
    }
    const listed = overviewAnswer(question, retrieval.candidates, index, analyzer, keys, phrases);
    return given(listed, CONFIDENCE.listed);
  };

  const whole = (question: Question, retrieval: Retrieval, phrases: Phrases): StructuredAnswer | null => {
    if (question.intent === "authors") {
      const chapter = titledChapter(question, index, analyzer) ?? votedChapter(question, retrieval, index);
      return given(authorsAnswer(question, index, chapter, phrases), CONFIDENCE.asItStands);
    }
    if (question.intent === "contents")
      return given(contents(question, retrieval, phrases), CONFIDENCE.asItStands);
    if (question.intent === "overview" || question.intent === "about-report")
      return overview(question, retrieval, phrases);
    const person = officeHolder(question.text, index) ?? authorAnswer(question, index);
    if (person) return given(person, CONFIDENCE.introduced);
    if (asksMeaning(question.text))
      return given(acronymAnswer(question.text, acronyms), CONFIDENCE.asItStands);
    if (question.type !== "recommendation") return null;
    return given(adviceAnswer(question, index, analyzer, keys, phrases), CONFIDENCE.listed);
  };

  return {
    whole,
    elaborated: (question, retrieval, phrases) => {
      const item = elaborated(question);
      if (item === null) return null;
      const ranked = rank(question, retrieval, THEME_PASSAGES);
      return given(elaboration(item, retrieval, ranked, index, phrases.noMore), CONFIDENCE.listed);
    },
    // What one part says of a theme has been looked for in it already.
    themed: (question, retrieval, phrases) =>
      question.theme === null ? given(themed(question, retrieval, phrases), CONFIDENCE.gathered) : null,
    spelt: ({ text }) => acronymAnswer(text, acronyms),
    introduced: ({ text }) => {
      const spelt = WHO.test(text) ? acronymAnswer(text, acronyms) : null;
      return given(spelt ?? introduction(text, index), CONFIDENCE.introduced);
    },
  };
}

function given(draft: Draft | null, confidence: number): StructuredAnswer | null {
  return draft && { draft, confidence };
}

/** The one chapter whose title has all that "which people wrote about migration?" names; null for none, or several. */
function titledChapter({ terms: topic }: Question, index: SearchIndex, analyzer: Analyzer): number | null {
  if (topic.length === 0) return null;
  const titled = index.corpus.chapters.flatMap(({ number, title }, i) => {
    const terms = new Set(analyzer.terms(title));
    return number !== null && topic.every((term) => terms.has(term)) ? [i] : [];
  });
  return titled.length === 1 ? (titled[0] ?? null) : null;
}

/** The chapter that "who wrote the chapter on X?" means, by where the best passages stand. */
function votedChapter(question: Question, retrieval: Retrieval, index: SearchIndex): number | null {
  // Without questions in its language the words of a foreign one point to no chapter reliably: all by-lines are shown instead.
  if (isForeign(question, index.corpus) && index.questions(question.language) === null) return null;
  if (question.terms.length === 0) return null;
  if (!OF_A_PART.test(question.text) || OF_THE_WHOLE.test(question.text)) return null;
  const signed = retrieval.candidates.filter(
    ({ passage }) => (index.corpus.chapters[passage.chapter]?.authors.length ?? 0) > 0,
  );
  const votes = chapterVotes(signed.slice(0, 10));
  const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best?.[0] ?? null;
}
