const OF_THEM = new RegExp(
  [
    String.raw`^\W*(?:(?:and|so|but|then|ok|well)[, ]+)*what (?:do|does|did|would) (?:they|the (?:authors?|writers?|experts?)) (?:recommend|suggest|propose|advise|advocate)(?: instead)?(?: then| to do| doing)?(?: (?:about|for|on) (?:it|this|that|them|these|those))?(?: instead| then)?\W*$`,
    String.raw`^\W*(?:(?:y|entonces|pero)[, ]+)*qu[eé] (?:recomiendan|sugieren|proponen|aconsejan)(?: (?:los|las) autor[ae]s)?(?: entonces| (?:hacer )?(?:al respecto|en su lugar|en cambio|ante (?:eso|esto)|sobre (?:eso|esto)))*\W*$`,
  ].join("|"),
  "iu",
);
const SPANISH = /^\W*(?:(?:y|entonces|pero)[, ]+)*qu[eé]/iu;
const INSTEAD = /\binstead\b/iu;

/**
 * What "what do they recommend?" asks after an answer on some matter: what is to be done about that, not all that a report
 * recommends. Null for what asks otherwise.
 */
export function adviceAsked(text: string): string | null {
  if (!OF_THEM.test(text)) return null;
  if (SPANISH.test(text)) return "¿Qué se debería hacer con eso?";
  return INSTEAD.test(text) ? "What should be done instead?" : "What should be done about it?";
}
