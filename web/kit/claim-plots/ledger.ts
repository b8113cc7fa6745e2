// The Lagrangian as a ledger: terms that add up to L; and the saddle inequality, tried on both sides.

import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { drawFrame, inFrame, layFrame } from "../../plot/frame.ts";
import { rule, symbols } from "../../plot/marks.ts";
import { box } from "../../plot/more-marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { powerOfTen } from "../../plot/scale.ts";
import { type Drawn, surfaceIn } from "../claims/claim-plot.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";
import { unrounded } from "../points/words.ts";
import { drawWaterfall } from "./waterfall.ts";

const words = claimPlots.ledger;

/** Distances from the saddle value are drawn on a logarithmic axis from this share of it: below is "equal". */
const EQUAL = 1e-6;
/** Below this height of the ledger, px, the rows need the room of the axis' title. */
const LOW = 160;

export interface Ledger {
  /** They sum to value. */
  readonly terms: Float64Array;
  readonly value: number;
  /** L at the saddle point. */
  readonly saddle: number;
  /** L at random multipliers and the optimal primal variables, and the other way round. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** The terms as they should be, where one is broken. */
  readonly intact?: Float64Array;
}

/** The term that is broken, and its name then. */
export interface TurnedTerm {
  readonly row: number;
  readonly name: string;
}

export interface LedgerWords {
  /** Names of the terms. */
  readonly terms: readonly string[];
  /** The term that the plain mistake turns round. */
  readonly turned: TurnedTerm;
  /** What is drawn at random: first below, then above the saddle value. */
  readonly sides: readonly string[];
}

/**
 * In the elements `.claim-ledger` and `.claim-draws`.
 * @param point the point whose multipliers are tried
 * @param broken whether the term `turned` is broken, or which other one is
 */
export function drawnLedger(
  root: HTMLElement,
  { terms, turned, sides }: LedgerWords,
  known: () => Ledger | null,
  point: () => number,
  broken: () => boolean | TurnedTerm,
): Drawn {
  const wrong = () => {
    const now = broken();
    return now === true ? turned : now || null;
  };
  const ledger = surfaceIn(
    root,
    "claim-ledger",
    (pen, size, theme) => {
      const now = known();
      if (now !== null) drawLedger(pen, size, theme, now, terms, wrong());
    },
    words.name,
  );
  const draws = surfaceIn(
    root,
    "claim-draws",
    (pen, size, theme) => {
      const now = known();
      if (now !== null) drawStrip(pen, size, theme, now, sides);
    },
    words.drawsName,
  );
  return {
    surfaces: [ledger, draws],
    update() {
      const now = known();
      if (now === null) return;
      const { value, saddle, below, above } = now;
      ledger.describe(
        format(words.describe, { value: formatNumber(value, 5), saddle: formatNumber(saddle, 5), point: point() + 1 }),
      );
      draws.describe(format(words.drawsDescribe, { below: below.length, above: above.length, ...wrongSides(now) }));
    },
  };
}

/** L and its saddle value, for readings. */
export function ledgerReadings({ value, saddle }: Ledger): (readonly [name: string, value: string])[] {
  return [
    [words.total, formatNumber(value, 5)],
    [words.saddle, formatNumber(saddle, 5)],
  ];
}

/** @param turned the term that is broken; null where none is */
export function drawLedger(
  pen: Pen,
  size: Size,
  theme: Theme,
  { terms, value, saddle, intact }: Ledger,
  named: readonly string[],
  turned: TurnedTerm | null,
): void {
  const text = (number: number) => formatNumber(unrounded(number, ...terms), 4);
  drawWaterfall(pen, size, theme, {
    bars: Array.from(terms, (value, row) => ({
      ...{ name: row === turned?.row ? turned.name : (named[row] ?? ""), value, text: text(value) },
      fill: value < 0 ? theme.below : theme.upper,
      wrong: row === turned?.row,
      right: row === turned?.row && intact !== undefined ? (intact[row] ?? 0) : null,
    })),
    total: { name: words.total, value, text: text(value) },
    label: size.height < LOW ? "" : words.axis,
    ...{ show: [saddle, 0], marksRight: false, gap: 5 },
    under(frame) {
      // The broken term is 0 at the saddle as the right one is: its row is marked.
      if (turned !== null) {
        const [from, to] = frame.x.domain;
        box(pen, frame, from, turned.row - 0.5, to, turned.row + 0.5, { fill: theme.fail, alpha: 0.15 });
      }
      rule(pen, frame, "x", 0, { stroke: theme.muted, width: 1 });
      rule(pen, frame, "x", saddle, { stroke: theme.accent, width: 1.5, dash: [5, 4] });
    },
  });
}

/** How many draws lie on the side where the saddle inequality forbids them. */
function wrongSides({ saddle, below, above }: Ledger): { tooHigh: number; tooLow: number } {
  const slack = EQUAL * (1 + Math.abs(saddle));
  return {
    tooHigh: below.filter((value) => value > saddle + slack).length,
    tooLow: above.filter((value) => value < saddle - slack).length,
  };
}

/** Draws as dots by their signed distance from the saddle value: left is less, right is more. */
function drawStrip(
  pen: Pen,
  size: Size,
  theme: Theme,
  { saddle, below, above }: Ledger,
  sides: readonly string[],
): void {
  const unit = EQUAL * (1 + Math.abs(saddle));
  const place = (value: number) => {
    const distance = value - saddle;
    return Math.sign(distance) * Math.max(0, Math.log10(Math.abs(distance) / unit));
  };
  const farthest = Math.max(1, ...[...below, ...above].map((value) => Math.abs(place(value))).filter(Number.isFinite));
  const most = Math.ceil(farthest);
  const ticks = Array.from({ length: 2 * most + 1 }, (_, k) => k - most);
  const decade = Math.round(Math.log10(unit));
  const frame = layFrame(pen, size, theme, {
    x: {
      domain: [-most - 0.3, most + 0.3],
      ticks,
      format: (at) => (at === 0 ? "L*" : `${at < 0 ? "\u2212" : "+"}${powerOfTen(decade + Math.abs(at))}`),
      label: words.drawsAxis,
    },
    y: { domain: [1.6, -0.6], ticks: [0, 1], format: (row) => sides[row] ?? "", grid: false },
  });
  drawFrame(pen, frame, theme);
  rule(pen, frame, "x", 0, { stroke: theme.accent, width: 2 });
  // Dots are spread by the golden ratio: evenly, and the same each time.
  const spread = (row: number, count: number) =>
    Float64Array.from({ length: count }, (_, k) => row + (((k * 0.618034) % 1) - 0.5) * 0.6);
  inFrame(pen, frame, () => {
    for (const [row, values, sign] of [
      [0, below, -1],
      [1, above, 1],
    ] as const) {
      // biome-ignore format: a table
      const x = Float64Array.from(values, place);
      const y = spread(row, values.length);
      const side = (wrong: boolean) => x.map((at) => (at * sign < 0 === wrong ? at : Number.NaN));
      const right = side(false);
      const wrong = side(true);
      symbols(
        pen,
        frame,
        right.filter(Number.isFinite),
        y.filter((_, k) => Number.isFinite(right[k])),
        2.5,
        "circle",
        { fill: theme.dual, alpha: 0.55 },
      );
      symbols(
        pen,
        frame,
        wrong.filter(Number.isFinite),
        y.filter((_, k) => Number.isFinite(wrong[k])),
        3.5,
        "cross",
        { stroke: theme.fail, width: 1.5 },
      );
    }
  });
}
