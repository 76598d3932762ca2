import type { Analyzer } from "../ports/analyzer.ts";

/** Words that compare or point without a thing that they say it of. */
const EMPTY =
  /\b(?:big|bigg?er|biggest|small\p{L}*|more|most|less|least|better|best|worse|worst|same|other|others|another|one|ones|first|second|third|next|last|true|right|wrong|good|bad|new|old)\b/giu;
/** "Is it ...", "what about that one": what is meant was not said. */
const POINTS =
  /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there|one|ones|other)\b/iu;
/** A question word or a word or two around it, and no more. */
const BARE =
  /^\W*(?:and |but |so |y |pero )?(?:why|how|when|where|who|what|which|how (?:so|come|much|many|long|often)|really|por qu[eé]|c[oó]mo|cu[aá]ndo|d[oó]nde|qui[eé]n(?:es)?|qu[eé]|cu[aá]l(?:es)?|cu[aá]nt[oa]s?)(?: not| else| exactly| exactamente)?\W*$/iu;

/**
 * Whether a question asks for nothing that could be looked for when nothing was said before: "why?", "is it bigger than
 * the other?". A single word that names something ("fentanyl") does.
 */
export function meansNothingAlone(text: string, analyzer: Analyzer): boolean {
  if (BARE.test(text)) return true;
  return POINTS.test(text) && analyzer.terms(text.replace(EMPTY, " ")).length === 0;
}
