import type { QuestionType } from "../domain/question.ts";

/** A digit that is no part of a name: "COVID-19" and "G20" tell no number. */
const DIGIT = /(?<![\p{L}\d]|\p{L}-)\d/u;
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|majority|most|doubled?|tripled?)\b/iu;
/** A figure that is no year. */
const FIGURE = /(?<![\p{L}\d.,]|\p{L}-)(?!(?:1[5-9]|20)\d{2}(?![\d,.]*\d))\d/u;
const TIME =
  /\b(?:1[5-9]\d{2}|20\d{2})\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:century|decade|years?|months?|ago)\b/u;
const NAME =
  /(?<=\S\s+)\p{Lu}[\p{L}'’-]+(?:\s+(?:de|la|del|y|of|the)\s+)?(?:\s*\p{Lu}[\p{L}'’.-]*)+|(?<=\S\s+)\p{Lu}\p{Ll}+/u;
const PLACE = /\b(?:in|at|from|near|along|across|to)\s+(?:the\s+)?\p{Lu}/u;
const CAUSE =
  /\b(?:because|due to|result(?:s|ed)?|caus(?:e|es|ed|ing)|driv(?:e|es|en|ing)|owing|thanks to|since|therefore|thus|consequence|led to|lead(?:s|ing)? to|reason|attribut\p{L}+|reflect(?:s|ed)?|in order to|so that|given|fuel(?:s|ed)?|explain\p{L}*)\b/iu;
const ADVICE =
  /\b(?:should|must|need(?:s|ed)? to|recommend\p{L}*|propos\p{L}+|ought|could|opportunit\p{L}+|require[sd]?)\b|^(?:\p{Lu}\p{Ll}+e|Develop|Expand|Return|Support|Increase|Invest|Build|Work|Hold|Launch|Reform|Attack|Put|Discuss|Align|Tackle|Address|Establish|Improve|Strengthen|Rethink|Take)\b/u;
const OPINION =
  /\b(?:argu\p{L}+|believ\p{L}+|think\p{L}*|view\p{L}*|claim\p{L}*|stat\p{L}+|said|says|see[sn]?|consider\p{L}*|express\p{L}*|position|opinion|criticiz\p{L}+|should|perhaps|clear(?:ly)?)\b/iu;
const DEFINITION =
  /\b(?:is|are|was|were|means?|refers? to|known as|defined as|called|that is|consists? of|created|established|launched)\b|[(—–]/u;
const MEANS = /\b(?:by|through|via|using|with|how|from)\b/iu;
const CONTRAST =
  /\b(?:than|while|whereas|compared|unlike|contrast|versus|both|more|less|higher|lower|but)\b|\d.*\d/iu;
const ENUMERATION = /,.*,.*\band\b|;|\b1\)|:\s|\bfirst\b.*\bsecond\b/iu;

const OFFERS: Readonly<Record<QuestionType, (sentence: string) => boolean>> = {
  number: (s) => DIGIT.test(s) || NUMBER_WORD.test(s),
  when: (s) => TIME.test(s),
  who: (s) => NAME.test(s),
  where: (s) => PLACE.test(s),
  why: (s) => CAUSE.test(s),
  how: (s) => MEANS.test(s) || CAUSE.test(s),
  list: (s) => ENUMERATION.test(s),
  comparison: (s) => CONTRAST.test(s),
  definition: (s) => DEFINITION.test(s),
  recommendation: (s) => ADVICE.test(s),
  position: (s) => OPINION.test(s),
  "yes-no": () => true,
  factoid: () => true,
};

/** Whether a sentence tells how many or how much, which a year alone does not. */
export function tellsAmount(sentence: string): boolean {
  return FIGURE.test(sentence) || NUMBER_WORD.test(sentence);
}

/** Whether a sentence holds the kind of thing a question of this type asks for (a figure, a date, a name, a cause). */
export function offers(type: QuestionType, sentence: string): boolean {
  return OFFERS[type](sentence);
}
