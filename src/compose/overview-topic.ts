import { isForeign, type Question } from "../domain/question.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/** Words that ask for an overview and name no topic. */
const ASKING =
  /\b(?:summ?[ae]r\w+|overview|main|key|major|principal|central|points?|facts?|highlights?|insights?|takeaways?|messages?|findings?|conclusions?|arguments?|ideas?|themes?|topics?|gist|brief|short|nutshell|recommend\w*|polic(?:y|ies)|propos\w+|suggest\w*|advis\w+|chapter|report|section|part|authors?|quick|tldr|tl|dr|whole|entire|document|area|areas|sum|headline|headlines|top|big|bottom|bullets?|few|pls|argues?|asks|say|says|tell|covers?|briefly|quick|quickly|list|across|throughout|deals?|dealt|discuss\w*|put|puts|first|later|overall|together|taken|just|both|governments?|idea|impacts?|effects?|consequences?|role|relations(?:hips?)?|one|two|three|each|every|single|editors?|sentences?|words?|paragraphs?|lines?|minutes?|simple|simply|plain|english|please|introduction|introducci[oó]n|res[uú]m\w+|cap[ií]tulo|puntos|principales|clave|ideas|informe|recom[ie]\w*|propon\w+|propuestas?|pol[ií]ticas?|sugier\w+|sugerencias|autor(?:es)?|conclusiones|mensajes)\b/giu;
/** Words that ask what is to be done and name no topic. */
const ASKING_ADVICE =
  /\b(?:should|done|do|governments?|countries|needs?|must|ought|next|best|fix(?:ed)?|solve[d]?|improve[d]?|address(?:ed)?|deal|respond|react|deber[ií]an?|hacer(?:se)?|gobiernos?|pa[ií]ses|hay|que)\b/giu;

/** Words of a topic; each as the terms of the report that say it. */
export type Topic = readonly (readonly string[])[];

/**
 * A term of the report says a word of another language when it makes it likelier by the first of these strengths that any
 * does: what stands near nurses ("train") is not what "enfermeras" means.
 */
const MEANS = [0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** What an overview question is about beyond asking for one: empty for "main points?". */
export function overviewTopic(question: Question, index: SearchIndex, analyzer: Analyzer): Topic {
  return topicOf(question.text, question, index, analyzer);
}

/** "What does chapter 3 say about steel?": what stands behind "about". */
const ABOUT = /\b(?:about|on|regarding|concerning|sobre|acerca de)\s+((?:\S+\s*){1,5})/giu;

/**
 * What an overview of a chapter is to be about besides what its title says ("main points about AMLO in the
 * introduction"); empty for an overview of all of it.
 */
export function topicWithin(
  question: Question,
  title: string,
  index: SearchIndex,
  analyzer: Analyzer,
): Topic {
  const known = new Set(analyzer.terms(title));
  const named = question.theme ?? [...question.text.matchAll(ABOUT)].map(([, words = ""]) => words).join(" ");
  return topicOf(named, question, index, analyzer).filter(
    (meanings) => !meanings.some((term) => known.has(term)),
  );
}

/** What a question for advice is about: "What should be done about corruption?" */
export function adviceTopic(question: Question, index: SearchIndex, analyzer: Analyzer): Topic {
  return topicOf(question.query.replace(ASKING_ADVICE, " "), question, index, analyzer);
}

function topicOf(text: string, question: Question, index: SearchIndex, analyzer: Analyzer): Topic {
  const about = text.replace(ASKING, " ").replace(/\b\d+\b/gu, " ");
  const translations = isForeign(question, index.corpus) ? index.translations(question.language) : null;
  if (translations !== null) {
    const read = translations.read(about);
    return strongest(MEANS.map((means) => read.meanings(means)));
  }
  return [...new Set(analyzer.terms(about))].map((term) => [term]);
}

/** Of each word, the first meanings that are any. */
function strongest(readings: readonly Topic[]): Topic {
  const [first = []] = readings;
  return first.map((_, word) => readings.map((one) => one[word] ?? []).find((some) => some.length > 0) ?? []);
}
