/** What a sentence must reach to count as standing on its passages; see `Measured`. */
export interface SupportBars {
  /** For an index with anticipated questions, and for one without. */
  readonly overlap: { readonly asked: number; readonly plain: number };
  readonly similarity: number;
}

/** Written by `npm run fit:support`: 95 % of the supported sentences about dev's parts of the report reach each. */
export const SUPPORT_BARS: SupportBars = { overlap: { asked: 0.39, plain: 0.1 }, similarity: 0.5 };
