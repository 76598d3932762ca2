/** Reads a query and a text together and tells how well the text answers the query. */
export interface CrossEncoder {
  readonly id: string;
  /**
   * A probability, 0 to 1, for each text, in their order.
   * @throws the signal's reason when it is aborted.
   */
  score(query: string, texts: readonly string[], signal?: AbortSignal): Promise<number[]>;
}
