import { Matrix, solve } from "ml-matrix";
import type { LinearModel } from "../../src/domain/linear-model.ts";

export interface Row {
  readonly features: Readonly<Record<string, number>>;
  readonly label: 0 | 1;
  readonly weight: number;
}

/**
 * Logistic regression with an L2 penalty on all but the bias, by Newton's method (iteratively reweighted
 * least squares: Hastie, Tibshirani & Friedman 2009, section 4.4.1), with steps halved until they gain (Boyd &
 * Vandenberghe 2004, section 9.2: far from the best, whole steps may overshoot for ever). Deterministic.
 * @param l2 penalty, in units of rows.
 */
export function fitLogistic(
  rows: readonly Row[],
  names: readonly string[],
  { iterations = 50, l2 = 1 } = {},
): LinearModel {
  const size = names.length + 1;
  const inputs = new Float64Array(rows.length * size);
  rows.forEach((row, at) => {
    inputs[at * size] = 1;
    names.forEach((name, j) => (inputs[at * size + j + 1] = row.features[name] ?? 0));
  });
  const penalties = Float64Array.from({ length: size }, (_, j) => (j === 0 ? 1e-6 : l2));
  let beta = new Float64Array(size);
  let now = derivatives(rows, inputs, beta, penalties);
  for (let i = 0; i < iterations; i += 1) {
    const hessian = Matrix.from1DArray(size, size, now.hessian);
    const step = solve(hessian, Matrix.columnVector(now.gradient)).to1DArray();
    let scale = 1;
    let next = now;
    let tried = beta;
    do {
      tried = beta.map((value, j) => value + scale * (step[j] ?? 0));
      next = derivatives(rows, inputs, tried, penalties);
      scale /= 2;
    } while (next.likelihood < now.likelihood && scale > 1e-6);
    const gained = next.likelihood - now.likelihood;
    [beta, now] = [tried, next];
    if (gained < 1e-7 * Math.abs(now.likelihood)) break;
  }
  const [bias = 0, ...weights] = [...beta].map((value) => Math.round(value * 1e3) / 1e3);
  return { bias, weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])) };
}

/** The penalised, weighted log-likelihood, its first derivatives, and minus its second ones row by row. */
function derivatives(
  rows: readonly Row[],
  inputs: Float64Array,
  beta: Float64Array,
  penalties: Float64Array,
) {
  const size = beta.length;
  const gradient = beta.map((value, j) => -(penalties[j] ?? 0) * value);
  const hessian = new Float64Array(size * size);
  let likelihood = beta.reduce((sum, value, j) => sum - ((penalties[j] ?? 0) * value * value) / 2, 0);
  rows.forEach(({ label, weight }, at) => {
    const x = inputs.subarray(at * size, (at + 1) * size);
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += (x[j] ?? 0) * (beta[j] ?? 0);
    const p = 1 / (1 + Math.exp(-sum));
    // log p or log (1 - p), without overflow.
    const margin = label === 1 ? sum : -sum;
    likelihood += weight * (Math.min(0, margin) - Math.log1p(Math.exp(-Math.abs(margin))));
    const curve = weight * Math.max(p * (1 - p), 1e-9);
    for (let j = 0; j < size; j += 1) {
      const xj = x[j] ?? 0;
      if (xj === 0) continue;
      gradient[j] = (gradient[j] ?? 0) + weight * (label - p) * xj;
      for (let k = 0; k <= j; k += 1) {
        hessian[j * size + k] = (hessian[j * size + k] ?? 0) + curve * xj * (x[k] ?? 0);
      }
    }
  });
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k < j; k += 1) hessian[k * size + j] = hessian[j * size + k] ?? 0;
    hessian[j * size + j] = (hessian[j * size + j] ?? 0) + (penalties[j] ?? 0);
  }
  return { gradient, hessian, likelihood };
}
