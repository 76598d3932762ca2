import { escapeRegExp } from "../domain/escape-reg-exp.ts";
import { isContent, type Passage } from "../domain/passage.ts";
import { wordKey } from "../domain/words.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quoteSentences, textOfSentence } from "./cite.ts";
import type { Draft } from "./draft.ts";
import type { Phrases } from "./phrases.ts";
import type { RankedSentence } from "./select.ts";

/** "What is medical tourism?", "who are the dreamers?", and nothing more. */
const ASKED =
  /^\W*(?:(?:what|who)(?:['’]?s|['’]?re| is| are| was| were)|define|(?:qu[eé]|qui[eé]n(?:es)?) (?:es|son|era|eran|fue|fueron))\s+(?<the>(?:the|el|la|los|las)\s+)?(?:(?:an?|una?)\s+)?(?:so-called\s+)?["“'«]?(?<name>[\p{L}\p{N}][^?!,;:"“”«»()]*?)\W*$/iu;
/** "Tell me about Norwick", "what does the report say about it?", "Norwick", and nothing more. */
const NAMED =
  /^\W*(?:(?:and|so|ok)[, ]+)*(?:tell me (?:something |anything |more )?about|(?:what|anything) (?:does|do) (?:the report|it|they|the authors?) (?:have to )?say (?:about|on|of)|(?:what|how) about|qu[eé] dice el informe (?:sobre|de)|h[aá]blame de)?\s*(?<the>(?:the|el|la|los|las)\s+)?["“'«]?(?<name>(?!(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|should|will|would|has|have|any|in|give|list|tell|show|name|qu[eé]|qui[eé]n|c[oó]mo|cu[aá]\p{L}*|d[oó]nde|por)(?!\p{L}))[\p{L}\p{N}][^?!,;:"“”«»()]*?)\W*$/iu;
/** A longer name asks for more than what a thing is. */
const MOST_WORDS = 5;
/** Words that tell what a name means, right before it and right behind it. */
const BEFORE = String.raw`(?:known as|called|dubbed|termed|so-called)`;
const BEHIND = String.raw`(?:(?:is|are|was|were) (?:an?|the|one)|, (?:an?|the|which|who)|means|refers? to|consists? of|(?:is|are) defined)`;
const CAPITALISED = /^(?:\p{Lu}\S*|(?:of|for|and|the|de|del|la|los|las|y)|[\s-])+$/u;

interface Mention {
  readonly passage: Passage;
  readonly sentence: number;
  /** Whether it is a name, or stands in quotation marks. */
  readonly coined: boolean;
}

type Place = Pick<Mention, "passage" | "sentence">;

/**
 * What the report says of a thing or a person that a question asks for and no more, where it writes the name just so: the
 * sentence that tells what it means, or else what opens the part that is headed so, or else the best one that names it.
 * With "the" before it only what is a name, or stands in quotation marks, asks what it is ("the minimum wage" asks how much).
 * @param ranked what was found for the question, best first
 * @param phrases null for nothing before the quote
 */
export function definition(
  question: string,
  ranked: readonly RankedSentence[],
  index: Pick<SearchIndex, "corpus">,
  analyzer: Analyzer,
  phrases: Phrases | null,
): Draft | null {
  const { the, name } = (ASKED.exec(question) ?? NAMED.exec(question))?.groups ?? {};
  const terms = analyzer.terms(name ?? "").length;
  if (name === undefined || terms === 0 || name.split(/\s+/u).length > MOST_WORDS) return null;
  const written = writtenAs(name);
  const passages = index.corpus.passages.filter(({ kind }) => isContent(kind));
  const all = passages.flatMap((passage) =>
    [...passage.sentences.keys()].flatMap((sentence): Mention[] => {
      const match = written.exec(textOfSentence(passage, sentence));
      return match ? [{ passage, sentence, coined: isCoined(match) }] : [];
    }),
  );
  const mentions = the === undefined ? all : all.filter(({ coined }) => coined);
  // A word alone may be any ("what is new?").
  const telling = terms > 1 || mentions.some(({ coined }) => coined);
  const told =
    mentions.find(tells(written)) ??
    (the === undefined ? headedBy(name, passages) : null) ??
    (telling ? bestOf(withoutAdvice(mentions), ranked) : null);
  if (!told) return null;
  const quote = quoteSentences(told.passage, told.sentence, told.sentence);
  return {
    parts: phrases ? [{ kind: "frame", text: phrases.saysOf(name) }, quote] : [quote],
    notices: [],
  };
}

function writtenAs(name: string): RegExp {
  const words = name
    .split(/\s+/u)
    .map(escapeRegExp)
    .join(String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?:e?s)?(?![\p{L}\p{N}])`, "iu");
}

/** Whether a sentence tells what a name means. */
function tells({ source }: RegExp): (place: Place) => boolean {
  const defining = new RegExp(
    String.raw`${BEFORE} ["“]?${source}|${source}["”]?(?: \([^)]*\))? ?${BEHIND}\b`,
    "iu",
  );
  return ({ passage, sentence }) => defining.test(textOfSentence(passage, sentence));
}

/** Whether a name stands with capitals where no sentence begins, or in quotation marks. */
function isCoined({ 0: name, index, input }: RegExpExecArray): boolean {
  return /["“](?:the )?$/iu.test(input.slice(0, index)) || (index > 0 && CAPITALISED.test(name));
}

function headedBy(name: string, passages: readonly Passage[]): Place | null {
  const key = wordKey(name);
  const passage = passages.find(
    ({ kind, section }) => kind === "prose" && wordKey(section.at(-1) ?? "") === key,
  );
  return passage ? { passage, sentence: 0 } : null;
}

/** What is to be done with a thing tells least of what it is. */
const ADVICE = /\b(?:should|must|could|ought to|needs? to)\b/iu;

function withoutAdvice(mentions: readonly Mention[]): readonly Mention[] {
  const plain = mentions.filter(({ passage, sentence }) => !ADVICE.test(textOfSentence(passage, sentence)));
  return plain.length > 0 ? plain : mentions;
}

function bestOf(mentions: readonly Mention[], ranked: readonly RankedSentence[]): Place | null {
  const found = ranked.find(({ candidate, sentence }) =>
    mentions.some((one) => one.passage.id === candidate.passage.id && one.sentence === sentence),
  );
  return found ? { passage: found.candidate.passage, sentence: found.sentence } : (mentions[0] ?? null);
}
