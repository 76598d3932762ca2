import { NOT_ANSWERED, type AnswerWriter, type WriteRequest } from "../../ports/answer-writer.ts";
import { checkUnit, type Checked, type WrittenPart } from "./check-unit.ts";
import type { KeyedPassages } from "./key-passages.ts";
import type { MeasureSupport } from "./measure-support.ts";
import { readUnits, type Unit } from "./read-units.ts";

/** An answer of a model, of which only sentences that stand on the report are left. */
export interface Written {
  readonly parts: readonly WrittenPart[];
  /** Whether the model found no answer in its passages. */
  readonly declined: boolean;
  /** What broke the answer off after its first part; null when it is whole. */
  readonly failure: unknown;
}

export interface WriteTools {
  readonly writer: AnswerWriter;
  readonly measure: MeasureSupport;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  /** Milliseconds that all of it may take. */
  readonly timeoutMs: number;
  /** Answers that are made to choose the best-verified one of; with 1, the default, parts are told as they come. */
  readonly candidates?: number;
  /** Told each part as soon as it is verified. */
  readonly onPart?: (part: WrittenPart) => void;
}

/** Sentences of one answer that are given back. */
const REPAIRS = 5;
/** Passages that are shown again for a sentence that cites none of them. */
const SHOWN_AGAIN = 20;
/** Of the time for an answer, what candidates may take: the best of those that came is chosen then. */
const TIME_TO_CHOOSE = 0.6;

/**
 * Has an answer written and checks it sentence by sentence. One that fails is given back to be put right, while those after
 * it wait; one that fails twice is left out.
 * @throws whatever the writer throws before the first part stands; the signal's reason
 */
export async function writeAnswer(
  request: Omit<WriteRequest, "passages">,
  passages: KeyedPassages,
  tools: WriteTools,
  { signal: caller, timeoutMs, candidates = 1, onPart = () => undefined }: WriteOptions,
): Promise<Written> {
  const asked = { ...request, passages: passages.shown };
  const signal = AbortSignal.any([caller, AbortSignal.timeout(timeoutMs)]);
  const parts: WrittenPart[] = [];
  let repairs = 0;
  const outcome = (rest: Partial<Written> = {}): Written => ({
    parts,
    declined: false,
    failure: null,
    ...rest,
  });
  try {
    const units =
      candidates > 1
        ? await bestOf(candidates, asked, passages, tools, signal, timeoutMs * TIME_TO_CHOOSE)
        : checkedUnits(tools.writer.write(asked, signal), passages, tools);
    for await (const { unit, checked: first } of units) {
      if (declines(unit)) {
        if (parts.length === 0) return outcome({ declined: true });
        break;
      }
      const again = first.part === null && repairs < REPAIRS && isWorthRepair(unit, passages);
      if (again) repairs += 1;
      const { part } = again ? await repair(unit, first.faults, passages, tools, signal) : first;
      if (part !== null && !isSaid(part, parts)) {
        parts.push(part);
        onPart(part);
      }
    }
    return outcome();
  } catch (error) {
    if (parts.length === 0) throw error;
    return outcome({ failure: error });
  }
}

interface CheckedUnit {
  readonly unit: Unit;
  readonly checked: Checked;
}

/** The sentences of a reply as it comes in, each checked. */
async function* checkedUnits(
  reply: AsyncIterable<string>,
  passages: KeyedPassages,
  tools: WriteTools,
): AsyncGenerator<CheckedUnit> {
  for await (const unit of readUnits(reply)) yield { unit, checked: await check(unit, passages, tools) };
}

function check(unit: Unit, passages: KeyedPassages, { measure }: WriteTools): Promise<Checked> {
  return checkUnit(unit, (key) => passages.passage(key), measure);
}

async function repair(
  unit: Unit,
  faults: readonly string[],
  passages: KeyedPassages,
  tools: WriteTools,
  signal: AbortSignal,
): Promise<Checked> {
  const request = { sentence: unit.text, faults, passages: passages.shownFor(unit.keys) };
  const reply = await tools.writer.repair(request, signal);
  for await (const mended of readUnits(once(reply))) {
    return check({ ...mended, layout: unit.layout }, passages, tools);
  }
  return { part: null, faults };
}

/** Several answers at once; the sentences of the one of which the most stands, the first of equals. */
async function bestOf(
  candidates: number,
  asked: WriteRequest,
  passages: KeyedPassages,
  tools: WriteTools,
  caller: AbortSignal,
  timeoutMs: number,
): Promise<readonly CheckedUnit[]> {
  const signal = AbortSignal.any([caller, AbortSignal.timeout(timeoutMs)]);
  const tried = await Promise.allSettled(
    Array.from({ length: candidates }, async (_, variant) => {
      const units: CheckedUnit[] = [];
      const reply = tools.writer.write(asked, signal, variant);
      for await (const one of checkedUnits(reply, passages, tools)) units.push(one);
      const stands = units.filter(({ checked }) => checked.part !== null).length;
      return { units, stands, share: stands / Math.max(1, units.length) };
    }),
  );
  const made = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const [best] = made.toSorted((a, b) => b.share - a.share || b.stands - a.stands);
  if (!best) throw tried.find((one) => one.status === "rejected")?.reason ?? new RangeError("no candidates");
  return best.units;
}

function declines(unit: Unit): boolean {
  return unit.text.replace(/\W+$/u, "") === NOT_ANSWERED;
}

/** Whether it is clear, or cheap to find out, which passages a sentence is about. */
function isWorthRepair({ keys }: Unit, passages: KeyedPassages): boolean {
  return keys.some((key) => passages.passage(key)) || passages.shown.length <= SHOWN_AGAIN;
}

/** Whether a sentence only says again what stands already. */
function isSaid({ text }: WrittenPart, parts: readonly WrittenPart[]): boolean {
  return parts.some((part) => part.text === text);
}

async function* once(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}
