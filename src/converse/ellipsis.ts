import { capitalise } from "../domain/words.ts";
import type { Standalone } from "../domain/standalone.ts";
import { isSomebody, type ConversationTopic } from "./conversation-topic.ts";
import { countryMentions, inForm } from "../domain/countries.ts";
import type { WordTools } from "./name-runs.ts";
import { languageOf } from "./language.ts";
import { lastYear, resolveTime, withTime } from "./times.ts";

const OPENING =
  /^\W*(?:(?:and|or|but|so|y|pero|o)[, ]+(?:what about|how about|what of|about|qu[eé] hay de|qu[eé] pasa con)?|what about|how about|what of|qu[eé] hay de|qu[eé] tal)\s*/iu;
/** A verb or a question word: what follows is a question of its own. */
const CLAUSE =
  /^(?:wh?at'?s?|waht|hows?|whos|what|which|who|whose|when|where|why|how|did|does|do|is|are|was|were|has|have|had|can|could|should|will|would|if|qu[eé]|cu[aá]l\w*|cu[aá]nt\w+|qui[eé]n\w*|d[oó]nde|c[oó]mo|por qu[eé]|cu[aá]ndo)(?!\p{L})/iu;
/** A statement or a question without its question word: "so both parties have given up on him?". */
const SENTENCE =
  /^(?:\p{L}[\p{L}'’-]* ){1,4}(?:have|has|had|is|are|was|were|does|did|do|will|would|can|could|should|must)n?(?:['’]t)? \p{L}+/iu;
const PREPOSITION = /^(in|under|on|for|from|with|at|by|to|against|among) (?=(?:the )?\p{Lu})/u;
const REVERSED = /^(?:the )?(?:other way (?:a)?round|vice versa|reverse|opposite|al rev[eé]s)\W*$/iu;

/**
 * "And in 2017?", "what about Canada?": the question before with the new time, country or name in the place of the old.
 * Null when the text is no such thing.
 */
export function fromEllipsis(
  text: string,
  before: string,
  topic: ConversationTopic,
  words: WordTools,
): Standalone | null {
  const opening = OPENING.exec(text)?.[0];
  const rest = text.slice(opening?.length ?? 0).replace(/[?.!\s]+$/u, "");
  const bareTime = /^(?:in |since |by |en )?(?:1[5-9]|20)\d{2}$/iu.test(rest);
  if ((opening === undefined && !bareTime) || rest === "" || CLAUSE.test(rest) || SENTENCE.test(rest))
    return null;
  if (REVERSED.test(rest)) return { text: reversed(before), leans: true, added: true };
  const timed = resolveTime(rest, lastYear(before));
  const year = lastYear(timed);
  const question =
    year === null
      ? before
      : withTime(
          before,
          /(?:in|during|over|since|by|between|from|until) (?:the )?.*\d{4}.*$/iu.exec(timed)?.[0] ?? year,
        );
  const left =
    year === null
      ? rest
      : timed.replace(/(?:\b(?:in|during|over|since|by|en)\s+(?:the .*)?)?\d{4}.*$/iu, "").trim();
  if (left === "") return { text: question, leans: true, added: false };
  const filled =
    (isSubject(opening ?? "", left) ? withSubject(question, left) : null) ??
    withCountry(question, left) ??
    withPhrase(question, left) ??
    withName(question, left, topic, words) ??
    withCounted(question, left, topic) ??
    withSubject(question, left);
  return filled === null
    ? {
        text: `${languageOf(question) === "es" ? "¿Y" : "What about"} ${left} (${topic.phrase})?`,
        leans: true,
        added: true,
      }
    : { text: capitalise(filled), leans: true, added: false };
}

/** A text with other words from one place to another. */
function spliced(text: string, { start, end }: { start: number; end: number }, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** Another country, in the form that the last one has: "the Mexican economy", "and the American one?". */
function withCountry(question: string, asked: string): string | null {
  const meant = countryMentions(asked)[0];
  const old = countryMentions(question).findLast(({ country }) => country !== meant?.country);
  if (!meant || !old || asked.split(" ").length > 4) return null;
  const noun = inForm(meant.country, old.form);
  const article =
    question.slice(0, old.start).endsWith("the ") && noun.startsWith("the ") ? noun.slice(4) : noun;
  // "Mexico's economy", "the United States' economy".
  const possessive = article.endsWith("s") && /^['’]s(?!\p{L})/u.test(question.slice(old.end));
  return spliced(
    question,
    { start: old.start, end: old.end + (possessive ? 2 : 0) },
    possessive ? `${article}’` : article,
  );
}

/** "And under Peña Nieto?": the phrase with the same preposition and a name in its place. */
function withPhrase(question: string, asked: string): string | null {
  const preposition = PREPOSITION.exec(asked)?.[1];
  if (preposition === undefined || asked.split(" ").length > 5) return null;
  const own = new RegExp(
    `\\b${preposition} (?:the )?\\p{Lu}[\\p{L}\\p{N}'’.-]*(?: \\p{Lu}[\\p{L}\\p{N}'’.-]*)*`,
    "giu",
  );
  const old = own.exec(question);
  return old && /\p{Lu}/u.test(old[0].slice(preposition.length))
    ? spliced(question, { start: old.index, end: own.lastIndex }, asked)
    : null;
}

/** Another person, or else another body in the place of a country. */
function withName(
  question: string,
  asked: string,
  topic: ConversationTopic,
  words: WordTools,
): string | null {
  if (!/^(?:the )?\p{Lu}/u.test(asked) || asked.split(" ").length > 4) return null;
  const old = (isSomebody(asked, words) ? null : topic.organisation) ?? topic.person;
  if (old !== null && question.includes(old)) return question.replace(old, () => asked);
  const place = countryMentions(question).findLast(({ form }) => form === "noun");
  return place ? spliced(question, place, asked) : null;
}

/** "And about Wilson?", "and CFE?": nobody who says something himself. */
function isSubject(opening: string, asked: string): boolean {
  return (
    /^\W*(?:and|but|or|so|y)\W+(?:about|sobre)\W*$/iu.test(opening) || /^(?:the )?\p{Lu}{3,}$/u.test(asked)
  );
}

/** "What do they say about wind?", "and about oil?": the new subject behind the same word. */
function withSubject(question: string, asked: string): string | null {
  const old = /(?<=\b(?:about|sobre) )(?!it\b|this\b|that\b|them\b)(?:\p{L}[\p{L}'’-]*\s?){1,4}(?=\W*$)/u;
  return old.test(question) && asked.split(" ").length <= 4 ? question.replace(old, () => asked) : null;
}

/** Other things counted: "How many nurses does Mexico have?", "and doctors?". */
function withCounted(question: string, asked: string, { counted }: ConversationTopic): string | null {
  if (counted === null || !/^\p{Ll}+(?: \p{Ll}+)?$/u.test(asked)) return null;
  return question.replace(counted, asked);
}

/** "To Mexico" for "from Mexico", and the other way round. */
function reversed(before: string): string {
  const turned = before.replace(/\b(to|from)(?= (?:the )?\p{Lu})/gu, (word) =>
    word === "to" ? "from" : "to",
  );
  return turned === before ? `${before.replace(/[?.!\s]+$/u, "")}, the other way round?` : turned;
}
