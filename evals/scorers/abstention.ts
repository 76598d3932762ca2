/** One question and whether the assistant declined it. */
export interface Decision {
  readonly answerable: boolean;
  readonly abstained: boolean;
}

/** Share of the unanswerable questions that were declined, 0 to 1 (recall, with abstaining as the positive class). */
export function abstentionRecall(decisions: readonly Decision[]): number {
  const silent = decisions.filter(({ answerable }) => !answerable);
  return share(silent, ({ abstained }) => abstained);
}

/** Share of the declined questions that were unanswerable, 0 to 1; 1 when none was declined. */
export function abstentionPrecision(decisions: readonly Decision[]): number {
  const declined = decisions.filter(({ abstained }) => abstained);
  return declined.length === 0 ? 1 : share(declined, ({ answerable }) => !answerable);
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
