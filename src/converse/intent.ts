import type { Intent } from "../domain/question.ts";
import { ABOUT_ASSISTANT, ABOUT_REPORT, CONTENTS, matchesAny, OVERVIEW } from "./intent-patterns.ts";

const GREETING =
  /^\W*(?:hi|hiya|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day)|hola|buenos d[ií]as|buenas tardes|how are (?:you|things)|how(?:'s| is) it going|what'?s up|nice to meet you|c[oó]mo est[aá]s?|qu[eé] tal)(?:[\s,!¿¡?]+(?:there|everyone|all|team|bot|friend|again|doing|feeling|today|tonight|this (?:morning|afternoon|evening)|how are you|c[oó]mo est[aá]s?|qu[eé] tal|hoy))*\W*$/iu;
const THANKS =
  /^\W*(?:thanks?(?: you)?|thx|cheers|great|ok(?:ay)?|cool|perfect|nice|got it|gracias|bye|goodbye)(?:[\s,]+(?:bye|so much|very much|a lot|thanks|you|for (?:your|the) help))*\W*$/iu;
const GRACIAS = /^\W*(?:mil |muchas |much[ií]simas )?gracias(?!\p{L}| a ).{0,40}$/iu;
/** Orders to a machine, and no question. */
const COMMAND =
  /^\W*(?:please )?(?:stop|quit|exit|cancel|reset|undo|repeat(?: (?:that|it|please))*|test(?:ing)?|para|cancela|repite)(?: please)?\W*$/iu;
const PART =
  "(?:chapters?|reports?|sections?|parts?|introduction|study|paper|essays?|articles?|documents?|it|this|these|that)";
/** The same in Spanish; "\\b" knows no accented letters. */
const PARTE =
  "(?<!\\p{L})(?:cap[ií]tulos?|informe|reporte|secci[oó]n|introducci[oó]n|estudio|documento|texto)(?!\\p{L})";
/** What people ask about those who wrote, beside their names. */
const BACKGROUND =
  "(?:work|jobs?|careers?|backgrounds?|credentials|qualifications?|qualified|affiliations?|affiliated|experience|expertise|professions?|biograph(?:y|ies)|bios?|do for a living|do they do|come from)";
const WRITERS =
  "(?:(?:the|its|these|those) (?:authors?|writers?|contributors?|experts)|(?:the )?(?:people|ones) (?:who|that) wrote\\b[^?]*?)";
const AUTHORS = new RegExp(
  [
    `\\b(?:where|what|how|who|tell me|which)\\b[^?]*\\b${WRITERS}(?:['’]s?)? (?:(?:actually|currently|now|all|professional|academic) )*${BACKGROUND}\\W*$`,
    `\\b(?:where|what|how|who|tell me|which)\\b[^?]{0,40}\\b${BACKGROUND} of ${WRITERS}\\b`,
    `\\bhow many (?:authors?|writers|contributors|people wrote)\\b`,
    `^\\W*who (?:are|were) (?:the|its) (?:authors?|writers?|editors?) and\\b`,
    `\\bwho (?:else )?(?:wrote|authored|writes|penned|edited)\\b[^?]*\\b${PART}\\b`,
    `^\\W*(?:and |so )?who(?: all)? (?:wrote|writes) (?:about|on) `,
    `^\\W*who (?:is|are|was|were)(?: the)? (?:authors?|writers?|editors?)\\W*$`,
    `^\\W*(?:who|which|what|name|list)\\b[^?]{0,20}\\b(?:authors?|writers?) of\\b[^?]*\\b${PART}\\b`,
    `^\\W*(?:the )?authors?\\b(?: of\\b.*)?\\W*$`,
    `\\b(?:written|authored) by whom\\b`,
    `\\bwh(?:at|ich) chapters? (?:did|was|were)\\b.*\\b(?:write|wrote|written|author)`,
    `\\bwh(?:at|ich) (?:\\w+ ){0,2}(?:authors?|people|experts?|contributors?|writers?|scholars?) (?:\\w+ )?(?:wrote|write|writes|deals?|covers?|authored)\\b`,
    `\\bqui[eé]n(?:es)? (?:escribi[oó]|escribieron|redact[oó]|redactaron|firm[oó]|firman)(?!\\p{L})[^?]*${PARTE}`,
    `\\bqui[eé]n(?:es)? (?:es|son|fue|fueron) (?:el|la|los|las) (?:autora?|autor[ae]?s)\\b(?:\\W*$|[^?]*${PARTE})`,
  ].join("|"),
  "iu",
);

/**
 * What the asker wants. Rules only: a question of substance is "content",
 * and a text without one letter or digit is "unclear".
 */
export function intentOf(text: string): Intent {
  if (!/[\p{L}\p{N}]/u.test(text) || COMMAND.test(text)) return "unclear";
  if (GREETING.test(text)) return "greeting";
  if (THANKS.test(text) || (GRACIAS.test(text) && !text.includes("?"))) return "thanks";
  if (matchesAny(ABOUT_ASSISTANT, text)) return "about-assistant";
  if (AUTHORS.test(text)) return "authors";
  if (matchesAny(ABOUT_REPORT, text)) return "about-report";
  if (matchesAny(OVERVIEW, text)) return "overview";
  if (matchesAny(CONTENTS, text)) return "contents";
  return "content";
}

/** "What does Solís say about cranes?": a theme of a few words. */
const SAYS_OF = new RegExp(
  [
    "\\bwhat (?:do|does|did|would) (?:[\\p{L}\\d.'’-]+ ){1,8}?(?:say|argue|write|think|recommend|propose|suggest|advise|conclude|claim|believe|tell us) (?:about|on|of|regarding|concerning|for) ((?:\\S+\\s*){1,4})$",
    "qu[eé] (?:dice|opina|piensa|escribe|propone|recomienda|sugiere|argumenta|sostiene)n? (?:[\\p{L}\\d.'’-]+ ){1,8}?(?:sobre|acerca de|respecto (?:a|de)) ((?:\\S+\\s*){1,4})$",
  ].join("|"),
  "iu",
);

/** "What does Solís recommend?": all that is recommended in what she wrote. */
const RECOMMENDS =
  /^\W*(?:and |so )?(?:what (?:do|does|did|would) (?:[\p{L}.'’-]+ ){1,6}?(?:recommend|propose|suggest|advise|advocate)|qu[eé] (?:recomienda|propone|sugiere|aconseja)n? (?:[\p{L}.'’-]+ ?){1,5})\W*$/iu;

/**
 * What is asked of one part of the report, by its author where `byAuthor`: what it says of a theme, and what its author
 * recommends, is told in its points.
 */
export function intentWithin(
  text: string,
  byAuthor: boolean,
): { readonly intent: Intent; readonly theme: string | null } {
  const own = intentOf(text);
  const intent = own === "content" && byAuthor && RECOMMENDS.test(text) ? "overview" : own;
  const [, english, spanish] = SAYS_OF.exec(text) ?? [];
  const theme = intent === "content" || intent === "overview" ? (english ?? spanish) : undefined;
  if (theme === undefined) return { intent, theme: null };
  return { intent: "overview", theme: theme.replace(/[^\p{L}\p{N}]+$/u, "") };
}

const ASKS_BACKGROUND = new RegExp(`\\b${BACKGROUND}\\b`, "iu");
/** "What is Ann Lee's job at the bank?", "Where does she work?", "What jobs has she had?" */
const BACKGROUND_OF_ONE =
  /^\W*(?:so |and )?(?:what|where|which|tell me)\b.*(?:['’]s (?:\p{L}+ )?(?:jobs?|career|background|credentials|qualifications?|affiliations?|experience|expertise|profession|biography|bio|position)(?: (?:at|in|with) .+)?|\bdo(?:es|ing)? for a living|\bdoes (?:\p{L}[\p{L}.]* ){1,4}work(?: now| today| for)?|\bjobs? has .+ (?:had|held|done))\W*$/iu;

/** Whether a question about authors asks who they are, beside their names. */
export function asksBackground(text: string): boolean {
  return ASKS_BACKGROUND.test(text);
}

/** Whether a question about somebody who is named asks for nothing but what that person does, or did. */
export function asksBackgroundOfOne(text: string): boolean {
  return BACKGROUND_OF_ONE.test(text);
}

/** Words that ask for authors and name no topic. */
const ASKING_AUTHORS =
  /\b(?:who|which|what|wrote|written|writes?|authors?|authored|writers?|people|persons?|experts?|scholars?|contributors?|one|two|three|four|chapters?|sections?|parts?|essays?|articles?|pieces?|names?|list|covers?|deals?)\b/giu;

/** What those who are asked for wrote about: "migration" for "Which three people wrote the part on migration?" */
export function authorsTopic(text: string): string {
  return text.replace(ASKING_AUTHORS, " ");
}
