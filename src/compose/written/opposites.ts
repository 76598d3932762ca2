const DENIAL =
  /\b(?:not|no|never|none|nor|neither|nothing|nobody|cannot|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|refus(?:e|es|ed|al)|den(?:y|ies|ied)|absence|absent|unable|hardly|barely|unlikely|instead of|rather than)\b|n['’]t\b/iu;
/** Words that deny something within them. */
const DENIAL_INSIDE =
  /\b(?:un(?!it|der|til|ion|iqu|iver)\p{L}{4,}|dis\p{L}{4,}|incapac\p{L}*|outside|avoid\p{L}*|despite|although|rather|only|\p{L}{3,}less)\b/iu;
const UP =
  /\b(?:r[io]se[sn]?|rising|increas\w*|gr[eo]w(?:s|n|th|ing)?|climb\w*|soar\w*|expand\w*|expansion|strengthen\w*|improv\w*|rais(?:e[sd]?|ing)|boost\w*|more|higher|greater|larger|gain\w*|up)\b/iu;
const DOWN =
  /\b(?:f[ae]ll(?:s|en|ing)?|declin\w*|decreas\w*|drop\w*|shr[aiu]nk\w*|weaken\w*|worsen\w*|reduc\w*|cut(?:s|ting)?|lower\w*|less|fewer|smaller|lost|loss\w*|down|limit\w*|restrict\w*|curb\w*)\b/iu;

/** Whether a sentence denies something, where the words that it stands on deny nothing. */
export function deniesAlone(sentence: string, quote: string): boolean {
  return DENIAL.test(sentence) && !DENIAL.test(quote) && !DENIAL_INSIDE.test(quote);
}

/** Whether one of two texts has only words of rising and the other only words of falling. */
export function movesAgainst(sentence: string, quote: string): boolean {
  const [up, down] = [UP.test(sentence), DOWN.test(sentence)];
  if (up === down) return false;
  return up ? DOWN.test(quote) && !UP.test(quote) : UP.test(quote) && !DOWN.test(quote);
}
