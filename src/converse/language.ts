const SPANISH =
  /[¿¡ñ]|\b(?:qu[eé]|cu[aá]l|cu[aá]les|cu[aá]nto|cu[aá]ntos|cu[aá]ntas|qui[eé]n|qui[eé]nes|d[oó]nde|cu[aá]ndo|por qu[eé]|c[oó]mo|los|las|del|una|seg[uú]n|informe|cap[ií]tulo|sobre|entre|est[aá]n?|hay|es|el|la|en|de|y)\b/giu;
const ENGLISH =
  /\b(?:what|which|who|when|where|why|how|the|of|and|is|are|was|were|does|did|do|in|on|to|for|with|about|report|chapter)\b/giu;

/** The language a question is asked in, by its function words; English when it does not tell. */
export function languageOf(text: string): "en" | "es" {
  const spanish = text.match(SPANISH)?.length ?? 0;
  const english = text.match(ENGLISH)?.length ?? 0;
  return spanish > english && spanish > 1 ? "es" : "en";
}
