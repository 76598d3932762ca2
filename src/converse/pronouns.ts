import type { Standalone } from "../domain/standalone.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { ConversationTopic } from "./conversation-topic.ts";
import { nameRuns, type WordTools } from "./name-runs.ts";

/** "How long does it take to", "is it true that": a word that means nothing before. */
const EMPTY_IT =
  /\b(?:does|did|do|will|would|can|could) it (?:take|cost|matter|make sense|mean)\b|\b(?:is|was) (?:it|there) (?:true|possible|likely|clear|fair|right|a |an |any |that )|\b(?:there|it) (?:is|are|was|were)\b|\b(?:is|are|was|were) there\b/iu;
const HE = /\b(?:he|she|him|her)\b/iu;
const HIS = /\b(?:his|hers)\b/iu;
const IT = /\bit\b(?!['’])/iu;
/** Behind these a place stands as it is. */
const FROM_THERE = /(?<=\b(?:from|of|to|near) )there\b/iu;
/** "Does it import": what a country does. */
const ACTING =
  /\b(?:does|did|do|has|had|will|would|can|could|should|must) it (?:buy|sell|import|export|produce|use|need|want|have|spend|depend|rely|trade|owe|recogni[sz]e|join|sign|belong)\b/iu;
const ITS = /\bits\b/iu;
const THEY =
  /\b(?:they|them)\b|\b(?:those|these)\b(?=\W*$| (?:are|were|have|had|do|did|can|could|will|would|should|get|go|come|work|cost)\b)/iu;
const THEIR = /\btheir\b/iu;
const THERE = /(?<!\b(?:is|are|was|were) )\bthere\b(?!['’]| (?:is|are|was|were|any|a)\b)/iu;
const POINTING =
  /\b(?:this|that)\b(?=\W*$| (?:is|was|a|happen\p{L}*|mean\p{L}*)\b)|\ball (?:this|that|of (?:this|that|it|them))\b|\blike that\b|\bthe (?:first|second|third|last|next|other|former|latter)(?: (?:one|ones|two|three|time))?\b(?=\W*$| \p{Ll})|\bthe (?:same|other way)\b/iu;
/** "Is that more than before?", "that company", "the two", "one of them": what it is, stands in an earlier turn. */
const DEMONSTRATIVE =
  /^\W*(?:(?:and|so|but|then|how|why|when|where)\W+)*(?:is|was|are|were|does|did|do|has|had|will|would|could|can|should)(?:n['’]t)? (?:that|this|those|these)\b|\b(?:this|these|those|such an?|that one)\b(?! (?:report|document|days|year|week|month|century|decade|who|that|which|from|in|of|with)\b)|(?:^\W*|\b(?:about|after|at|before|behind|by|for|from|in|into|keep\p{L}*|of|on|since|to|under|why|with) )that \p{Ll}+|\bthe (?:two|both)\b(?=\W*$| (?:of them|could|would|should|can|will|do|did|get|got|have|had)\b)|\b(?:one|any|some|most|all|both|each|neither|none|many|few) of (?:them|those|these)\b/iu;
const AT_END =
  /\b(?:under|about|of|in|on|from|with|for|by|to|into|against|behind) (?:it|them|him|her|that|this)\W*$/iu;
const SPANISH_LEANING =
  /(?<!\p{L})(?:eso|esto|ellos|ellas|ah[ií]|all[ií]|lo|los mismos|la misma|el mismo|es[ea]s?|dich[oa]s?)(?!\p{L})|(?<!\p{L})(?:qu[eé]|qui[eé]n(?:es)?|cu[aá]ndo|c[oó]mo|d[oó]nde|por qu[eé]) (?:se )?(?:la|las|los|les?) \p{L}+/iu;
/** "¿Cuándo se creó?", "¿quién lo propuso?": a verb, and nothing that it is said of. */
const SPANISH_BARE =
  /^\W*(?:(?:y|pero) )?(?:por qu[eé]|cu[aá]ndo|c[oó]mo|d[oó]nde|qui[eé]n(?:es)?|qu[eé]|cu[aá]nt[oa]s?|cu[aá]l(?:es)?) (?:(?:se|lo|les?|fue(?:ron)?|era|ha|han|hab[ií]a) )*\p{Ll}+\W*$/iu;
/** "¿Trabajó en Pemex?": what somebody did who is not named. */
const SPANISH_VERB_FIRST =
  /^\W*(?:(?:y|pero) )?(?:(?:cu[aá]ndo|d[oó]nde|por qu[eé]|con qui[eé]n) )?(?:(?:se|lo|la|ha|hab[ií]a) )?(?:\p{L}{2,}(?:ó|ad[oa]|id[oa])|fue|dijo|hizo|tiene|tuvo|dio|es|era) (?:en|de|a|al|del|con|para|por|un|una|algo|tambi[eé]n|alguna vez)(?!\p{L})/iu;
/** Words that name nothing. */
const VAGUE =
  /\b(?:any(?:one|body|thing|more)|some(?:one|body|thing)|every(?:one|body|thing)|no(?:body|thing)|ever|happen\w*|things?|actually|really|else|get|gets|got)\b/giu;
const CONTINUES = /^\W*(?:and|but|so|y|pero)\b/iu;
/** Content terms that a question needs to be looked for by itself. */
const FEWEST_TERMS = 2;
/** Words of a question that names nobody and nothing by name, and has few content terms: "how big is the gap?". */
const SHORT = 6;
/** A question that opens with "and" and has no more words is taken for a part of the one before. */
const FEW_WORDS = 4;

/** Code of the first character that holds the place of what a pronoun means: of private use, so that nobody types it. */
const HELD = 0xe000;

/** Whether a question means nothing without the ones before: it points back, or says too little. */
export function leansOnPast(text: string, words: WordTools): boolean {
  const { analyzer } = words;
  const told = analyzer.terms(text.replace(VAGUE, " ")).length;
  const few = told <= FEWEST_TERMS || text.split(" ").length <= FEW_WORDS;
  if (SPANISH_BARE.test(text)) return true;
  if (told < FEWEST_TERMS || (CONTINUES.test(text) && few)) return true;
  if (SPANISH_LEANING.test(text) && /[¿]|(?<!\p{L})(?:qu[eé]|c[oó]mo|cu[aá]l|por)(?!\p{L})/iu.test(text))
    return true;
  const plain = text.replace(EMPTY_IT, " ");
  if (AT_END.test(plain) || POINTING.test(plain) || DEMONSTRATIVE.test(text)) return true;
  const first = nameRuns(plain, words)[0]?.start ?? Infinity;
  if (first === Infinity && told <= FEWEST_TERMS && text.split(" ").length <= SHORT) return true;
  return [HE, HIS, IT, ITS, THEY, THEIR, THERE].some((pronoun) => {
    const at = pronoun.exec(plain)?.index;
    // Behind a name a pronoun may mean that name.
    return at !== undefined && at < first;
  });
}

/** Whether a question in Spanish is of somebody whom it leaves to the turns before. */
export function lacksPersonInSpanish(text: string): boolean {
  return SPANISH_VERB_FIRST.test(text);
}

/** A question with what its pronouns mean in their place; what cannot be placed stands behind it in brackets. */
export function resolvePronouns(text: string, topic: ConversationTopic, analyzer: Analyzer): Standalone {
  const { person, thing, plural, place } = topic;
  const put = (pronoun: RegExp, meant: string | null, ending = ""): void => {
    if (meant === null || !pronoun.test(said)) return;
    // What is put in may hold pronouns of its own, which mean what they meant there.
    said = said.replace(pronoun, String.fromCharCode(HELD + placed.length));
    placed.push({ meant, words: meant + (ending === "" ? "" : meant.endsWith("s") ? "’" : ending) });
  };
  let said = text;
  const placed: { readonly meant: string; readonly words: string }[] = [];
  // Of somebody whom the question names himself, "him" tells another.
  const other = person !== null && !text.includes(person) ? person : null;
  put(HE, other);
  put(HIS, other, "’s");
  if (!EMPTY_IT.test(said)) put(IT, thing ?? (ACTING.test(said) ? topic.country : null));
  put(ITS, thing, "’s");
  put(THEY, plural);
  put(THEIR, plural, "’s");
  const where = /\b(?:go|goes|travel|travels|come|comes|move|moves|head|heads|went) there\b/iu.test(said)
    ? "to"
    : "in";
  put(FROM_THERE, place);
  const at = place !== null && /house$/iu.test(place) ? "at" : where;
  put(THERE, place === null ? null : `${at} ${place}`);
  placed.forEach(({ words }, i) => (said = said.replace(String.fromCharCode(HELD + i), () => words)));
  const own = new Set(analyzer.terms(text));
  const told = placed.some(({ meant }) => tellsAll(meant, topic.phrase));
  const enough = told || (placed.length > 0 && own.size >= 2);
  if (enough || topic.phrase === "") return { text: said, leans: true, added: false };
  const rest = said.replace(/[?.!\s]+$/u, "");
  return { text: `${rest} (${topic.phrase})?`, leans: true, added: true };
}

/** Whether a few words are all that a phrase is about, but for a word or two. */
function tellsAll(meant: string, phrase: string): boolean {
  const rest = phrase.startsWith(meant) ? phrase.slice(meant.length).trim() : null;
  return meant.endsWith(phrase) || (rest !== null && rest.split(" ").length <= 2);
}
