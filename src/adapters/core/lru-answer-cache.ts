import { LRUCache } from "lru-cache";
import type { AnswerCache } from "../../ports/answer-cache.ts";

/** A cache in memory; of more than `size` values, those go first that were not asked for the longest. @param size 1 or more */
export function createLruAnswerCache<T extends object>(size: number): AnswerCache<T> {
  const cache = new LRUCache<string, T>({ max: size });
  return {
    get: (key) => cache.get(key),
    set: (key, value) => {
      cache.set(key, value);
    },
  };
}
