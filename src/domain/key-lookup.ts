import { firstAtLeast, fnv1a } from "./hash.ts";

/**
 * Finds things by a key of theirs that can be made again: of each its place alone is held, by the key's hash, which takes
 * eight bytes. Of equal keys the first is found.
 * @param keyOf the key of the thing at a place, 0 to `count - 1`
 */
export function keyLookup(count: number, keyOf: (place: number) => string): (key: string) => number | null {
  const hashOf = Uint32Array.from({ length: count }, (_, place) => fnv1a(keyOf(place)));
  const places = Uint32Array.from({ length: count }, (_, place) => place);
  places.sort((a, b) => (hashOf[a] ?? 0) - (hashOf[b] ?? 0) || a - b);
  const hashes = places.map((place) => hashOf[place] ?? 0);
  return (key) => {
    const hash = fnv1a(key);
    for (let at = firstAtLeast(hashes, hash); hashes[at] === hash; at += 1) {
      const place = places[at] ?? 0;
      if (keyOf(place) === key) return place;
    }
    return null;
  };
}
