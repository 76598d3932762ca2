/** Remembers values of one kind under keys, for as long as there is room. */
export interface AnswerCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}
