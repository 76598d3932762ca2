/** An answer that would be given when confidence is all that decides. */
export interface Attempt {
  /** 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Of the `coverage` share of all questions with the highest confidence, the `risk` share is answered wrongly. */
export interface RiskPoint {
  readonly coverage: number;
  readonly risk: number;
}

/**
 * The risk-coverage curve of selective answering (El-Yaniv & Wiener 2010). A question that the report does not answer is
 * wrong whatever is said. Equal confidences are one point: no threshold parts them.
 * @param questions how many were asked, with those that no threshold makes the assistant answer
 */
export function riskCoverage(attempts: readonly Attempt[], questions: number): RiskPoint[] {
  const sorted = [...attempts].sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  sorted.forEach(({ confidence, right }, i) => {
    if (!right) wrong += 1;
    if (sorted[i + 1]?.confidence === confidence) return;
    points.push({ coverage: (i + 1) / questions, risk: wrong / (i + 1) });
  });
  return points;
}

/**
 * Area under the curve over the coverage it reaches, 0 to 1, smaller is better (AURC: Geifman, Uziel & El-Yaniv 2019),
 * by the step from each point to the next.
 */
export function areaUnderRisk(points: readonly RiskPoint[]): number {
  let area = 0;
  let from = 0;
  for (const { coverage, risk } of points) {
    area += risk * (coverage - from);
    from = coverage;
  }
  return from === 0 ? 0 : area / from;
}
