/** The 32-bit FNV-1a hash of a text's UTF-16 units (Fowler, Noll & Vo; draft-eastlake-fnv). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Where the first of some ascending numbers stands that is not less than `least`. */
export function firstAtLeast(ascending: Uint32Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
