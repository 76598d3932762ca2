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

/** The sentences of a reply as it comes in: a line each, or several on a line with keys between. */
export async function* readUnits(chunks: AsyncIterable<string>): AsyncGenerator<Unit> {
  let rest = "";
  for await (const chunk of chunks) {
    rest += chunk;
    for (let end = endOfUnit(rest); end > 0; end = endOfUnit(rest)) {
      yield* unitIn(rest.slice(0, end));
      rest = rest.slice(end);
    }
  }
  yield* unitIn(rest);
}

function endOfUnit(text: string): number {
  const ended = ENDED.exec(text)?.[0].length ?? 0;
  const line = text.indexOf("\n") + 1;
  return ended > 0 && (line === 0 || ended < line) ? ended : line;
}

/** The sentence of a piece of a reply; none for an empty line or a mere rule or fence. */
function* unitIn(piece: string): Generator<Unit> {
  const line = piece.trim();
  const keys = [...line.matchAll(GROUP)].flatMap(({ groups }) => (groups?.["keys"] ?? "").split(/[\s,;]+/u));
  const text = line
    .replace(BULLET, "")
    .replace(/^#+\s+/u, "")
    .replace(GROUP, "")
    .replace(/\*\*|__|`/gu, "")
    .replace(/\s+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/\s+(?=[.,;:!?])/gu, "")
    .replace(/(?<=[.!?]["”’')]?)\.$/u, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  yield {
    text,
    keys: [...new Set(keys.filter((key) => key !== ""))],
    layout: BULLET.test(line) ? "bullet" : "sentence",
  };
}
