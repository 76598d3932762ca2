const NOTHING = new Int32Array(0);

/** Many short lists of whole numbers in two arrays: some tens of thousands of arrays of their own would take several times the memory. */
export interface FlatLists {
  readonly length: number;
  /** One of the lists, without a copy; empty past the end. */
  at(list: number): Int32Array;
}

export function flatLists(lists: readonly (readonly number[])[]): FlatLists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  const values = new Int32Array(starts.at(-1) ?? 0);
  lists.forEach((list, i) => {
    values.set(list, starts[i]);
  });
  // The lists themselves are let go.
  const { length } = lists;
  return {
    length,
    at: (list) => (list < length ? values.subarray(starts[list], starts[list + 1]) : NOTHING),
  };
}
