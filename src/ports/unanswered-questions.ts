/** Questions of one language on a corpus's subjects that it does not answer. */
export interface UnansweredQuestions {
  /**
   * How like a question each of those is that were written next to some passages, the likest first: 0 to 1, on the scale
   * of `AnticipatedMatch.likeness`.
   * @param vector unit vector of the query
   */
  likenesses(passageIds: readonly string[], query: string, vector: readonly number[]): number[];
}
