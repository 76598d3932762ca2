/** Wordings of what a question may want; each list is read as one alternative after the other. */
export type Patterns = readonly RegExp[];

export function matchesAny(patterns: Patterns, text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** What is asked of the assistant itself. */
export const ABOUT_ASSISTANT: Patterns = [
  /^\W*(?:who|what) are you\W*$/iu,
  /\bwhat can (?:you|i) (?:do|ask)\b/iu,
  /\bhow (?:do|can|does) (?:you|i|this) (?:work|use)\b/iu,
  /^\W*help\W*$/iu,
  /\bare you (?:a |an )?(?:bot|human|ai|robot|person)\b/iu,
  /^\W*qui[eé]n eres\W*$/iu,
  /\bqu[eé] puedes hacer\b/iu,
  /^\W*c[oó]mo funcionas\W*$/iu,
  /^\W*ayuda\W*$/iu,
  /^\W*(?:can|could|would|will) you (?:please )?help(?: me| us)?(?: (?:out|please))*\W*$/iu,
  /^\W*(?:do|can|are|did|have) you (?:ever )?(?:like|love|dream|sleep|eat|feel|there|ok(?:ay)?|alive|real|sentient|happy|tired|hungry|busy|hear|understand)\b/iu,
  /^\W*who (?:made|built|created|programmed|trained) you\W*$/iu,
  /^\W*(?:what|who|which)(?:'s| is| are) your (?:own )?(?:favou?rite|name|age|birthday|mood|model|maker|creator)/iu,
  /^\W*how old are you\W*$/iu,
  /^\W*(?:me puedes|puedes) ayudar(?:me)?\W*$/iu,
  /^\W*(?:cu[aá]l es|c[oó]mo es) tu (?:nombre|color|pel[ií]cula|libro)(?!\p{L})/iu,
  /^\W*c[oó]mo te llamas\W*$/iu,
];

/** Asks which chapters there are. */
export const CONTENTS: Patterns = [
  /^\W*(?:in )?(?:what|which) (?:are (?:the|its) )?chapters?\b(?!.*\b(?:say|says|recommend|recommends|argue|argues)\b)/iu,
  /\bhow many (?:chapters|pages)\b(?!.*\b(?:does|do|has|have)\b(?! (?:it|the report|this report|the document)|\W*$))/iu,
  /\btable of contents\b/iu,
  /^\W*(?:what are )?(?:the )?contents(?: of (?:the|this) report)?\W*$/iu,
  /\bhow (?:is|was) (?:the|this) report (?:organi[sz]ed|structured)\b/iu,
  /^\W*(?:please )?(?:list|name|show)(?: me)? (?:all |the )*chapters?\b/iu,
  /^\W*(?:qu[eé]|cu[aá]les|cu[aá]ntos)(?: son (?:los|sus))? cap[ií]tulos(?: (?:hay|tiene|contiene|trae|son))?(?: (?:en|de|del|el|este|la|los) ?)*(?:informe|reporte|documento)?\W*$/iu,
  /^\W*(?:el )?[ií]ndice(?: del (?:informe|reporte))?\W*$/iu,
];

/** Asks what the report is, who published it, when, and where it can be read. */
export const ABOUT_REPORT: Patterns = [
  /^\W*what(?:'s| is) (?:this|the) (?:report|document|study|publication)(?: (?:about|called))?\W*$/iu,
  /^\W*what(?:'s| is) it about\W*$/iu,
  /^\W*what(?:'s| is) the (?:title|name) of (?:this|the) (?:report|document)\W*$/iu,
  /^\W*(?:who|which \w+) published (?:this|it|(?:this|the) (?:report|document|study))(?:,? and when)?\W*$/iu,
  /^\W*(?:in )?(?:what|which) year (?:is|was) (?:(?:this|the) (?:report|document)|(?:this|it)(?= (?:from|published)))(?: from| (?:written|published|released)(?: in)?)?\W*$/iu,
  /^\W*(?:is|are) (?:this|it|(?:this|the) (?:report|information|data)) (?:still )?(?:up[ -]to[ -]date|outdated)\W*$/iu,
  /^\W*how (?:old|recent|current|up[ -]to[ -]date) (?:is|are) (?:this|the) (?:report|information|data)\W*$/iu,
  /^\W*where (?:can|could|do) (?:i|you|we|one) (?:find|get|read|download|see) (?:the )?(?:(?:full|whole|original|complete) )?(?:this |the )?(?:report|document|study|pdf|text)(?: online)?\W*$/iu,
  /^\W*when was (?:this|the) (?:report|document) (?:published|written|released)\W*$/iu,
  /^\W*how old is (?:this|the) report\W*$/iu,
  /^\W*(?:de )?qu[eé] (?:es|trata)(?: de)? (?:el|este) (?:informe|reporte|documento|estudio)\W*$/iu,
  /^\W*de qu[eé] (?:trata|habla)(?: (?:el|este) (?:informe|reporte|documento|estudio))?\W*$/iu,
  /^\W*(?:cu[aá]ndo|qui[eé]n|por qui[eé]n) (?:se |fue )*public(?:[oó]|ado|a)(?: (?:el|este) (?:informe|reporte|documento|estudio))?\W*$/iu,
  /^\W*(?:when|who|by whom|which \w+|where)\b[^?]*\b(?:this|the) (?:report|document|study)\b(?: was| is| been)* (?:published|released|written)\b/iu,
  /\bpublish(?:er|ed|es)\b[^?]*\b(?:this|the) (?:report|document|study)\W*$/iu,
];

/** Asks for the main points, of all or of a part. */
export const OVERVIEW: Patterns = [
  /\bsumm?[ae]r(?:y|i[sz]e[ds]?|ies|i[sz]ation|i[sz]ing)\b/iu,
  /\bsum (?:it |this |that )?up\b/iu,
  /\boverview\b/iu,
  /\btl;?\s?dr\b/iu,
  /\b(?:main|key|major|principal|central|headline|top|big) (?:(?:two|three|four|five|six|ten|\d{1,2}) )?(?:points?|facts?|highlights?|insights?|takeaways?|messages?|findings?|conclusions?|arguments?|ideas?|themes?|topics?|proposals?|asks|suggestions?|policy recommendations?|recommendations?)\b/iu,
  /^\W*tell me (?:more )?about (?:(?:chapter \d+|(?:the|this) (?:report|document|introduction)|the .{1,60} chapter)\W*$)/iu,
  /^\W*(?:(?:what are|give me|show me) )?(?:the )?highlights\b/iu,
  /\bbottom line\b/iu,
  /\bconclusions? of (?:the|this) (?:report|study|document)\b/iu,
  /\bgist\b/iu,
  /\bbullet(?:s| points?)\b/iu,
  /\bin a nutshell\b/iu,
  /\bbriefly\W*$/iu,
  /\bin (?:short|brief)\W*$/iu,
  /\b(?:across|throughout) the (?:whole |entire )?report\b/iu,
  /\bwhat (?:topics|subjects|themes|issues|areas) (?:does|do) (?:it|the report|this report|the authors?|the document)\b/iu,
  /\bwhat does the (?:[\p{L}'’-]+ ){1,6}(?:chapter|introduction|section) (?:say|argue|recommend|cover|propose|conclude|claim)\W*$/iu,
  /^\W*what (?:are|were) (?:the |its |all )*(?:policy )?recommendations\b/iu,
  /\bwhat (?:does|do) (?:it|they|the report|this report|the authors?|chapter \d+|the chapter|this chapter) (?:have to )?(?:say|recommend|propose|advise|suggest|conclude)\b/iu,
  /\bwhat is (?:chapter \d+|the .{1,60} chapter|the chapter .{1,60}) about\b/iu,
  /^\W*recommendations\b/iu,
  /\b(?:res[uú]m(?:e|en|a|an|ir|eme|enes)|panorama general)\b/iu,
  /\b(?:puntos|ideas|mensajes|conclusiones|recomendaciones|propuestas) (?:principales|clave|centrales)\b/iu,
  /\b(?:qu[eé]|cu[aá]les) (?:son )?(?:las )?(?:recomendaciones|propuestas)\b/iu,
  /^\W*(?:las )?recomendaciones\b/iu,
  /\bqu[eé] (?:recomiendan?|proponen?|sugieren?|aconsejan?|concluyen?) (?:el informe|este informe|el reporte|el cap[ií]tulo|el documento|los autores)\b/iu,
  /\bprincipales (?:puntos|ideas|mensajes|conclusiones|recomendaciones|propuestas)\b/iu,
  /\bwhat (?:recommendations|policies) (?:does|do|are)\b/iu,
];
