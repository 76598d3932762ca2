import type { QuestionType } from "./question.ts";
import { SPANISH_QUESTION_TYPES } from "./spanish-question-types.ts";

/** Things that come in several: asking for them asks for a list. */
const LIST_NOUNS =
  "areas|pillars|priorities|factors|goals|objectives|steps|challenges|elements|targets|points|examples|countries|types|kinds|measures|principles|strategies|lines|obligations|innovations|issues|parts|programs|programmes|benefits|ways|stages|lessons|recommendations|proposals|threats|crimes|values|advantages|mechanisms";

/** First match wins, so the more telling pattern stands first. */
const PATTERNS: readonly (readonly [QuestionType, RegExp])[] = [
  [
    "number",
    /\bhow (?:many|much|old|long|far|large|big|often|high|low|fast)\b|\bwhat (?:percent|percentage|share|proportion|fraction|number|amount|rate|rank|score)|\b(?:percentage|share|number|proportion|rate|amount|cost|price|level|size|value) of\b|\bhow has .* rate\b|\bwhat(?:'s| is| was| are| were)\b.*\b(?:rate|share|percentage|level|population|number|cost|price|size|ranking|rank|score|debt|budget|length|amount)(?:\s+(?:of|in|for|at|per|among)\b.*|\s+(?:now|today|currently|right now))?\W*$/iu,
  ],
  [
    "when",
    /^\W*when\b|\b(?:what|which|in what|in which) (?:year|month|date|day|decade|century)\b|\bsince when\b|\buntil when\b/iu,
  ],
  [
    "why",
    /^\W*why\b|\bwhat (?:is|are|was|were) the (?:main |key )?(?:reasons?|causes?)\b|\bwhat (?:caused|causes|drives|drove|explains?|explained|led to)\b|\bhow come\b|\breasons? (?:for|why|behind)\b/iu,
  ],
  [
    "comparison",
    /\bcompar(?:e|ed|ing|ison|ative)\b|\bdifferen(?:ce|ces|t from)\b|\bversus\b|\bvs\.?\b|\b(?:more|less|higher|lower|better|worse|larger|smaller) than\b/iu,
  ],
  [
    "recommendation",
    /\brecommend(?:s|ed|ations?)?\b|\bpropos(?:e|es|ed|als?)\b|\bshould\b|\bwhat (?:can|could|needs? to|must) be done\b|\badvi[sc]es?\b|\bwants? (?:to be )?done\b|\bcalls? for\b|\bsuggest(?:s|ed|ions?)?\b/iu,
  ],
  [
    "list",
    new RegExp(
      `^\\W*(?:please )?(?:list|name|enumerate)\\b|\\b(?:what|which) (?:are |were |is )?(?:the |its |their )?(?:[\\w'’-]+ ){0,4}?(?:${LIST_NOUNS})\\b|^\\W*(?:the )?(?:${LIST_NOUNS})\\b`,
      "iu",
    ),
  ],
  [
    "who",
    /^\W*who(?:m|se)?\b|\bwhich (?:person|president|minister|ambassador|author|official|secretary|general)\b|\bby whom\b/iu,
  ],
  [
    "where",
    /^\W*where\b|\b(?:in|at|from|to) (?:what|which) (?:place|city|country|state|region|town)\b|\b(?:what|which) (?:city|town|state|region|place)\b/iu,
  ],
  [
    "definition",
    /\bwhat (?:is|are|was) (?:an? |the )?(?:meant by |meaning of |definition of )|\bdefine\b|\bwhat does .{1,60} (?:mean|stand for)\b|\bwhat (?:is|are) (?:an? |the )?[\w.'’-]+(?: [\w.'’-]+){0,3}\?*\s*$/iu,
  ],
  [
    "position",
    /\bargu(?:e|es|ed|ment)\b|\bview(?:s)? (?:on|of)\b|\bposition on\b|\bthinks?\b|\bopinion of\b|\bbelieves?\b|\baccording to\b/iu,
  ],
  ["how", /\bhow\b/iu],
  ["yes-no", /^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|might|should)\b/iu],
];

/** The kind of answer a question asks for; "factoid" when nothing more is told. */
export function questionType(text: string, language: "en" | "es" = "en"): QuestionType {
  const patterns = language === "es" ? SPANISH_QUESTION_TYPES : PATTERNS;
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? "factoid";
}
