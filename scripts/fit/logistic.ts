import { Matrix, solve } from "ml-matrix";
import type { LinearModel } from "../../src/compose/index.ts";

export interface Row {
  readonly features: Readonly<Record<string, number>>;
  readonly label: 0 | 1;
  readonly weight: number;
}

/**
 * Logistic regression with an L2 penalty on all but the bias, by Newton's method (iteratively reweighted
 * least squares: Hastie, Tibshirani & Friedman 2009, section 4.4.1). Deterministic.
 * @param l2 penalty, in units of rows.
 */
export function fitLogistic(
  rows: readonly Row[],
  names: readonly string[],
  { iterations = 25, l2 = 1 } = {},
): LinearModel {
  const size = names.length + 1;
  const inputs = rows.map((row) => [1, ...names.map((name) => row.features[name] ?? 0)]);
  let beta = new Array<number>(size).fill(0);
  for (let i = 0; i < iterations; i += 1) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Matrix.zeros(size, size);
    rows.forEach((row, at) => {
      const x = inputs[at] ?? [];
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, j) => sum + value * (beta[j] ?? 0), 0)));
      const curve = row.weight * Math.max(p * (1 - p), 1e-9);
      for (let j = 0; j < size; j += 1) {
        const xj = x[j] ?? 0;
        if (xj === 0) continue;
        gradient[j] = (gradient[j] ?? 0) + row.weight * (row.label - p) * xj;
        for (let k = 0; k < size; k += 1) hessian.set(j, k, hessian.get(j, k) + curve * xj * (x[k] ?? 0));
      }
    });
    for (let j = 0; j < size; j += 1) {
      const penalty = j === 0 ? 1e-6 : l2;
      gradient[j] = (gradient[j] ?? 0) - penalty * (beta[j] ?? 0);
      hessian.set(j, j, hessian.get(j, j) + penalty);
    }
    const step = solve(hessian, Matrix.columnVector(gradient)).to1DArray();
    beta = beta.map((value, j) => value + (step[j] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  const [bias = 0, ...weights] = beta.map((value) => Math.round(value * 1e3) / 1e3);
  return { bias, weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])) };
}
