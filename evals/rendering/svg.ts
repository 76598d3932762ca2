import { html } from "hono/html";
import type { RiskPoint } from "../scorers/risk-coverage.ts";

type Html = ReturnType<typeof html>;

const WIDTH = 460;
const HEIGHT = 300;
const LEFT = 56;
const BOTTOM = 40;
const TOP = 12;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const x = (share: number): string => (LEFT + share * (WIDTH - LEFT - 16)).toFixed(1);
const y = (share: number): string => (HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)).toFixed(1);

/** A risk-coverage curve as SVG; both axes from 0 to 1. */
export function curveSvg(points: readonly RiskPoint[]): Html {
  const path = points
    .map(({ coverage, risk }, i) => `${i === 0 ? "M" : "L"}${x(coverage)},${y(risk)}`)
    .join(" ");
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Risk-coverage curve">
    ${TICKS.map(
      (tick) =>
        html`<line class="axis" x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" />
          <text x="${LEFT - 8}" y="${y(tick)}" text-anchor="end" dominant-baseline="middle">${tick}</text>
          <text x="${x(tick)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${tick}</text>`,
    )}
    <text x="${x(0.5)}" y="${HEIGHT - 4}" text-anchor="middle">coverage</text>
    <text x="12" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 12 ${y(0.5)})">risk</text>
    <path class="curve" d="${path}" />
  </svg>`;
}

export interface Bar {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly text: string;
}

const ROW = 24;
const LABEL = 150;

/** Horizontal bars from 0 to 1 as SVG, one a row. */
export function barsSvg(bars: readonly Bar[]): Html {
  const height = Math.max(1, bars.length) * ROW + 8;
  const full = WIDTH - LABEL - 48;
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Share right by chapter">
    ${bars.map(({ label, value, text }, i) => {
      const top = i * ROW + 4;
      const middle = top + ROW / 2 - 2;
      const end = LABEL + value * full;
      return html`<text x="${LABEL - 8}" y="${middle}" text-anchor="end" dominant-baseline="middle"
          >${label}</text
        >
        <rect class="bar" x="${LABEL}" y="${top}" width="${(value * full).toFixed(1)}" height="${ROW - 6}" />
        <text x="${(end + 6).toFixed(1)}" y="${middle}" dominant-baseline="middle">${text}</text>`;
    })}
  </svg>`;
}
