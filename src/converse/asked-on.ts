/** What a question opens with that asks for no reason: "how many journalists have been killed". */
const OPENING =
  /^\W*(?:(?:and|but|so) )?(?:how (?:many|much)(?: of)? (?=\p{L}+)|(?:when|where|how(?: (?:often|long|far|fast|badly|hard))?) (?=(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could)\b)|(?:y )?(?:cu[aá]nt[oa]s?|cu[aá]ndo|d[oó]nde|c[oó]mo) )/iu;

/**
 * A word that asks on ("why", "when") before the question that it leans on. Of "how many boats sank?" nobody asks why just that
 * many: "why" asks why boats sank.
 */
export function askedOn(question: string, asking: string): string {
  const rest = /^(?:why|por qu[eé])/iu.test(asking) ? question.replace(OPENING, "") : question;
  return rest === question
    ? `${asking}: ${question}`
    : `${asking}: ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
