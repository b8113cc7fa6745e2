// 1b: the two multipliers of every point, in the triangle of one slack per point and in the box of two.
import { html, type TemplateResult } from "lit";
import { format } from "../../../host/messages/format.ts";
import { type Drawn, steadyKey, surfaceIn } from "../../../kit/claims/claim-plot.ts";
import { drawFrame, inFrame, layFrame } from "../../../plot/frame.ts";
import { polyline, symbol, symbols } from "../../../plot/marks.ts";
import { box, segments } from "../../../plot/more-marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { padded } from "../../../plot/scale.ts";
import { type ResultOf, words } from "./context.ts";

type Picture = ResultOf<"1b">["picture"];

/** Multipliers closer to 0 than this share of C count as 0. */
const ZERO = 1e-6;

/** @param alone  whether the mistake is seen here and not in the gap */
export function boxFigure(broken: boolean, alone: boolean): TemplateResult {
  const { box } = words.dual;
  const key = (moved: boolean) =>
    html`<p class="claim-key"><span class="key-triangle">${box.triangle}</span> <span class="key-box">${box.square}</span> <span class="key-selected">${box.selected}</span>${
      moved ? html` <span class="key-moved">${box.moved}</span>` : ""
    }</p>`;
  return html`<figure class="claim-figure" ?data-shows-mistake=${alone}>
    <div class="claim-canvas claim-box"></div>
    ${steadyKey(key(broken), key(!broken))}
    <figcaption>${broken ? box.brokenCaption : box.caption}</figcaption>
  </figure>`;
}

/** In the element `.claim-box`. */
export function drawnBox(root: HTMLElement, picture: () => Picture | null, picked: () => number): Drawn {
  const surface = surfaceIn(
    root,
    "claim-box",
    (pen, size, theme) => {
      const now = picture();
      if (now !== null) draw(pen, size, theme, now, picked());
    },
    words.dual.box.name,
  );
  return {
    surfaces: [surface],
    update() {
      const now = picture();
      if (now !== null) surface.describe(format(words.dual.box.describe, countsOf(now)));
    },
  };
}

function countsOf({ alpha, alphaStar, C }: Picture): Record<"inside" | "axis" | "off" | "beyond", number> {
  const zero = ZERO * C;
  const counts = { inside: 0, axis: 0, off: 0, beyond: 0 };
  alpha.forEach((value, i) => {
    const other = alphaStar[i] ?? 0;
    if (Math.min(value, other) > zero) ++counts.off;
    else if (Math.max(value, other) > zero) ++counts.axis;
    else ++counts.inside;
    if (value + other > C + zero) ++counts.beyond;
  });
  return counts;
}

function draw(pen: Pen, size: Size, theme: Theme, now: Picture, picked: number): void {
  const { alpha, alphaStar, intactAlpha, intactAlphaStar, C } = now;
  const most = Math.max(C, ...alpha, ...alphaStar);
  const domain = padded([0, most], 0.08);
  const frame = layFrame(pen, size, theme, {
    x: { domain, label: words.dual.box.axes[0] ?? "" },
    y: { domain, label: words.dual.box.axes[1] ?? "" },
  });
  drawFrame(pen, frame, theme);
  const moved = Array.from(intactAlpha.keys()).filter(
    (i) =>
      Math.abs((alpha[i] ?? 0) - (intactAlpha[i] ?? 0)) + Math.abs((alphaStar[i] ?? 0) - (intactAlphaStar[i] ?? 0)) >
      1e-3 * C,
  );
  const still = Array.from(alpha.keys()).filter((i) => !moved.includes(i));
  const at = (values: Float64Array, rows: readonly number[]) => rows.map((i) => values[i] ?? 0);
  inFrame(pen, frame, () => {
    polyline(pen, frame, [0, C, 0, 0], [0, 0, C, 0], { fill: theme.accent, alpha: 0.18 });
    box(pen, frame, 0, 0, C, C, { stroke: theme.muted, width: 1.75, dash: [6, 4] });
    polyline(pen, frame, [0, C, 0, 0], [0, 0, C, 0], { stroke: theme.accent, width: 2 });
    const [fromX, fromY] = [at(intactAlpha, moved), at(intactAlphaStar, moved)];
    const [toX, toY] = [at(alpha, moved), at(alphaStar, moved)];
    segments(pen, frame, fromX, fromY, toX, toY, { stroke: theme.fail, width: 1.25, dash: [4, 3] });
    symbols(pen, frame, fromX, fromY, 4, "circle", { fill: theme.surface, stroke: theme.muted, width: 1.5 });
    symbols(pen, frame, at(alpha, still), at(alphaStar, still), 4, "circle", {
      fill: theme.ink,
      stroke: theme.surface,
      width: 1,
    });
    symbols(pen, frame, toX, toY, 4.5, "circle", { fill: theme.fail, stroke: theme.surface, width: 1 });
  });
  const [x, y] = [alpha[picked], alphaStar[picked]];
  if (x !== undefined && y !== undefined)
    symbol(pen, "ring", frame.x(x), frame.y(y), 9, { stroke: theme.pair, width: 2 });
}
