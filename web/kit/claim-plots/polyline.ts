// A convex, piecewise linear cost of one number: its minimisers drawn as a set, and a handle to try another value.

import type { TemplateResult } from "lit";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { wordColour } from "../../plot/colours.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../plot/frame.ts";
import { label, polyline, symbol } from "../../plot/marks.ts";
import { box, segments } from "../../plot/more-marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";
import { type Drawn, surfaceIn, trialVerdict } from "../claims/claim-plot.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";

const words = claimPlots.polyline;

/** One arrow key moves the handle by this share of the axis; with Shift ten times as far. */
const KEY_STEP = 1 / 200;

/** The cost g of a number b. */
export interface Cost {
  /** The corners: b ascending, and g there. */
  readonly b: Float64Array;
  readonly g: Float64Array;
  /** argmin g = [lo, hi], and g on it. */
  readonly lo: number;
  readonly hi: number;
  readonly minimum: number;
  /** The trial value, g there and both one-sided slopes. */
  readonly pick: number;
  readonly value: number;
  readonly slopeLeft: number;
  readonly slopeRight: number;
  /** Whether the trial value is a minimiser, and how far g there is above the least g. */
  readonly minimises: boolean;
  readonly excess: number;
  /** g at the corners as a mistake has it; empty or missing for none. */
  readonly wrong?: Float64Array;
}

/** What is said of the trial value; each sentence has an {excess}. */
export interface TrialWords {
  readonly pass: string;
  readonly fail: string;
  /** The value of a broken certificate; and one that is a minimiser all the same. */
  readonly broken: string;
  readonly brokenMinimises: string;
}

export interface CostOptions {
  /** What the plot shows. */
  readonly name: string;
  /** Titles of the axes. */
  readonly axes: () => readonly [b: string, g: string];
  /** Label of the set of minimisers. */
  readonly setLabel: string;
  /** A sentence with {pick}, {value}, {left}, {right} and {set}. */
  readonly describe: string;
  readonly cost: () => Cost | null;
  /**
   * The trial value of the state, null for the solver's value. The handle follows it at once; g and the slopes there come with
   * the next result.
   */
  readonly trial: () => number | null;
  /** Try this value. */
  readonly move: (b: number) => void;
  /** Whether the value shown is that of a broken certificate: none can be tried then. */
  readonly broken: () => boolean;
}

/** Whether the value shown is a minimiser, in words; nothing while it is the solver's own. */
export function trialText(
  { minimises, excess }: Cost,
  trial: number | null,
  broken: boolean,
  words: TrialWords,
): TemplateResult | "" {
  if (trial === null && !broken) return "";
  const best = broken ? words.brokenMinimises : words.pass;
  const text = minimises ? best : broken ? words.broken : words.fail;
  return trialVerdict(minimises, format(text, { excess: formatNumber(excess) }));
}

/** The set of minimisers in words. */
export function setText({ lo, hi }: Pick<Cost, "lo" | "hi">): string {
  return lo < hi
    ? format(words.interval, { lo: formatNumber(lo, 4), hi: formatNumber(hi, 4) })
    : format(words.single, { lo: formatNumber(lo, 4) });
}

/** Both slopes in words. */
export function slopesText({ slopeLeft, slopeRight }: Cost): string {
  return format(words.slopes, { left: formatNumber(slopeLeft), right: formatNumber(slopeRight) });
}

/** In the element `.claim-polyline`, which has tabindex 0. */
export function drawnCost(root: HTMLElement, options: CostOptions): Drawn {
  const { cost, broken } = options;
  const trial = () => (broken() ? null : options.trial());
  const move = (b: number) => {
    if (!broken()) options.move(b);
  };
  let frame: Frame | null = null;
  const surface = surfaceIn(
    root,
    "claim-polyline",
    (pen, size, theme) => {
      const now = cost();
      frame = now === null ? null : draw(pen, size, theme, now, trial() ?? now.pick, options);
    },
    options.name,
    "application",
  );
  const { host } = surface;
  host.setAttribute("role", "slider");
  const inside = (b: number, [from, to]: readonly [number, number]) => Math.max(from, Math.min(to, b));

  const dragTo = (event: PointerEvent) => {
    if (frame !== null) move(inside(frame.x.invert(surface.position(event).x), frame.x.domain));
  };
  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    host.setPointerCapture(event.pointerId);
    dragTo(event);
  });
  host.addEventListener("pointermove", (event) => {
    if (host.hasPointerCapture(event.pointerId)) dragTo(event);
  });
  host.addEventListener("keydown", (event) => {
    const now = cost();
    if (now === null) return;
    const domain = domainOf(now);
    const step = (domain[1] - domain[0]) * KEY_STEP * (event.shiftKey ? 10 : 1);
    const b = trial() ?? now.pick;
    const target: Record<string, number> = {
      ArrowLeft: b - step,
      ArrowDown: b - step,
      ArrowRight: b + step,
      ArrowUp: b + step,
      Home: domain[0],
      End: domain[1],
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    move(inside(next, domain));
  });

  return {
    surfaces: [surface],
    update() {
      const now = cost();
      if (now === null) return;
      const [from, to] = domainOf(now);
      host.setAttribute("aria-valuemin", String(from));
      host.setAttribute("aria-valuemax", String(to));
      host.setAttribute("aria-valuenow", String(trial() ?? now.pick));
      const { pick, value, slopeLeft, slopeRight } = now;
      const numbers = { pick: formatNumber(pick, 4), value: formatNumber(value, 4) };
      const slopes = { left: formatNumber(slopeLeft), right: formatNumber(slopeRight) };
      host.setAttribute("aria-valuetext", format(options.describe, { ...numbers, ...slopes, set: setText(now) }));
    },
  };
}

function domainOf({ b, lo, hi }: Cost): [number, number] {
  return padded(extent([...b, lo, hi]), 0.04);
}

/** @param shown where the handle is */
function draw(pen: Pen, size: Size, theme: Theme, cost: Cost, shown: number, { axes, setLabel }: CostOptions): Frame {
  const { b, g, lo, hi, minimum, pick, value, slopeLeft, slopeRight, minimises, wrong = [] } = cost;
  const domain = domainOf(cost);
  const [x, y] = axes();
  const frame = layFrame(pen, size, theme, {
    x: { domain, label: x },
    y: { domain: padded(extent([...g, ...wrong, minimum, value]), 0.1), label: y },
    top: 18,
  });
  drawFrame(pen, frame, theme);
  const floor = frame.y.domain[0];
  inFrame(pen, frame, () => {
    // The set of minimisers: a band down to the axis and a thick piece of the polyline, closed at both ends.
    box(pen, frame, lo, floor, hi, minimum, { fill: theme.upper, alpha: 0.2 });
    polyline(pen, frame, b, g, { stroke: theme.ink, width: 2 });
    if (wrong.length > 0) polyline(pen, frame, b, wrong, { stroke: theme.fail, width: 2, dash: [7, 4] });
    segments(pen, frame, [lo], [minimum], [hi], [minimum], { stroke: theme.upper, width: 6, cap: "round" });
    segments(pen, frame, [lo, hi], [floor, floor], [lo, hi], [minimum, minimum], {
      stroke: theme.upper,
      width: 1.5,
      dash: [4, 3],
    });
    // One-sided slopes at the pick, as short tangents.
    const reach = (domain[1] - domain[0]) * 0.09;
    segments(
      pen,
      frame,
      [pick, pick],
      [value, value],
      [pick - reach, pick + reach],
      [value - slopeLeft * reach, value + slopeRight * reach],
      {
        stroke: theme.pair,
        width: 3,
      },
    );
  });
  for (const end of [lo, hi])
    symbol(pen, "circle", frame.x(end), frame.y(minimum), 4, { fill: theme.upper, stroke: theme.surface, width: 1 });
  segments(pen, frame, [shown], [floor], [shown], [frame.y.domain[1]], {
    stroke: theme.accent,
    width: 1,
    dash: [2, 3],
  });
  const place = [frame.x(pick), frame.y(value)] as const;
  if (minimises) symbol(pen, "diamond", ...place, 7, { fill: theme.accent, stroke: theme.surface, width: 1.5 });
  else {
    // How far it is above the least value; in a square, as every verdict that fails.
    segments(pen, frame, [pick], [minimum], [pick], [value], { stroke: theme.fail, width: 2.5 });
    symbol(pen, "square", ...place, 7, { fill: theme.fail, stroke: theme.surface, width: 1.5 });
    symbol(pen, "cross", ...place, 3.5, { stroke: theme.surface, width: 1.75 });
  }
  const font = fontOf(theme, 12);
  const middle = Math.max(frame.left + 60, Math.min(frame.right - 60, frame.x((lo + hi) / 2)));
  label(pen, setLabel, middle, frame.top - 9, { font, fill: wordColour(theme, "upper"), align: "center" });
  return frame;
}
