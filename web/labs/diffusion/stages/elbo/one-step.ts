// The chain of one step as the VAE that it is: encoder densities over the latent, decoder densities over the data.
import { drawLegend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { type AxisOptions, drawFrame, layFrame } from "../../../../plot/frame.ts";
import { band, polyline } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { elbo } from "../../messages/elbo.en.ts";
import { lineItem } from "./chart.ts";
import type { OneStep } from "./request.ts";
import type { Look } from "./scene.ts";

const words = elbo.bridge.oneStep;
const LOW: Look = { colour: "dual", dash: [] };
const HIGH: Look = { colour: "above", dash: [6, 3] };
/** Narrower than this the two panels stand one above the other, px. */
const SIDE_BY_SIDE = 560;

interface Panel {
  readonly xs: Float64Array;
  readonly curves: readonly (readonly [Float64Array, Look])[];
  readonly filled: Float64Array | null;
  readonly label: string;
  readonly legend: readonly LegendItem[];
}

function panelsOf({ x1, encoder, x0, data, decoder }: OneStep): readonly [Panel, Panel] {
  const { legend } = words;
  const both = ([low, high]: readonly [Float64Array, Float64Array]) => [[low, LOW] as const, [high, HIGH] as const];
  const filled: LegendItem = { swatch: { area: "inside", alpha: 0.4 }, text: legend.data };
  return [
    {
      ...{ xs: x1, curves: both(encoder), filled: null, label: words.encoder },
      legend: [lineItem(LOW, legend.low), lineItem(HIGH, legend.high)],
    },
    {
      ...{ xs: x0, curves: both(decoder), filled: data, label: words.decoder },
      legend: [filled, lineItem(LOW, legend.decoderLow), lineItem(HIGH, legend.decoderHigh)],
    },
  ];
}

function drawPanel(pen: Pen, theme: Theme, size: Size, { xs, curves, filled, label, legend: items }: Panel): void {
  const legend = layLegend(pen, size.width - 8, theme, items);
  const most = Math.max(...(filled ?? []), ...curves.flatMap(([values]) => Array.from(values)));
  const x: AxisOptions = { domain: [xs[0] as number, xs[xs.length - 1] as number], label };
  const y: AxisOptions = { domain: [0, 1.1 * most], label: words.density };
  const frame = layFrame(pen, size, theme, { x, y, top: legend.height });
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, 4, theme);
  if (filled !== null) {
    const zero = new Float64Array(xs.length);
    band(pen, frame, xs, zero, filled, { fill: theme.inside, alpha: 0.3 });
    polyline(pen, frame, xs, filled, { stroke: theme.inside, width: 1.2 });
  }
  for (const [values, { colour, dash }] of curves)
    polyline(pen, frame, xs, values, { stroke: theme[colour], width: 2.2, dash });
}

/** A figure that is there while there is a chain of one step to show. */
export function mountOneStep(slot: HTMLElement) {
  const root = document.createElement("figure");
  root.className = "one-step";
  root.hidden = true;
  const host = document.createElement("div");
  const caption = document.createElement("figcaption");
  caption.textContent = words.caption;
  root.append(host, caption);
  // In its place before its colours are read.
  slot.append(root);
  let shown: OneStep | null = null;
  const reader = readLate(host, root, async () => (await import("./spoken.ts")).oneStepSpokenOf(() => shown));
  const surface = new Surface(
    host,
    {
      all(pen, { width, height }, theme) {
        if (shown === null) return;
        const [left, right] = panelsOf(shown);
        const beside = width >= SIDE_BY_SIDE;
        const size = beside ? { width: width / 2 - 8, height } : { width, height: height / 2 - 8 };
        drawPanel(pen, theme, size, left);
        saved(pen, () => {
          pen.translate(beside ? width / 2 + 8 : 0, beside ? 0 : height / 2 + 8);
          drawPanel(pen, theme, size, right);
        });
      },
    },
    { label: words.label },
  );
  return {
    show(oneStep: OneStep | null): void {
      shown = oneStep;
      root.hidden = oneStep === null;
      surface.invalidate();
      reader.update();
    },
    dispose(): void {
      reader.dispose();
      surface.dispose();
      root.remove();
    },
  };
}
