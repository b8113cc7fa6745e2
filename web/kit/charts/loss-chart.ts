// The loss of every step of a training, and its mean in each frame; one line for each trainer.

import type { Frame } from "../../plot/frame.ts";
import { log } from "../../plot/log-scale.ts";
import { polyline, rule, symbols } from "../../plot/marks.ts";
import type { Role, Theme } from "../../plot/palette.ts";
import { drawCloud } from "../../plot/panels.ts";
import type { Pen } from "../../plot/pen.ts";
import { logDomainOf, type RowChart } from "./chart-row.ts";
import type { LegendItem } from "./legend.ts";

/** How a line is drawn, here and in every chart beside it. */
export interface LineLook {
  readonly colour: Role;
  readonly dash: readonly number[];
}

export interface LossLine {
  readonly look: LineLook;
  /** In the legend. */
  readonly text: string;
  /** Of every step. */
  readonly losses: readonly number[];
  /** Steps taken at the end of each frame, and the mean loss since the one before. */
  readonly steps: readonly number[];
  readonly means: readonly number[];
}

export interface LossChartOptions {
  readonly title: string;
  /** Names of the axes. */
  readonly steps: string;
  readonly loss: string;
  readonly lines: readonly LossLine[];
  /** Steps there will be. */
  readonly target: number;
  /** A level that the losses are compared with; null or not positive: none. */
  readonly level: { readonly value: number; readonly look: LineLook } | null;
}

/** Single losses that are drawn, at most. */
const DOTS = 1500;
/** Without any loss, and the least upper end of the axis. */
const DOMAIN: readonly [number, number] = [0.1, 3];

/** Every k-th of the losses, so that no more than DOTS are left: (m*2) step and loss. */
export function dotsOf(losses: readonly number[], most = DOTS): number[] {
  const stride = Math.max(1, Math.ceil(losses.length / most));
  const dots: number[] = [];
  for (let k = 0; k < losses.length; k += stride) dots.push(k + 1, losses[k] as number);
  return dots;
}

export function legendOf(lines: readonly { readonly look: LineLook; readonly text: string }[]): LegendItem[] {
  return lines.map(({ look, text }) => ({ swatch: { line: look.colour, dash: look.dash }, text }));
}

export function lossChart({ title, steps, loss, lines, target, level }: LossChartOptions): RowChart {
  const dots = lines.map(({ losses }) => dotsOf(losses));
  const [low, high] = logDomainOf([level?.value ?? Number.NaN, ...lines.flatMap(({ means }) => means)], DOMAIN);
  return {
    title,
    items: legendOf(lines),
    x: { domain: [0, target], label: steps },
    y: { domain: [low, Math.max(high, DOMAIN[1])], label: loss, scale: log },
    draw(pen: Pen, theme: Theme, frame: Frame) {
      lines.forEach(({ look: { colour, dash }, ...line }, k) => {
        drawCloud(pen, frame, dots[k] ?? [], 1.5, theme[colour], 0.3);
        polyline(pen, frame, line.steps, line.means, { stroke: theme[colour], width: 2, dash });
        // One mean makes no line.
        if (line.means.length === 1) symbols(pen, frame, line.steps, line.means, 4, "circle", { fill: theme[colour] });
      });
      if (level === null || !(level.value > 0)) return;
      const { colour, dash } = level.look;
      rule(pen, frame, "y", level.value, { stroke: theme[colour], width: 2, dash });
    },
  };
}
