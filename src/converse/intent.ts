import type { Intent } from "../domain/question.ts";

const GREETING =
  /^\W*(?:hi|hiya|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day)|hola|buenos d[ií]as|buenas tardes|how are you|what'?s up)(?:\s+(?:there|everyone|all|team|bot|friend|again|how are you))*\W*$/iu;
const THANKS =
  /^\W*(?:thanks?(?: you)?|thx|cheers|great|ok(?:ay)?|cool|perfect|nice|got it|gracias|bye|goodbye)(?:[\s,]+(?:bye|so much|very much|a lot|thanks|you|for (?:your|the) help))*\W*$/iu;
const ABOUT_ASSISTANT =
  /^\W*(?:who|what) are you\b|\bwhat can (?:you|i) (?:do|ask)\b|\bhow (?:do|can|does) (?:you|i|this) (?:work|use)\b|^\W*help\W*$|\bare you (?:a |an )?(?:bot|human|ai|robot|person)\b/iu;
const AUTHORS =
  /\bwho (?:wrote|authored|writes|penned|is the author|are the authors|were the authors|was the author|edited|contributed)\b|\b(?:written|authored) by whom\b|^\W*(?:who|which|what|name|list)\b[^?]{0,20}\b(?:authors?|writers?) of\b|^\W*(?:the )?authors?\b(?: of\b.*)?\W*$|\bwh(?:at|ich) chapters? (?:did|was|were)\b.*\b(?:write|wrote|written|author)|\bwh(?:at|ich) (?:\w+ ){0,2}(?:authors?|people|experts?|contributors?|writers?|scholars?) (?:\w+ )?(?:wrote|write|writes|deals?|covers?|authored)\b/iu;
const CONTENTS =
  /\b(?:what|which|how many) (?:are the )?chapters?\b(?!.*\b(?:say|says|recommend|recommends|argue|argues)\b)|\b(?:table of )?contents\b|\bhow (?:is|was) (?:the|this) report (?:organi[sz]ed|structured)\b|\b(?:list|name|show)(?: me)? (?:all |the )*chapters?\b|\bhow many pages\b/iu;
const ABOUT_REPORT =
  /^\W*(?:what(?:'s| is) (?:this|the) (?:report|document|study|publication)(?: (?:about|called))?|what(?:'s| is) it about|what(?:'s| is) the (?:title|name) of (?:this|the) (?:report|document)|(?:who|which \w+) published (?:this|the|it)(?: report)?|when was (?:this|the) (?:report|document) (?:published|written|released)|how old is (?:this|the) report)\W*$/iu;
const OVERVIEW =
  /\bsummar(?:y|i[sz]e|ies|i[sz]ation)\b|\boverview\b|\btl;?dr\b|\b(?:main|key|major|principal|central) (?:points?|takeaways?|messages?|findings?|conclusions?|arguments?|ideas?|themes?|topics?|policy recommendations?|recommendations?)\b|\bgist\b|\bin (?:short|brief|a nutshell)\b|^\W*what (?:are|were) (?:the |its |all )*(?:policy )?recommendations\b|\bwhat (?:does|do) (?:it|they|the report|this report|the authors?|chapter \d+|the chapter|this chapter) (?:say|recommend|propose|advise|suggest|conclude)\b|\bwhat is (?:chapter \d+|the .{1,60} chapter|the chapter .{1,60}) about\b|^\W*recommendations\b|\bwhat (?:recommendations|policies) (?:does|do|are)\b/iu;

/**
 * What the asker wants. Rules only: a question of substance is "content",
 * and a text without one letter or digit is "unclear".
 */
export function intentOf(text: string): Intent {
  if (!/[\p{L}\p{N}]/u.test(text)) return "unclear";
  if (GREETING.test(text)) return "greeting";
  if (THANKS.test(text)) return "thanks";
  if (ABOUT_ASSISTANT.test(text)) return "about-assistant";
  if (AUTHORS.test(text)) return "authors";
  if (ABOUT_REPORT.test(text)) return "about-report";
  if (OVERVIEW.test(text)) return "overview";
  if (CONTENTS.test(text)) return "contents";
  return "content";
}
