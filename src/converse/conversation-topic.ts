import type { Analyzer } from "../ports/analyzer.ts";
import { countryMentions } from "../domain/countries.ts";
import { nameRuns, type NameRun, type WordTools } from "./name-runs.ts";
import { MONTH } from "./times.ts";

/** What a question is about, as far as its words show. */
export interface ConversationTopic {
  /** The first name that is neither a country nor a body, somebody's before any other: "AMLO". */
  readonly person: string | null;
  /** The first name, of those that are none either, that is nobody's: "Pemex". */
  readonly organisation: string | null;
  /** What "it" means: the last name of several words, what is counted or measured, or else a name that is nobody's. */
  readonly thing: string | null;
  /** What is counted or measured, as it stands in the question. */
  readonly counted: string | null;
  /** The first country that it names. */
  readonly country: string | null;
  /** What "they" means. */
  readonly plural: string | null;
  /** What "there" means. */
  readonly place: string | null;
  /** All of it in a few words: what is added to a question that says too little. */
  readonly phrase: string;
}

const COUNTED =
  /\b(?:[Hh]ow (?:many|much)|(?:[Ww]hat|[Ww]hich) (?:share|percentage|proportion|part|number|amount|kinds?|types?) of|[Ww]hich) (?:the )?((?:\p{Ll}[\p{Ll}'’-]*\s+){0,3}?\p{Ll}[\p{Ll}'’-]*)\s+(?=(?:are|is|was|were|has|have|had|do|does|did|will|would|can|could|must|in|on|from|to|for|by|with|at|of|since|between|under)\b|\p{Lu}|travel|live|work|return|move|come|go)/u;
/** What a question opens with before it says what it is about. */
const FRAME =
  /^\W*(?:(?:and|so|but|in(?=\s+(?:what|which))|since|tell me more about|how (?:many|much|often|long|far|badly|big|hard|slow)|of(?=\s)|there|(?:what|who|where|when|how)['’]?s|what|which|who|whose|whom|when|where|why|how|do|does|did|is|are|was|were|has|have|had|can|could|should|will|would|it|true|that|qu[eé]|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|qui[eé]n(?:es)?|c[oó]mo|cu[aá]ndo|d[oó]nde|por qu[eé]|es|son|hay|fue|happen(?:s|ed)?|escribi[oó]|(?:chapters?|sections?) (?:deals? with|covers?|discuss(?:es)?|talks? about|mentions?)):?\s+)+/iu;
const OPENS_WITH_MONTH = new RegExp(`^${MONTH}\\b`, "u");
const PLACED = /\b(?:in|at|from|town of|city of|state of|near|to)\s*$/iu;
/** "What is the quota?": the thing itself. */
const DEFINED =
  /^\W*(?:what|which|who|qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?) (is|are|was|were|es|son) ((?:the|an?|el|la|los|las|una?) .{2,60}?)\W*$/iu;
/** What was added to a question from an earlier one. */
const ADDED = /\s*\(([^()]+)\)\W*$/u;
/** "How much was really made at home", "how much of a car": nothing that is counted. */
const UNCOUNTED = /^(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|of)\b/iu;
/** Counted, but nobody in particular. */
const ANYBODY = /^(?:people|persons|ppl)$/iu;
const PLURAL = /(?:s|people|children|women|men)$/iu;
const BODY =
  /\b(?:council|initiative|agreement|treaty|commission|institute|house|congress|party|plan|act|government|administration|department|agency|organi[sz]ation|board|bank|article|union|court|summit|cent(?:er|re))\b/iu;

/** "Article 27.3 of the USMCA": a part of a text, by its number. */
const PROVISION =
  /\b(?:[Aa]rticles?|[Aa]nnex(?:es)?|[Tt]itles?|[Ss]ections?|[Cc]hapters?) \d[\d.]*(?: of (?:the )?\p{Lu}[\p{L}.]*\p{L}(?: \p{Lu}[\p{L}.]*\p{L})*)?/u;
/** What says something, and is not the report. */
const TEXT =
  /^(?:the )?(?:(?:article|annex|title|section|chapter)s? \d|.*\b(?:plan|agreement|treaty|act|law|deal|pact|declaration|compact|statement|initiative|strategy|doctrine|USMCA|NAFTA|T-MEC)$)/iu;

/** Whether what was spoken of is a text that says things itself, as "what does it say about wages?" takes for granted. */
export function isText(thing: string | null): boolean {
  return thing !== null && TEXT.test(thing);
}

/** Whether a name is a person's, as far as the texts tell. */
export function isSomebody(name: string, { isPerson }: WordTools): boolean {
  return !BODY.test(name) && name.split(/[\s.]+/u).some(isPerson);
}

/** A name that is spoken about: "What do they say about Pemex?". */
function aboutName(question: string, names: readonly NameRun[]): string | null {
  const last = names.at(-1);
  return last && /\babout\s*$/iu.test(question.slice(0, last.start)) ? last.text : null;
}

/** "The US-Mexico border wall", "the Biden administration": a name that stands for nothing without the noun behind it. */
function withNoun(question: string, { end, text }: NameRun, analyzer: Analyzer): string {
  if (BODY.test(text)) return text;
  const [behind = ""] = /^(?: \p{Ll}[\p{Ll}-]*)*/u.exec(question.slice(end)) ?? [];
  const words = behind.split(" ").slice(1, 4);
  const body = words.findIndex((word) => BODY.test(word));
  const verb = words.findIndex((word) => analyzer.isStopWord(word) || /(?:ing|ed)$/u.test(word));
  const ofTwo = /\p{L}-\p{Lu}/u.test(text) ? Math.min(2, verb < 0 ? 2 : verb) : 0;
  return [text, ...words.slice(0, body < 0 ? ofTwo : body + 1)].join(" ");
}

/** Reads the topic of a standalone question. */
export function topicOf(question: string, words: WordTools): ConversationTopic {
  const { analyzer } = words;
  const runs = nameRuns(question, words);
  const countries = countryMentions(question);
  const alone = countries.filter(({ start, end }) =>
    runs.every((run) => run.end <= start || run.start >= end || run.end - run.start <= end - start + 4),
  );
  const names = runs.filter(
    ({ start, end, text }) =>
      !OPENS_WITH_MONTH.test(text) && alone.every((mention) => mention.end <= start || mention.start >= end),
  );
  const persons = names.filter(
    ({ start, text }) =>
      !BODY.test(text) &&
      !/\d/u.test(text) &&
      !text.startsWith("the ") &&
      !PLACED.test(question.slice(0, start)),
  );
  const bodies = names
    .filter(({ text }) => BODY.test(text) || text.startsWith("the "))
    .map((name) => withNoun(question, name, analyzer));
  const counted = COUNTED.exec(question)?.[1];
  const telling =
    counted !== undefined && !UNCOUNTED.test(counted) && analyzer.terms(counted).length > 0 ? counted : null;
  const [, verb = "", defined] = DEFINED.exec(question.replace(ADDED, "")) ?? [];
  const [single, several] = /^(?:is|was|es)$/iu.test(verb) ? [defined, undefined] : [undefined, defined];
  const nouns = alone.filter(({ form }) => form === "noun").map(({ country: [noun] }) => noun);
  const distinct = [...new Set(nouns)];
  const [last, secondLast] = [alone.at(-1), alone.at(-2)];
  const joined =
    last?.form === "noun" &&
    secondLast?.form === "noun" &&
    /^,? and $/u.test(question.slice(secondLast.end, last.start).replace("the ", ""));
  const inside = ADDED.exec(question)?.[1];
  const whole = inside ?? question;
  const organisation = persons.find(({ text }) => !isSomebody(text, words))?.text ?? null;
  return {
    person: (persons.find(({ text }) => isSomebody(text, words)) ?? persons[0])?.text ?? null,
    organisation,
    counted: telling,
    country: nouns[0] ?? null,
    thing:
      single ??
      PROVISION.exec(question)?.[0] ??
      bodies.at(-1) ??
      aboutName(question, names) ??
      (telling !== null && !PLURAL.test(telling) ? `the ${telling}` : organisation),
    plural: joined
      ? `${distinct.slice(0, -1).join(", ")} and ${distinct.at(-1) ?? ""}`
      : (several ?? (telling !== null && PLURAL.test(telling) && !ANYBODY.test(telling) ? telling : null)),
    place: bodies.find((name) => /house|city|town/iu.test(name)) ?? nouns.at(-1) ?? null,
    // What was added to an earlier question still holds.
    phrase: whole
      .replace(FRAME, "")
      .replace(/[?.!\s]+$/u, "")
      .trim(),
  };
}
