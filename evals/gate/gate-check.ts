/** One condition that a run must meet. */
export interface GateCheck {
  /** Names the metric, or what is compared. */
  readonly name: string;
  readonly passed: boolean;
  /** What was found, in one sentence; for a failed check with what to look at. */
  readonly message: string;
}
