/** Small words that people open with. */
const OPENING = String.raw`(?:(?:ok(?:ay)?|now|alright|right|so|anyway|well|bueno|bien)[,.!;]*\s+)*`;
const TOPIC = String.raw`(?:topics?|subjects?|questions?|matters?)`;
const CHANGES = [
  String.raw`(?:on (?:to )?)?(?:an? |the )?(?:new|different|another|next|unrelated|separate) ${TOPIC}\s*(?:[:,.;–—-]+|about\b|on\b)`,
  String.raw`(?:(?:a )?change|changing|(?:let['’]?s )?(?:change|switch)|switching)(?: of| the)? (?:${TOPIC}|gears)\s*(?:[:,.;–—-]+|to\b)`,
  String.raw`(?:let['’]?s (?:talk about|move on to|turn to)|moving on to)`,
  String.raw`(?:cambiando|cambio|cambiemos) de tema\s*[:,.;–—-]+`,
  String.raw`otr[oa] (?:tema|pregunta|cosa|asunto)\s*[:,.;–—-]+`,
].join("|");
const NEW_TOPIC = new RegExp(String.raw`^\W*${OPENING}(?:${CHANGES})\s*`, "iu");

/** What is asked once somebody has said that it is something else: "Ok, new topic: who runs Pemex?". Null where nobody has. */
export function onNewTopic(text: string): string | null {
  const [opening] = NEW_TOPIC.exec(text) ?? [];
  const rest = text.slice(opening?.length ?? 0);
  return opening === undefined || !/\p{L}/u.test(rest) ? null : rest;
}
