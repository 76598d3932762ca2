/** A figure of a text, in each way that it can be read ("5 to 8 percent": the 5 may be a percentage, too). */
export interface Figure {
  /** As it stands. */
  readonly text: string;
  /** Values such as "1200000" and "5%"; never empty. */
  readonly readings: readonly string[];
}

const UNITS = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(" "),
  ..."fifteen sixteen seventeen eighteen nineteen".split(" "),
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const TENS_WORD = TENS.join("|");
/** Words are figures but "zero" and "one", which mostly count nothing. */
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<digits>\d[\d,]*(?:\.\d+)?)|(?:(?<tens>${TENS_WORD})(?:[- ](?=[a-z]))?)?(?<units>\b(?:${UNITS.slice(1).join("|")})\b)?)(?![\p{N}])(?:[-\s](?<scale>${Object.keys(SCALES).join("|")})s?\b)?(?<percent>\s*%|[-\s]percent\w*|\s+per\s?cent\b)?`,
  "giu",
);
/** "The two", "two-way", "two governments": what is counted is known, and the count says nothing new. */
const KNOWN_BEFORE = /\b(?:the|these|those|both|between|among|all|other) $/iu;
const KNOWN_AFTER =
  /^(?:-(?!\w+ (?:million|billion|percent))[a-z]+|\s+(?:countries|nations|governments|neighbou?rs|sides|leaders|presidents|partners|capitals|authors)\b)/iu;
/** Between the figures of a range, which share what follows the second. */
const RANGE = /^\s*(?:to|and|or|through|[-–—])\s*$/iu;

interface Read {
  readonly at: number;
  readonly text: string;
  readonly value: number;
  readonly scale: number;
  readonly percent: boolean;
}

/** The figures of a text in order, written in digits or in words; ordinals, "one" and "the two" are none. */
export function figuresOf(text: string): Figure[] {
  const read = [...text.matchAll(FIGURE)].flatMap((match): Read[] => {
    const { digits, tens, units, scale, percent } = match.groups ?? {};
    const value = valueOf(digits, tens, units);
    if (value === null || (digits === undefined && value < 2 && scale === undefined)) return [];
    const small = digits === undefined && value < 10 && scale === undefined && percent === undefined;
    if (small && isKnown(text, match.index, match[0])) return [];
    const factor = scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1);
    return [{ at: match.index, text: match[0].trim(), value, scale: factor, percent: percent !== undefined }];
  });
  return read.map((figure, i): Figure => {
    const next = read[i + 1];
    const shares =
      next !== undefined && RANGE.test(text.slice(figure.at + figure.text.length, next.at)) ? next : null;
    const own = readingOf(figure.value, figure.scale, figure.percent);
    const shared = shares && readingOf(figure.value, shares.scale, shares.percent);
    return { text: figure.text, readings: shared === null || shared === own ? [own] : [own, shared] };
  });
}

function isKnown(text: string, at: number, match: string): boolean {
  return KNOWN_BEFORE.test(text.slice(0, at)) || KNOWN_AFTER.test(text.slice(at + match.trimEnd().length));
}

function valueOf(digits?: string, tens?: string, units?: string): number | null {
  if (digits !== undefined) return Number(digits.replaceAll(",", ""));
  if (tens === undefined && units === undefined) return null;
  const ten = tens === undefined ? 0 : 20 + 10 * TENS.indexOf(tens.toLowerCase());
  return ten + (units === undefined ? 0 : UNITS.indexOf(units.toLowerCase()));
}

/** Rounded to twelve digits, so that 1.1 million is 1,100,000. */
function readingOf(value: number, scale: number, percent: boolean): string {
  return `${Number((value * scale).toPrecision(12))}${percent ? "%" : ""}`;
}
