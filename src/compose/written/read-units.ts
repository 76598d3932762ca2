/** A sentence as a model wrote it. */
export interface Unit {
  /** Without its keys and without markup. */
  readonly text: string;
  /** What stood in square brackets, in order, each once. */
  readonly keys: readonly string[];
  readonly layout: "sentence" | "bullet";
}

const GROUP = /\[(?<keys>[^[\]\n]*)\]/gu;
/** A sentence with its keys, where more follows on the line. */
const ENDED =
  /^[^\n]*?(?:[.!?]["”’')]*\s*(?:\[[^[\]\n]*\]\s*)+|(?:\[[^[\]\n]*\]\s*)+[.!?])(?=\s*[\p{Lu}\p{N}"“‘'-])/u;
const BULLET = /^(?:[-*•]|\d{1,2}[.)])\s+/u;
/** Control and formatting characters: those that turn the direction of text round among them. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
/** What some models think aloud before they answer. */
const THINKING = /^\s*<think>[^]*?<\/think>/u;
const THINKS = /^\s*<think>/u;
/** Ends that are no end of a sentence: "U.S.", "Dr.". */
const ABBREVIATED =
  /(?:(?:^|[\s(.])\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Sr|Jr|St|No|vs|Gen|Gov|Sen|Rep|approx|e\.g|i\.e|al))\.\s*$/u;

/** Characters of one line and of a whole reply that are read; no answer needs as many. */
const LONGEST_LINE = 1_000;
const LONGEST_REPLY = 20_000;

/**
 * The sentences of a reply as it comes in: a line each, or several on a line with keys between. Sentences that share keys
 * at their end are told apart, each with those keys.
 */
export async function* readUnits(chunks: AsyncIterable<string>): AsyncGenerator<Unit> {
  let rest = "";
  let length = 0;
  for await (const chunk of chunks) {
    const room = LONGEST_REPLY - length;
    length += chunk.length;
    rest = (rest + chunk.slice(0, room)).replace(THINKING, "");
    if (!THINKS.test(rest)) {
      for (let end = endOfUnit(rest); end > 0; end = endOfUnit(rest)) {
        yield* unitsIn(rest.slice(0, end));
        rest = rest.slice(end);
      }
    }
    if (length >= LONGEST_REPLY) break;
  }
  if (!THINKS.test(rest)) yield* unitsIn(rest);
}

function endOfUnit(text: string): number {
  const line = text.indexOf("\n") + 1;
  const ended = ENDED.exec(line === 0 ? text : text.slice(0, line))?.[0].length ?? 0;
  if (ended > 0) return ended;
  return line > 0 || text.length < LONGEST_LINE ? line : text.length;
}

/** The sentences of a piece of a reply; none for an empty line or a mere rule or fence. */
function* unitsIn(piece: string): Generator<Unit> {
  const line = piece.normalize("NFKC").trim();
  const keys = [...line.matchAll(GROUP)].flatMap(({ groups }) => (groups?.["keys"] ?? "").split(/[\s,;]+/u));
  const text = line
    .replace(BULLET, "")
    .replace(/^#+\s+/u, "")
    .replace(GROUP, "")
    .replace(/\*\*|__|[`[\]]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/\s+(?=[.,;:!?])/gu, "")
    .replace(/(?<=[.!?]["”’')]?)\.$/u, "")
    .trim();
  const layout = BULLET.test(line) ? "bullet" : "sentence";
  const own = [...new Set(keys.filter((key) => key !== ""))];
  for (const sentence of sentencesIn(text)) yield { text: sentence, keys: own, layout };
}

/** By Unicode's rules (UAX 29), but not after an abbreviation. */
function sentencesIn(text: string): string[] {
  const sentences: string[] = [];
  let open = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)) {
    open += segment;
    if (ABBREVIATED.test(open)) continue;
    sentences.push(open.trim());
    open = "";
  }
  return [...sentences, open.trim()].filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
