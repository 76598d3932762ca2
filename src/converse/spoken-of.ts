const REPORT =
  "(?:it|they|this|that|the authors?|(?:the|this|your) (?:report|document|study|publication|text|book|paper)|(?:the )?chapter (?:\\d+|\\p{L}+)|the (?:\\p{L}+ ){1,3}chapter|the introduction)";
/** Where it may be spoken of, behind the subject. */
const WHERE =
  "(?: (?:at all|anywhere|somewhere|explicitly|by name|in (?:it|here|there|any (?:of the )?chapters?|(?:the|this|your) (?:whole )?(?:report|document|study|publication|text|book|paper))))*";
const VERBS =
  "(?:mention|discuss|cover|address|touch (?:on|upon)|talk (?:about|of)|speak (?:about|of)|deal with|refer to|go into|look at|write about|bring up|have (?:any ?thing|something|much|a lot) (?:on|about)|say (?:any ?thing|something|much|a lot) (?:on|about|regarding|concerning))";
const ANYTHING =
  "(?:any ?thing|something|any (?:mention|discussion|talk|word|info(?:rmation)?|data)|an? (?:section|part|chapter|passage|mention|discussion|word))";

const FORMS = [
  `^\\W*(?:so |and |but )?(?:do(?:es)?|did) ${REPORT} (?:also |even |ever |actually )?${VERBS} (.+?)${WHERE}\\W*$`,
  `^\\W*(?:so |and |but )?is there ${ANYTHING}${WHERE} (?:on|about|of|regarding|concerning) (.+?)${WHERE}\\W*$`,
  `^\\W*${ANYTHING}${WHERE} (?:on|about|of|regarding|concerning) (.+?)${WHERE}\\W*$`,
  `^\\W*(?:so |and |but )?(?:is|are|was|were) (.+?) (?:even |ever |also )?(?:mentioned|discussed|covered|addressed|talked about|brought up|touched (?:on|upon))${WHERE}\\W*$`,
].map((form) => new RegExp(form, "iu"));

/** What asks for more than whether a thing is spoken of, and words that stand for something said before. */
const MORE =
  /^(?:whether|if|why|how|what|when|where|who|which|it|that|this|them|these|those|him|her|there)\b|\b(?:is|are|was|were|does|did|will|should|can|could|would) \p{L}/iu;

/**
 * What a text asks whether it is spoken of at all ("Is tequila mentioned?", "anything on water rights?"); null when it
 * asks anything else, or more ("does it mention why prices rose?").
 */
export function spokenOf(text: string): string | null {
  for (const form of FORMS) {
    const subject = form.exec(text)?.[1]?.trim();
    if (subject !== undefined) return MORE.test(subject) ? null : subject;
  }
  return null;
}
