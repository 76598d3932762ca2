/** Signs and words of Spanish; "\\b" knows no accented letters. A lower-case word with an accent is no English one. */
const SPANISH =
  /[¿¡]|(?<!\p{L})(?:qu[eé]|cu[aá]l(?:es)?|cu[aá]nt[oa]s?|qui[eé]n(?:es)?|d[oó]nde|cu[aá]ndo|c[oó]mo|por|para|con|los|las|del|al|una?|lo|seg[uú]n|informe|cap[ií]tulo|sobre|entre|est[aá]n?|hay|fue|es|el|la|en|de|y|se|su|sus|m[aá]s|muy|gracias)(?!\p{L})/giu;
const ACCENTED = /(?<!\p{L})\p{Ll}*[áéíóúñ]\p{Ll}*(?!\p{L})/gu;
const ENGLISH =
  /\b(?:what|which|who|when|where|why|how|the|of|and|is|are|was|were|does|did|do|in|on|to|for|with|about|report|chapter)\b/giu;

/** The language a question is asked in, by its function words; English when it does not tell. */
export function languageOf(text: string): "en" | "es" {
  const spanish = (text.match(SPANISH)?.length ?? 0) + (text.match(ACCENTED)?.length ?? 0);
  const english = text.match(ENGLISH)?.length ?? 0;
  return spanish > english && (spanish > 1 || text.includes("¿")) ? "es" : "en";
}
