/** "When did Canada leave NAFTA?", "why did they reject the pact?": takes for granted that somebody turned away from an agreement. */
const TURNED_AWAY =
  /^\W*(?:and |so |but )?(?:when|why|how come|since when)\b.*\b(?:leave|left|leaving|withdr[ae]w\p{L}*|quit|exit\p{L}*|pull(?:ed)? out|walk(?:ed)? out|abandon\p{L}*|reject\p{L}*|rejoin\p{L}*|repeal\p{L}*|abolish\p{L}*|cancel\p{L}*)\b (?:\p{L}+ ){0,4}?(?:[\p{L}.-]+ )?(?:agreements?|treat(?:y|ies)|pacts?|accords?|initiatives?|deals?|partnerships?|alliances?|nafta|usmca|t-mec)\b/iu;
/** What a sentence says of somebody who did. */
const SAYS_SO =
  /\b(?:leav(?:e|es|ing)|left|withdr[ae]w\p{L}*|quit\p{L}*|exit\p{L}*|pull\p{L}* out|walk\p{L}* (?:out|away)|abandon\p{L}*|reject\p{L}*|rejoin\p{L}*|repeal\p{L}*|abolish\p{L}*|cancel\p{L}*|end(?:s|ed|ing)?|terminat\p{L}*|scrap\p{L}*|undo\p{L}*|undid|dismantl\p{L}*|revers\p{L}*|halt\p{L}*|suspend\p{L}*)\b/iu;

/** Whether a question takes for granted that somebody left an agreement of which a sentence says no such thing. */
export function tellsNoDeparture(question: string, sentence: string): boolean {
  return TURNED_AWAY.test(question) && !SAYS_SO.test(sentence);
}
