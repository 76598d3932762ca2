export type Numbers = Uint16Array | Int32Array;

const NOTHING = new Uint16Array(0);
/** Below this two bytes a number are enough. */
const TWO_BYTES = 2 ** 16;

/**
 * Many short lists of whole numbers of 0 or more in two arrays: some tens of thousands of arrays of their own would take
 * several times the memory.
 */
export interface FlatLists {
  readonly length: number;
  /** One of the lists, without a copy; empty past the end. */
  at(list: number): Numbers;
  /** How many numbers the lists before it have together. */
  start(list: number): number;
  /** All lists, one after the other: a loop over a part of them makes no view of it. */
  readonly values: Numbers;
}

export function flatLists(lists: readonly (readonly number[])[]): FlatLists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  const size = starts.at(-1) ?? 0;
  const isSmall = lists.every((list) => list.every((value) => value < TWO_BYTES));
  const values = isSmall ? new Uint16Array(size) : new Int32Array(size);
  lists.forEach((list, i) => {
    values.set(list, starts[i]);
  });
  // The lists themselves are let go.
  const { length } = lists;
  return {
    length,
    values,
    start: (list) => starts[list] ?? size,
    at: (list) => (list < length ? values.subarray(starts[list], starts[list + 1]) : NOTHING),
  };
}
