/** An unanswered question beside the one asked. */
export interface UnansweredMatch {
  /** Cosine of the two questions. */
  readonly similarity: number;
  /** On the scale of `AnticipatedMatch.likeness`: 0 to 1. */
  readonly likeness: number;
  /** Share of the asked question's terms that it has, weighted by rarity: 0 to 1. */
  readonly coverage: number;
  /** Those terms. */
  readonly terms: readonly string[];
  /** Its own terms that are years or other numbers. */
  readonly figures: readonly string[];
}

/** Questions of one language on a corpus's subjects that it does not answer. */
export interface UnansweredQuestions {
  /**
   * The questions written next to some passages that are likest a query, the likest first.
   * @param vector unit vector of the query
   * @param count how many, at most
   */
  likest(
    passageIds: readonly string[],
    query: string,
    vector: readonly number[],
    count: number,
  ): UnansweredMatch[];
}
