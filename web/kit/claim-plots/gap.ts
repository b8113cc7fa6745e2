// The primal falls, the dual rises, and the gap between them closes along the solver's path.

import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { drawFrame, fontOf, inFrame, layFrame } from "../../plot/frame.ts";
import { log } from "../../plot/log-scale.ts";
import { band, label, polyline, rule, symbol } from "../../plot/marks.ts";
import { segments } from "../../plot/more-marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";
import { type Drawn, steadyKey, surfaceIn } from "../claims/claim-plot.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";

const words = claimPlots.gap;

/** Share of the width beside the path that a broken certificate takes. */
const BESIDE = 0.1;
/** P and D nearer to each other than this have one label, px. */
const ONE_LABEL = 14;

/** Values along the path, thinned. */
export interface ClosingGap {
  readonly iteration: Float64Array;
  readonly dual: Float64Array;
  readonly primal: Float64Array;
  readonly kktGap: Float64Array;
  /** P and D of a broken certificate, which is drawn beside the end of the path. */
  readonly broken?: { readonly primal: number; readonly dual: number } | null;
}

export function gapFigure(caption: string, path: ClosingGap | null = null): TemplateResult {
  const key = (broken: boolean, ...lines: readonly (readonly [kind: string, text: string])[]) => {
    const all = broken ? [...lines, ["broken", words.broken] as const] : lines;
    return html`<p class="claim-key">${all.map(([kind, text]) => html`<span class="key-${kind}">${text}</span> `)}</p>`;
  };
  const steady = (...lines: readonly (readonly [kind: string, text: string])[]) => {
    const broken = Boolean(path?.broken);
    return steadyKey(key(broken, ...lines), key(!broken, ...lines));
  };
  return html`<figure class="claim-figure">
    <div class="claim-canvas claim-path"></div>
    ${steady(["primal", words.primal], ["dual", words.dual])}
    <div class="claim-canvas claim-gap"></div>
    ${steady(["gap", words.gap], ["kkt", words.kkt])}
    <figcaption>${caption}</figcaption>
  </figure>`;
}

/** Primal and dual at the end of the path, for readings. */
export function gapEnds(path: ClosingGap | null): (readonly [name: string, value: string])[] {
  const { primal, dual } = path?.broken ?? { primal: path?.primal.at(-1), dual: path?.dual.at(-1) };
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
      const numbers = (primal: number, dual: number) => ({
        primal: formatNumber(primal, 5),
        dual: formatNumber(dual, 5),
      });
      const iterations = known.iteration.at(-1) ?? 0;
      const ends = numbers(known.primal.at(-1) ?? 0, known.dual.at(-1) ?? 0);
      const { broken } = known;
      const more = broken ? format(words.describeBroken, numbers(broken.primal, broken.dual)) : "";
      objectives.describe(format(words.describe, { iterations, ...ends }) + more);
    },
  };
}

function drawPath(pen: Pen, size: Size, theme: Theme, path: ClosingGap, title: string): void {
  const { iteration, primal, dual, broken } = path;
  // The first primals are often many times the last, so the axis shows all of the dual and only the end of the primal.
  const [low, high] = extent([...dual, primal.at(-1) ?? 0]);
  const top = Math.max(high + (high - low) * 0.6, Math.min(extent(primal)[1], high + (high - low) * 1.5));
  const frame = layFrame(pen, size, theme, {
    x: { domain: horizontal(path) },
    y: { domain: padded(extent([low, top, ...(broken ? [broken.primal, broken.dual] : [])]), 0.06), label: title },
  });
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => {
    band(pen, frame, iteration, dual, primal, { fill: theme.pair, alpha: 0.18 });
    polyline(pen, frame, iteration, primal, { stroke: theme.primal, width: 2, dash: [7, 3] });
    polyline(pen, frame, iteration, dual, { stroke: theme.dual, width: 2 });
  });
  if (!broken) return;
  const at = frame.x.domain[1] - (frame.x.domain[1] - frame.x.domain[0]) * (BESIDE / 2);
  segments(pen, frame, [at], [broken.dual], [at], [broken.primal], { stroke: theme.fail, width: 2, dash: [4, 3] });
  const style = { font: fontOf(theme, 12, 600), fill: theme.fail, halo: theme.surface };
  const [x, p, d] = [frame.x(at), frame.y(broken.primal), frame.y(broken.dual)];
  for (const y of [p, d]) symbol(pen, "square", x, y, 5, { fill: theme.fail, stroke: theme.surface, width: 1 });
  if (Math.abs(p - d) < ONE_LABEL) {
    // Above both, or below them where there is no room above.
    const above = Math.min(p, d) - 13;
    label(pen, "P, D", x, above < frame.top + 6 ? Math.max(p, d) + 13 : above, { ...style, align: "center" });
  } else {
    label(pen, "P", x + 9, p, style);
    label(pen, "D", x + 9, d, style);
  }
}

function drawGap(pen: Pen, size: Size, theme: Theme, path: ClosingGap): void {
  const { iteration, primal, dual, kktGap, broken } = path;
  const gap = primal.map((value, k) => value - (dual[k] ?? 0));
  const wrong = broken ? Math.abs(broken.primal - broken.dual) : 0;
  const positive = [...gap, ...kktGap, wrong].filter((value) => value > 0);
  const [low, high] = extent(positive, [1e-12, 1]);
  const frame = layFrame(pen, size, theme, {
    x: { domain: horizontal(path), label: words.iteration },
    y: { domain: low < high ? [low / 1.5, high * 1.5] : [low / 10, low * 10], scale: log, label: words.gapAxis },
  });
  drawFrame(pen, frame, theme);
  // A gap of 0 has no place on a logarithmic axis: the line ends there.
  const visible = (values: Float64Array) => values.map((value) => (value > 0 ? value : Number.NaN));
  inFrame(pen, frame, () => {
    polyline(pen, frame, iteration, visible(gap), { stroke: theme.pair, width: 2 });
    polyline(pen, frame, iteration, visible(kktGap), { stroke: theme.muted, width: 1.5, dash: [3, 3] });
    if (wrong > 0) rule(pen, frame, "y", wrong, { stroke: theme.fail, width: 2, dash: [4, 3] });
  });
}

/** The iterations, and room beside the last one for a broken certificate. */
function horizontal({ iteration, broken }: ClosingGap): [number, number] {
  const [from, to] = extent(iteration, [0, 1]);
  const [left, right] = from < to ? [from, to] : [from - 0.5, from + 0.5];
  return [left, broken ? left + (right - left) / (1 - BESIDE) : right];
}
