import { capitalise } from "../domain/words.ts";
import type { Readings, Standalone } from "../domain/standalone.ts";
import { EXAMPLES_OF, MORE_ABOUT } from "../domain/more-about.ts";
import type { Chapter } from "../domain/passage.ts";
import { adviceAsked } from "./advice-asked.ts";
import { askedOn } from "./asked-on.ts";
import { fromEllipsis } from "./ellipsis.ts";
import { intentOf } from "./intent.ts";
import { languageOf } from "./language.ts";
import type { WordTools } from "./name-runs.ts";
import { introduced } from "./introduced.ts";
import { lacksPersonInSpanish, leansOnPast, resolvePronouns } from "./pronouns.ts";
import { sourceAsked } from "./source-asked.ts";
import { withItem } from "./pointed-item.ts";
import { onNewTopic } from "./new-topic.ts";
import { isText, topicOf } from "./conversation-topic.ts";
import { lastYear } from "./times.ts";

/** A question of a conversation with its answer. */
export interface Turn {
  readonly question: string;
  /** The chapter that the answer quoted first (a position); null for none. */
  readonly chapter: number | null;
  /** What was answered, as plain text. Default "". */
  readonly answer?: string;
  /** The last heading above what was quoted first; null, the default, for none. */
  readonly heading?: string | null;
  /** What the answer lists, item by item. Default nothing. */
  readonly items?: readonly string[];
}

export interface StandaloneTools extends WordTools {
  readonly chapters: readonly Chapter[];
}

/**
 * A follow-up as a question that can be looked for by itself ("and in 2017?", "who wrote that chapter?"), by what it
 * lacks, filled from the turns before. A question that stands alone is left as it is. Rules only: no model.
 * @param turns oldest first, as they were asked
 */
export function standaloneQuestion(text: string, turns: readonly Turn[], tools: StandaloneTools): Standalone {
  const fresh = onNewTopic(text);
  if (fresh !== null) return plain(capitalise(fresh));
  let before: Thread | null = null;
  for (const turn of turns)
    before = SOCIAL.has(intentOf(turn.question)) ? before : after(turn, before, tools);
  const last = turns.at(-1);
  const told =
    last && intentOf(last.question) === "authors" ? tools.chapters[before?.chapter ?? -1] : undefined;
  const author = told?.authors.length === 1 ? (told.authors[0] ?? null) : null;
  const named = withAuthor(text, author);
  if (named !== text) return { ...plain(capitalise(named)), leans: true };
  const standalone = rewrite(text, before, tools);
  if (!before || !last) return standalone;
  const readings = readingsOf(text, standalone, last);
  return standalone.leans
    ? { ...standalone, ...shownAs(standalone.text, before.root), readings }
    : { ...standalone, inContext: { shown: withRoot(standalone.text, before.root), readings } };
}

/** What the turns before leave for the next one. */
interface Thread extends Pick<Turn, "question" | "chapter"> {
  /** Who was named when a person was asked for. */
  readonly person: string | null;
  /** The last question that was asked in words of its own. */
  readonly root: string;
  /** What was answered last. */
  readonly answer: string;
  /** What was listed last. */
  readonly items: readonly string[];
}

/** Brackets at the end, with what was added there. */
const BRACKETS = /\s*\(.*\)\W*$/u;

/** With the earlier question as it was asked, unless what was added speaks of another year. */
function shownAs(text: string, root: string): Pick<Standalone, "shown"> {
  if (!BRACKETS.test(text) || lastYear(text) !== lastYear(root)) return {};
  return { shown: withRoot(text.replace(BRACKETS, ""), root) };
}

function withRoot(text: string, root: string): string {
  return `${capitalise(text.replace(/[?\s]+$/u, ""))}? (${capitalise(root)})`;
}

/**
 * What was added from an earlier question may be the wrong part of it: the question as it was asked, and with all of the
 * last one behind it, are other readings.
 */
function readingsOf(asked: string, { text }: Standalone, last: Turn): Readings<string> {
  const bare = text.replace(BRACKETS, "").replace(/[?\s]+$/u, "");
  return { asked, withLast: `${bare} (${last.question})?` };
}

/** Questions about the report itself, which have no subject to lack. */
const OF_THE_REPORT: ReadonlySet<string> = new Set(["contents", "about-report", "authors", "overview"]);
const SOCIAL: ReadonlySet<string> = new Set(["greeting", "thanks", "about-assistant", "unclear"]);

const CHAPTER_MEANT =
  /\b(?:that|this|the same|the) (?:chapter|section|part|essay|article)\b(?! (?:on|about|of|by|he|she|they|\d))|(?<!\p{L})(?:ese|este|dicho|el mismo|el) cap[ií]tulo(?!\p{L})(?! (?:sobre|de|\d))/iu;
const WROTE_IT =
  /^(\W*(?:and )?who (?:wrote|is the author of|authored|says|said)) (?:that|this|it)\b(?! (?:chapter|section|part|essay|article))/iu;
/** "What does it say about wages?", of a treaty: else "it" is the report. */
const SAYS =
  /^\W*(?:and |so |but )?what (?:does|did|would) it (?:say|recommend|propose|suggest|conclude|demand|require)\b/iu;
const MORE =
  /^\W*(?:please )?(?:tell me more|say more|more(?: details?| please)?|go on|continue|elaborate|expand(?: on (?:that|this|it))?|(?:any|some)thing (?:else|more)|what else|explain(?: (?:that|this|it))?|m[aá]s(?: detalles)?|cu[eé]ntame m[aá]s|contin[uú]a|algo m[aá]s|qu[eé] m[aá]s)\W*$/iu;
const EXAMPLES =
  /^\W*(?:(?:and |but |like )?(?:what|which|such as what|like what|such as|like|for (?:example|instance)|e\.?g|(?:an|some|any|give me an?|can you give me an?|have you got an?) examples?|por ejemplo|c[oó]mo cu[aá]l(?:es)?|(?:alg[uú]n|un|dame un) ejemplo)[\s,?.!]*)+$/iu;
const SHORTER =
  /^\W*(?:in short|briefly|in brief|shorter|tl;?dr|sum (?:it|that) up|summar(?:y|i[sz]e)(?: (?:that|this|it))?|in a nutshell|en resumen|en breve|res[uú]melo|m[aá]s corto)(?:,? please)?\W*$/iu;
/** "What's their explanation?" */
const REASON =
  /^\W*(?:(?:and|so|but|then|y) )*(?:what(?:['’]?s| is| was| would be)? (?:the |their |his |her )?(?:authors?['’]?s?['’]? |main |real )?(?:explanation|reason(?:ing)?|cause|rationale)(?: (?:for|behind|of) (?:that|this|it))?|(?:how|what) (?:do|does|did|would) (?:they|the authors?|he|she) explain (?:that|this|it)|a qu[eé] se debe(?: eso| esto)?|cu[aá]l es la (?:raz[oó]n|causa|explicaci[oó]n))\W*$/iu;
const WHY = { en: "why", es: "por qué" } as const;
const BARE =
  /^\W*(?:and |but |so |y )?(why(?: (?:is|was) (?:that|it|this))?|how(?: so| come)?|when(?: was (?:that|it|this))?|where(?: was (?:that|it|this))?|who|since when|really|por qu[eé]|c[oó]mo|cu[aá]ndo|d[oó]nde|qui[eé]n)(?: not)?\W*$/iu;

/** What a turn leaves for the next one. Who wrote something, "why?", and a word more or less leave the subject as it was. */
function after(turn: Turn, last: Thread | null, tools: StandaloneTools): Thread {
  const { chapter } = turn;
  const fresh = onNewTopic(turn.question);
  const [question, before] = fresh === null ? [turn.question, last] : [fresh, null];
  const { text, leans, added } = rewrite(question, before, tools);
  const same =
    before !== null &&
    (sourceAsked(question, before.answer) !== null ||
      intentOf(text) === "authors" ||
      [MORE, EXAMPLES, SHORTER, REASON, BARE].some((pattern) => pattern.test(question)));
  return {
    question: same ? before.question : text,
    root: before !== null && (same || added) ? before.root : (rootOf(text) ?? text),
    chapter: chapter ?? before?.chapter ?? null,
    answer: turn.answer ?? "",
    items: turn.items && turn.items.length > 0 ? turn.items : (before?.items ?? []),
    person: introduced(text, turn, tools) ?? (leans || same ? (before?.person ?? null) : null),
  };
}

/** The earlier question in a text that was made standalone before and is sent back as history. */
function rootOf(text: string): string | null {
  return /\((.*\?)\)\W*$/u.exec(text)?.[1] ?? null;
}

/** "What does he recommend?" after "who wrote that chapter?": its author, when there is one. */
function withAuthor(text: string, author: string | null): string {
  if (author === null) return text;
  return text
    .replace(/\b(?:he|she|the author)\b(?! of\b)/iu, author)
    .replace(/\b(?:his|her)\b(?= \p{L})/iu, `${author}’s`);
}

function rewrite(text: string, before: Thread | null, tools: StandaloneTools): Standalone {
  const asked = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (before === null || SOCIAL.has(intentOf(asked))) return plain(asked);
  // What stands in brackets behind it is what it leans on.
  if (BRACKETS.test(asked)) return plain(asked);
  const source = sourceAsked(asked, before.answer);
  if (source !== null) return withAdded(source, asked, before);
  const pointed = withItem(asked, before.items);
  if (pointed !== null) return { text: capitalise(pointed), leans: true, added: false };
  const named = withChapter(asked, before, tools.chapters);
  if (named !== null) return plain(named);
  if (SHORTER.test(asked)) return { text: before.question, leans: true, added: false };
  const advice = withAdvice(asked, before, tools);
  if (advice !== null) return advice;
  const spokenOf = topicOf(before.question, tools);
  const topic = { ...spokenOf, person: spokenOf.person ?? before.person };
  const means = CHAPTER_MEANT.test(asked) || WROTE_IT.test(asked);
  const ofText = SAYS.test(asked) && isText(topic.thing);
  if (OF_THE_REPORT.has(intentOf(asked)) && !means && !ofText) return plain(asked);
  const language = spanish(asked) ? "es" : "en";
  if (MORE.test(asked)) return withAdded(`${MORE_ABOUT[language]} ${topic.phrase}`, asked, before);
  if (EXAMPLES.test(asked) && !/^\W*(?:and )?(?:what|which)\W*$/iu.test(asked))
    return withAdded(`${EXAMPLES_OF[language]} ${before.question}`, asked, before);
  const bare = REASON.test(asked) ? WHY[language] : BARE.exec(asked)?.[1];
  if (bare !== undefined) return withAdded(askedOn(before.question, capitalise(bare)), asked, before);
  const filled = fromEllipsis(asked, before.question, topic, tools);
  if (filled !== null) return filled;
  const leans = leansOnPast(asked, tools) || (topic.person !== null && lacksPersonInSpanish(asked));
  if (!leans) return plain(asked);
  const clause = asked.replace(/^\W*(?:and|but|so|y)[, ]+/iu, "");
  const { text: said, added } = resolvePronouns(clause, topic, tools.analyzer);
  return { text: capitalise(said), leans: true, added };
}

/** "What do they recommend?": on the matter at hand, or in the chapter whose authors were told. Null for what asks otherwise. */
function withAdvice(asked: string, before: Thread, tools: StandaloneTools): Standalone | null {
  const advice = adviceAsked(asked);
  if (advice === null) return null;
  const of = intentOf(before.question);
  const told = tools.chapters[before.chapter ?? -1];
  if (of === "authors" && told) {
    const ofChapter = `What does ${nameOf(told, false)} recommend?`;
    return { ...plain(spanish(asked) ? `¿Qué recomienda ${nameOf(told, true)}?` : ofChapter), leans: true };
  }
  if (of !== "content") return null;
  return { ...rewrite(advice, before, tools), leans: true, shown: withRoot(asked, before.root) };
}

/** A question that takes what it asks of from the one before, shown as it was asked. */
function withAdded(text: string, asked: string, { root }: Thread): Standalone {
  return { text, leans: true, added: true, shown: withRoot(asked, root) };
}

function plain(text: string): Standalone {
  return { text, leans: false, added: false };
}

/** "Who wrote that chapter?" with the chapter that was quoted; null when none is meant, or none was quoted. */
function withChapter(text: string, { chapter }: Turn, chapters: readonly Chapter[]): string | null {
  const meant = chapter === null ? undefined : chapters[chapter];
  if (!meant) return null;
  const name = nameOf(meant, spanish(text));
  if (WROTE_IT.test(text))
    return capitalise(
      text
        .replace(WROTE_IT, `$1 ${name}`)
        .replace(/^(?:\W*and )/iu, "")
        .replace(/^(who) (?:says|said)\b/iu, "$1 wrote"),
    );
  return CHAPTER_MEANT.test(text) ? capitalise(text.replace(CHAPTER_MEANT, name)) : null;
}

function nameOf({ number, title }: Chapter, inSpanish: boolean): string {
  if (number === null) return `${inSpanish ? "la" : "the"} ${title.toLowerCase()}`;
  return `${inSpanish ? "el capítulo" : "chapter"} ${number}, “${title}”`;
}

function spanish(text: string): boolean {
  return (
    languageOf(text) === "es" ||
    /^\W*(?:m[aá]s|y|por qu[eé]|cu[eé]ntame|contin[uú]a|en resumen)(?!\p{L})/iu.test(text)
  );
}
