/** A logistic model over named features: 1 / (1 + exp(-(bias + sum of weight x value))). */
export interface LinearModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The log-odds of a probability; infinite for 0 and 1. */
export function logOdds(chance: number): number {
  return Math.log(chance / (1 - chance));
}

/** A probability (above 0 and below 1) with log-odds added. */
export function shifted(chance: number, logOdds: number): number {
  if (logOdds === 0) return chance;
  const odds = (chance / (1 - chance)) * Math.exp(logOdds);
  return odds / (1 + odds);
}

/** Probability, 0 to 1. Features without a weight count nothing. */
export function probability(model: LinearModel, features: Readonly<Record<string, number>>): number {
  let sum = model.bias;
  // A list of entries would be made anew for each of some hundred sentences.
  for (const name in features) sum += (model.weights[name] ?? 0) * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
