/** What a sentence must have in common with its passages to count as standing on them; see `Measured`. */
export interface SupportBar {
  readonly overlap: number;
  readonly similarity: number;
}

/** For an index with anticipated questions, and the encoder that goes with them, and for one without. */
export interface SupportBars {
  readonly asked: SupportBar;
  readonly plain: SupportBar;
}

/** Written by `npm run fit:support`: 95 % of the supported sentences about dev's parts of the report reach each. */
export const SUPPORT_BARS: SupportBars = {
  asked: { overlap: 0.39, similarity: 0.55 },
  plain: { overlap: 0.1, similarity: 0.5 },
};
