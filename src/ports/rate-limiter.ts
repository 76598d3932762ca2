export interface RateDecision {
  readonly allowed: boolean;
  /** Seconds until the next request can pass; 0 when allowed. */
  readonly retryAfterSeconds: number;
}

/** Counts requests by key (a client address) and says whether one more may pass. */
export interface RateLimiter {
  take(key: string): Promise<RateDecision>;
}
