// The primal falls, the dual rises, and the gap between them closes along the solver's path.
import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { drawFrame, inFrame, layFrame } from "../../plot/frame.ts";
import { band, polyline } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";
import { type Drawn, surfaceIn } from "../claims/claim-plot.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";

const words = claimPlots.gap;

/** Values along the path, thinned. */
export interface ClosingGap {
  readonly iteration: Float64Array;
  readonly dual: Float64Array;
  readonly primal: Float64Array;
  readonly kktGap: Float64Array;
}

export function gapFigure(caption: string): TemplateResult {
  return html`<figure class="claim-figure">
    <div class="claim-canvas claim-path"></div>
    <p class="claim-key"><span class="key-primal">${words.primal}</span> <span class="key-dual">${words.dual}</span></p>
    <div class="claim-canvas claim-gap"></div>
    <p class="claim-key"><span class="key-gap">${words.gap}</span> <span class="key-kkt">${words.kkt}</span></p>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

/** Primal and dual at the end of the path, for readings. */
export function gapEnds(path: ClosingGap | null): (readonly [name: string, value: string])[] {
  const [primal, dual] = [path?.primal.at(-1), path?.dual.at(-1)];
  if (primal === undefined || dual === undefined) return [];
  return [
    [words.primal, formatNumber(primal, 6)],
    [words.dual, formatNumber(dual, 6)],
  ];
}

/** @param title of the axis of values, made from "objective" */
export function drawnGap(
  root: HTMLElement,
  path: () => ClosingGap | null,
  title: (objective: string) => string,
): Drawn {
  const draw =
    (paint: (pen: Pen, size: Size, theme: Theme, path: ClosingGap) => void) => (pen: Pen, size: Size, theme: Theme) => {
      const known = path();
      if (known !== null) paint(pen, size, theme, known);
    };
  const objectives = surfaceIn(
    root,
    "claim-path",
    draw((pen, size, theme, known) => drawPath(pen, size, theme, known, title(words.objective))),
    words.name,
  );
  const gap = surfaceIn(root, "claim-gap", draw(drawGap), words.gapName);
  return {
    surfaces: [objectives, gap],
    update() {
      const known = path();
      if (known === null) return;
      const [primal, dual] = [formatNumber(known.primal.at(-1) ?? 0, 5), formatNumber(known.dual.at(-1) ?? 0, 5)];
      objectives.describe(format(words.describe, { iterations: known.iteration.at(-1) ?? 0, primal, dual }));
    },
  };
}

function drawPath(pen: Pen, size: Size, theme: Theme, { iteration, primal, dual }: ClosingGap, title: string): void {
  // The first primals are often many times the last, so the axis shows all of the dual and only the end of the primal.
  const [low, high] = extent([...dual, primal.at(-1) ?? 0]);
  const top = Math.max(high + (high - low) * 0.6, Math.min(extent(primal)[1], high + (high - low) * 1.5));
  const frame = layFrame(pen, size, theme, {
    x: { domain: horizontal(iteration) },
    y: { domain: padded([low, top], 0.04), label: title },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    band(pen, frame, iteration, dual, primal, { fill: theme.pair, alpha: 0.18 });
    polyline(pen, frame, iteration, primal, { stroke: theme.primal, width: 2, dash: [7, 3] });
    polyline(pen, frame, iteration, dual, { stroke: theme.dual, width: 2 });
  });
}

function drawGap(pen: Pen, size: Size, theme: Theme, { iteration, primal, dual, kktGap }: ClosingGap): void {
  const gap = primal.map((value, k) => value - (dual[k] ?? 0));
  const positive = [...gap, ...kktGap].filter((value) => value > 0);
  const [low, high] = extent(positive, [1e-12, 1]);
  const frame = layFrame(pen, size, theme, {
    x: { domain: horizontal(iteration), label: words.iteration },
    y: { domain: low < high ? [low / 1.5, high * 1.5] : [low / 10, low * 10], log: true, label: words.gapAxis },
  });
  drawFrame(pen, frame, theme);
  // A gap of 0 has no place on a logarithmic axis: the line ends there.
  const visible = (values: Float64Array) => values.map((value) => (value > 0 ? value : Number.NaN));
  inFrame(pen, frame, () => {
    polyline(pen, frame, iteration, visible(gap), { stroke: theme.pair, width: 2 });
    polyline(pen, frame, iteration, visible(kktGap), { stroke: theme.muted, width: 1.5, dash: [3, 3] });
  });
}

function horizontal(iteration: Float64Array): [number, number] {
  const [from, to] = extent(iteration, [0, 1]);
  return from < to ? [from, to] : [from - 0.5, from + 0.5];
}
