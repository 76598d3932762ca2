/** Source of a pattern: a month by name. */
export const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
const YEAR = /\b(?:1[5-9]|20)\d{2}\b/gu;
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
};
const AWAY =
  /\b(\w+) (years?|decades?) (later|after|afterwards|on|before|earlier)\b(?: (?:that|then)(?=\W*$))?(?! (?:that\b|this\b|then\b|it\b|\d))/iu;
const SPAN_AFTER =
  /\b((?:in|over|during) the (?:\w+ )?(?:years?|decades?)) (after|before) (?:that|this|then|it)\b/iu;

/** A year or a span of years, with its month and the word before it. */
const TIME = new RegExp(
  String.raw`(?:\b(?:in|since|by|from|until|during|between|en|desde|hasta)\s+)?\b(?:${MONTH} (?:\d{1,2}, |de )?)?(?:1[5-9]|20)\d{2}\b(?:\s*(?:and|to|-|–)\s*(?:1[5-9]|20)\d{2}\b)?`,
  "giu",
);
/** The same without the word before it. */
const OPENS_WITH_TIME = new RegExp(String.raw`^(?:\d|${MONTH})`, "iu");

/** The last year that a text names; null for none. */
export function lastYear(text: string): string | null {
  return [...text.matchAll(YEAR)].at(-1)?.[0] ?? null;
}

/** "ten years later" as the year it means, counted from another. */
export function resolveTime(text: string, from: string | null): string {
  if (from === null) return text;
  const span = text.replace(SPAN_AFTER, (_, span: string, side: string) => `${span} ${side} ${from}`);
  return span.replace(AWAY, (whole, count: string, unit: string, side: string) => {
    const many = COUNTS[count.toLowerCase()] ?? Number(count);
    if (Number.isNaN(many)) return whole;
    const years = many * (unit.startsWith("decade") ? 10 : 1);
    return `in ${Number(from) + (/^(?:before|earlier)$/iu.test(side) ? -years : years)}`;
  });
}

/** A question with its last year, or its last span of years, in the place of another's. */
export function withTime(question: string, time: string): string {
  const last = [...question.matchAll(TIME)].at(-1);
  const year = lastYear(time);
  const at =
    /[¿¡]|(?<!\p{L})(?:qu[eé]|cu[aá]nt\p{L}+|cu[aá]l(?:es)?|qui[eé]n(?:es)?|c[oó]mo)(?!\p{L})/iu.test(
      question,
    )
      ? "en"
      : "in";
  if (!last) return `${question.replace(/\W+$/u, "")} ${/^\d/u.test(time) ? `${at} ${time}` : time}?`;
  // "the 2020 election" keeps its words around the year.
  const bare = OPENS_WITH_TIME.test(last[0]) && year !== null && /^(?:in )?\d{4}$/u.test(time);
  const put = bare ? year : /^\d/u.test(time) ? `${at} ${time}` : time;
  return question.slice(0, last.index) + put + question.slice(last.index + last[0].length);
}
