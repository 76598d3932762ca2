/** A figure of a text, in each way that it can be read ("5 to 8 percent": the 5 may be a percentage, too). */
export interface Figure {
  /** As it stands. */
  readonly text: string;
  /** Values such as "1200000", "5%" and "double"; never empty. */
  readonly readings: readonly string[];
}

const UNITS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/** From the third on: "first" and "second" mostly put things in order. */
const ORDINALS = (
  "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
  "seventeenth eighteenth nineteenth twentieth"
).split(" ");
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
/** Amounts that are no numbers, by how they begin. */
const AMOUNTS: readonly (readonly [RegExp, string])[] = [
  [/^hal(?:f|v)/u, "half"],
  [/^quarter/u, "quarter"],
  [/^thirds/u, "third"],
  [/^(?:doubl|twice|twofold)/u, "double"],
  [/^(?:tripl|threefold|thrice)/u, "triple"],
  [/^(?:quadrupl|fourfold)/u, "quadruple"],
  [/^dozen/u, "dozen"],
  [/^(?:hundred|thousand|million|billion|trillion)s?$/u, ""],
];
const WORDS = [
  `(?<tens>${TENS.join("|")})(?:[- ](?<ones>${UNITS.slice(1, 10).join("|")}))?`,
  `(?<units>${UNITS.slice(1).toReversed().join("|")})`,
  `(?<ordinal>${ORDINALS.join("|")})`,
];
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<digits>(?<![^\s(])[-−]?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?)(?<short>k|mn?|bn?|tn)?|${WORDS.join("|")})(?:st|nd|rd|th)?(?![\p{L}\p{N}])(?:[-\s](?<scale>hundred|thousand|million|billion|trillion)s?\b)?(?<percent>\s*%|[-\s]percent\w*|\s+per\s?cent\b)?`,
  "giu",
);
const AMOUNT =
  /\b(?:hal(?:f|v\w+)|quarters?|thirds|doubl\w+|twice|twofold|tripl\w+|thrice|threefold|quadrupl\w+|fourfold|dozens?|(?:hundred|thousand|million|billion|trillion)s?)\b/giu;
/** "The two", "two-way", "three governments": what is counted is known, and the count says nothing new. */
const KNOWN_BEFORE = /\b(?:the|these|those|both|between|among|all|other) $/iu;
const KNOWN_AFTER =
  /^(?:-[a-z]+|\s+(?:countries|nations|governments|neighbou?rs|sides|leaders|presidents|partners|capitals|authors)\b)/iu;
/** Between the figures of a range, which share what follows the second. */
const RANGE = /^\s*(?:to|and|or|through|[-–—])\s*$/iu;

interface Read {
  readonly at: number;
  readonly text: string;
  readonly value: number;
  readonly scale: number;
  readonly percent: boolean;
}

/**
 * The figures of a text in order, written in digits or in words, with amounts ("half", "twice", "thousands");
 * "one", "first", "second" and "the two" are none.
 */
export function figuresOf(text: string): Figure[] {
  const read = [...text.matchAll(FIGURE)].flatMap((match): Read[] => {
    const { digits, short, scale, percent } = match.groups ?? {};
    const value = valueOf(match.groups ?? {});
    if (digits === undefined && value < 2 && scale === undefined) return [];
    const known = digits === undefined && (value === 2 || value === 3) && !scale && !percent;
    if (known && isKnown(text, match.index, match[0])) return [];
    const factor = SCALES[(short ?? scale ?? "").toLowerCase()] ?? 1;
    return [{ at: match.index, text: match[0].trim(), value, scale: factor, percent: percent !== undefined }];
  });
  const figures = read.map((figure, i): Figure => {
    const next = read[i + 1];
    const shares =
      next !== undefined && RANGE.test(text.slice(figure.at + figure.text.length, next.at)) ? next : null;
    const own = readingOf(figure.value, figure.scale, figure.percent);
    const shared = shares && readingOf(figure.value, shares.scale, shares.percent);
    return { text: figure.text, readings: shared === null || shared === own ? [own] : [own, shared] };
  });
  return [...figures, ...amountsOf(text, read)];
}

/** Amounts that belong to no figure. */
function amountsOf(text: string, figures: readonly Read[]): Figure[] {
  return [...text.matchAll(AMOUNT)].flatMap((match): Figure[] => {
    if (figures.some(({ at, text: own }) => at <= match.index && match.index < at + own.length)) return [];
    const word = match[0].toLowerCase();
    const name = AMOUNTS.find(([beginning]) => beginning.test(word))?.[1] ?? "";
    const reading = name === "" ? word.replace(/s$/u, "") : name;
    return [{ text: match[0], readings: [reading] }];
  });
}

function valueOf({
  digits,
  tens,
  ones,
  units,
  ordinal,
}: Readonly<Record<string, string | undefined>>): number {
  if (digits !== undefined) return Number(digits.replaceAll(",", "").replace("−", "-"));
  if (ordinal !== undefined) return 3 + ORDINALS.indexOf(ordinal.toLowerCase());
  const unit = (ones ?? units)?.toLowerCase();
  const ten = tens === undefined ? 0 : 20 + 10 * TENS.indexOf(tens.toLowerCase());
  return ten + (unit === undefined ? 0 : UNITS.indexOf(unit));
}

function isKnown(text: string, at: number, match: string): boolean {
  return KNOWN_BEFORE.test(text.slice(0, at)) || KNOWN_AFTER.test(text.slice(at + match.trimEnd().length));
}

/** Rounded to twelve digits, so that 1.1 million is 1,100,000. */
function readingOf(value: number, scale: number, percent: boolean): string {
  return `${Number((value * scale).toPrecision(12))}${percent ? "%" : ""}`;
}
