import type { Composition, ExtractiveComposer, FollowUp, Reading, Said } from "../compose/index.ts";
import type { ReadHistory } from "../converse/index.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import { composeParts, type Retrieve } from "./compose-parts.ts";
import type { Understood } from "./understand.ts";

/** What is told to people, and what it was found in. */
export interface Composed {
  readonly composition: Composition;
  /** The part that the report does not answer; null for none. */
  readonly uncovered: string | null;
  /** The question as it was read. */
  readonly shown: string;
  /** Retrieves for the whole question, once. */
  readonly retrieveWhole: () => Promise<Retrieval>;
}

export interface ComposeAskedTools {
  readonly composer: Pick<ExtractiveComposer, "compose">;
  readonly retrieve: Retrieve;
}

/** Confidence from which a question that seems to stand alone is taken to do so. */
export const STANDS_ALONE = 0.7;
/** Confidence below which what was said before does not make a question that seems to stand alone one of the report's. */
const NOT_OF_THE_REPORT = 0.01;

/**
 * Composes the answer to a turn of a conversation. A question that seems to stand alone is answered without a look at what
 * was said before; where that gives no answer, or a doubtful one, it is read as a follow-up ("which agencies have to play
 * along").
 */
export async function composeAsked(
  asked: Understood,
  before: ReadHistory,
  topK: number,
  tools: ComposeAskedTools,
): Promise<Composed> {
  const said = saidBefore(before);
  if (asked.leans) return composeRead(asked, asked, { said, topK }, tools);
  const alone = await composeRead(asked, { ...asked, readings: null }, { said: null, topK }, tools);
  const { confidence } = alone.composition;
  if (asked.inContext === null || confidence >= STANDS_ALONE || confidence < NOT_OF_THE_REPORT) return alone;
  const inContext = await composeRead(asked, asked.inContext, { said, topK }, tools);
  if (inContext.composition.reason !== null) return alone;
  // What was said before made no difference: the question did stand alone.
  return sameQuote(alone.composition, inContext.composition)
    ? { ...inContext, shown: alone.shown }
    : inContext;
}

/** Whether two answers quote the same words first. */
function sameQuote(one: Composition, other: Composition): boolean {
  const [a, b] = [one, other].map(({ draft }) => draft?.parts.find((part) => part.kind === "cited"));
  return a !== undefined && a.text === b?.text;
}

/** What of a history matters to a follow-up. */
export function saidBefore({ lastAnswer, earlierAnswers, quoted, context }: ReadHistory): Said {
  return { last: lastAnswer, earlier: earlierAnswers, quoted, context };
}

/** What is found for the readings of a follow-up, near what was quoted; a text that is read twice is looked for once. */
export async function retrieveFollowUp(
  question: Question,
  readings: Understood["readings"],
  said: Said,
  retrieve: Retrieve,
): Promise<{ readonly retrieval: Retrieval; readonly followUp: FollowUp }> {
  const { quoted, context } = said;
  const found = new Map<string, Promise<Retrieval>>();
  const once = (one: Question): Promise<Retrieval> => {
    const known = found.get(one.text) ?? retrieve(one, { quoted });
    found.set(one.text, known);
    return known;
  };
  const retrieval = await once(question);
  if (readings === null) return { retrieval, followUp: { said, readings } };
  const read = async (one: Question | null, look: Retrieve = once): Promise<Reading | null> =>
    one && { question: one, retrieval: await look(one) };
  const [asked, withLast, withAnswer] = await Promise.all([
    read(readings.asked),
    read(readings.withLast),
    read(readings.asked, (one) => retrieve(one, { quoted, said: context })),
  ]);
  return { retrieval, followUp: { said, readings: { asked, withLast, withAnswer } } };
}

/** Composes for one way to read a question; `said` is null where it is read alone. */
async function composeRead(
  { question, parts }: Understood,
  { readings, shown }: Pick<Understood, "readings" | "shown">,
  { said, topK }: { readonly said: Said | null; readonly topK: number },
  { composer, retrieve }: ComposeAskedTools,
): Promise<Composed> {
  const quoted = said?.quoted ?? [];
  const near: Retrieve = (part, also = {}) =>
    retrieve(part, { ...also, quoted: [...(also.quoted ?? []), ...quoted] });
  const found = said && (await retrieveFollowUp(question, readings, said, retrieve));
  let whole = found && Promise.resolve(found.retrieval);
  const retrieveWhole = (): Promise<Retrieval> => (whole ??= near(question));
  const options = { topK, followUp: found?.followUp ?? null };
  const answer = await composeParts(question, parts, options, { composer, retrieve: near, retrieveWhole });
  return { ...answer, shown, retrieveWhole };
}
