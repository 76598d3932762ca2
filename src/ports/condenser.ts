/** A question of a conversation with what was answered. */
export interface SpokenTurn {
  readonly question: string;
  /** Without markup; "" when there was none. */
  readonly answer: string;
}

/** Rewrites a follow-up so that it means the same without the conversation. */
export interface Condenser {
  /**
   * @param turns oldest first
   * @returns one line; whether it is any good is for the caller to check
   * @throws whatever keeps it from an answer
   */
  condense(question: string, turns: readonly SpokenTurn[], signal?: AbortSignal): Promise<string>;
}
