import type { Intent } from "../domain/question.ts";

const GREETING =
  /^\W*(?:hi|hiya|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day)|hola|buenos d[ií]as|buenas tardes|how are (?:you|things)|how(?:'s| is) it going|what'?s up|nice to meet you|c[oó]mo est[aá]s?|qu[eé] tal)(?:[\s,!¿¡?]+(?:there|everyone|all|team|bot|friend|again|doing|feeling|today|tonight|this (?:morning|afternoon|evening)|how are you|c[oó]mo est[aá]s?|qu[eé] tal|hoy))*\W*$/iu;
const THANKS =
  /^\W*(?:thanks?(?: you)?|thx|cheers|great|ok(?:ay)?|cool|perfect|nice|got it|gracias|bye|goodbye)(?:[\s,]+(?:bye|so much|very much|a lot|thanks|you|for (?:your|the) help))*\W*$/iu;
const GRACIAS = /^\W*(?:mil |muchas |much[ií]simas )?gracias(?!\p{L}| a ).{0,40}$/iu;
const ABOUT_ASSISTANT =
  /^\W*(?:who|what) are you\W*$|\bwhat can (?:you|i) (?:do|ask)\b|\bhow (?:do|can|does) (?:you|i|this) (?:work|use)\b|^\W*help\W*$|\bare you (?:a |an )?(?:bot|human|ai|robot|person)\b|^\W*qui[eé]n eres\W*$|\bqu[eé] puedes hacer\b|^\W*c[oó]mo funcionas\W*$|^\W*ayuda\W*$|^\W*(?:can|could|would|will) you (?:please )?help(?: me| us)?(?: (?:out|please))*\W*$|^\W*(?:do|can|are|did|have) you (?:ever )?(?:like|love|dream|sleep|eat|feel|there|ok(?:ay)?|alive|real|sentient|happy|tired|hungry|busy|hear|understand)\b|^\W*who (?:made|built|created|programmed|trained) you\W*$|^\W*(?:what|who|which)(?:'s| is| are) your (?:own )?(?:favou?rite|name|age|birthday|mood|model|maker|creator)|^\W*how old are you\W*$|^\W*(?:me puedes|puedes) ayudar(?:me)?\W*$|^\W*(?:cu[aá]l es|c[oó]mo es) tu (?:nombre|color|pel[ií]cula|libro)(?!\p{L})|^\W*c[oó]mo te llamas\W*$/iu;
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
const CONTENTS =
  /^\W*(?:in )?(?:what|which) (?:are (?:the|its) )?chapters?\b(?!.*\b(?:say|says|recommend|recommends|argue|argues)\b)|\bhow many (?:chapters|pages)\b(?!.*\b(?:does|do|has|have)\b(?! (?:it|the report|this report|the document)|\W*$))|\btable of contents\b|^\W*(?:what are )?(?:the )?contents(?: of (?:the|this) report)?\W*$|\bhow (?:is|was) (?:the|this) report (?:organi[sz]ed|structured)\b|^\W*(?:please )?(?:list|name|show)(?: me)? (?:all |the )*chapters?\b|^\W*(?:qu[eé]|cu[aá]les|cu[aá]ntos)(?: son (?:los|sus))? cap[ií]tulos(?: (?:hay|tiene|contiene|trae|son))?(?: (?:en|de|del|el|este|la|los) ?)*(?:informe|reporte|documento)?\W*$|^\W*(?:el )?[ií]ndice(?: del (?:informe|reporte))?\W*$/iu;
const ABOUT_REPORT =
  /^\W*(?:what(?:'s| is) (?:this|the) (?:report|document|study|publication)(?: (?:about|called))?|what(?:'s| is) it about|what(?:'s| is) the (?:title|name) of (?:this|the) (?:report|document)|(?:who|which \w+) published (?:this|it|(?:this|the) (?:report|document|study))(?:,? and when)?|(?:in )?(?:what|which) year (?:is|was) (?:(?:this|the) (?:report|document)|(?:this|it)(?= (?:from|published)))(?: from| (?:written|published|released)(?: in)?)?|(?:is|are) (?:this|it|(?:this|the) (?:report|information|data)) (?:still )?(?:up[ -]to[ -]date|outdated)|how (?:old|recent|current|up[ -]to[ -]date) (?:is|are) (?:this|the) (?:report|information|data)|where (?:can|could|do) (?:i|you|we|one) (?:find|get|read|download|see) (?:the )?(?:(?:full|whole|original|complete) )?(?:this |the )?(?:report|document|study|pdf|text)(?: online)?|when was (?:this|the) (?:report|document) (?:published|written|released)|how old is (?:this|the) report|(?:de )?qu[eé] (?:es|trata)(?: de)? (?:el|este) (?:informe|reporte|documento|estudio)|de qu[eé] (?:trata|habla)(?: (?:el|este) (?:informe|reporte|documento|estudio))?|(?:cu[aá]ndo|qui[eé]n|por qui[eé]n) (?:se |fue )*public(?:[oó]|ado|a)(?: (?:el|este) (?:informe|reporte|documento|estudio))?)\W*$/iu;
const PUBLISHED =
  /^\W*(?:when|who|by whom|which \w+|where)\b[^?]*\b(?:this|the) (?:report|document|study)\b(?: was| is| been)* (?:published|released|written)\b|\bpublish(?:er|ed|es)\b[^?]*\b(?:this|the) (?:report|document|study)\W*$/iu;
const OVERVIEW =
  /\bsumm?[ae]r(?:y|i[sz]e[ds]?|ies|i[sz]ation|i[sz]ing)\b|\bsum (?:it |this |that )?up\b|\boverview\b|\btl;?\s?dr\b|\b(?:main|key|major|principal|central|headline|top|big) (?:(?:two|three|four|five|six|ten|\d{1,2}) )?(?:points?|facts?|highlights?|insights?|takeaways?|messages?|findings?|conclusions?|arguments?|ideas?|themes?|topics?|proposals?|asks|suggestions?|policy recommendations?|recommendations?)\b|^\W*tell me (?:more )?about (?:(?:chapter \d+|(?:the|this) (?:report|document|introduction)|the .{1,60} chapter)\W*$)|^\W*(?:(?:what are|give me|show me) )?(?:the )?highlights\b|\bbottom line\b|\bconclusions? of (?:the|this) (?:report|study|document)\b|\bgist\b|\bbullet(?:s| points?)\b|\bin a nutshell\b|\bbriefly\W*$|\bin (?:short|brief)\W*$|\b(?:across|throughout) the (?:whole |entire )?report\b|\bwhat (?:topics|subjects|themes|issues|areas) (?:does|do) (?:it|the report|this report|the authors?|the document)\b|\bwhat does the (?:[\p{L}'’-]+ ){1,6}(?:chapter|introduction|section) (?:say|argue|recommend|cover|propose|conclude|claim)\W*$|^\W*what (?:are|were) (?:the |its |all )*(?:policy )?recommendations\b|\bwhat (?:does|do) (?:it|they|the report|this report|the authors?|chapter \d+|the chapter|this chapter) (?:have to )?(?:say|recommend|propose|advise|suggest|conclude)\b|\bwhat is (?:chapter \d+|the .{1,60} chapter|the chapter .{1,60}) about\b|^\W*recommendations\b|\b(?:res[uú]m(?:e|en|a|an|ir|eme|enes)|panorama general)\b|\b(?:puntos|ideas|mensajes|conclusiones|recomendaciones|propuestas) (?:principales|clave|centrales)\b|\b(?:qu[eé]|cu[aá]les) (?:son )?(?:las )?(?:recomendaciones|propuestas)\b|^\W*(?:las )?recomendaciones\b|\bqu[eé] (?:recomiendan?|proponen?|sugieren?|aconsejan?|concluyen?) (?:el informe|este informe|el reporte|el cap[ií]tulo|el documento|los autores)\b|\bprincipales (?:puntos|ideas|mensajes|conclusiones|recomendaciones|propuestas)\b|\bwhat (?:recommendations|policies) (?:does|do|are)\b/iu;

/**
 * What the asker wants. Rules only: a question of substance is "content",
 * and a text without one letter or digit is "unclear".
 */
export function intentOf(text: string): Intent {
  if (!/[\p{L}\p{N}]/u.test(text) || COMMAND.test(text)) return "unclear";
  if (GREETING.test(text)) return "greeting";
  if (THANKS.test(text) || (GRACIAS.test(text) && !text.includes("?"))) return "thanks";
  if (ABOUT_ASSISTANT.test(text)) return "about-assistant";
  if (AUTHORS.test(text)) return "authors";
  if (ABOUT_REPORT.test(text) || PUBLISHED.test(text)) return "about-report";
  if (OVERVIEW.test(text)) return "overview";
  if (CONTENTS.test(text)) return "contents";
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

/** What is asked of one part of the report: what it says of a theme is told in its points. */
export function intentWithin(text: string): { readonly intent: Intent; readonly theme: string | null } {
  const intent = intentOf(text);
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
