// The main plot: arrows over the density of x_t, and samples over the data, in panels side by side or one below the other.
import { format } from "../../../../host/messages/format.ts";
import { drawLegend, type Legend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import type { LineLook } from "../../../../kit/charts/loss-chart.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { type Frame, layFrame } from "../../../../plot/frame.ts";
import type { Style } from "../../../../plot/marks.ts";
import { arrow } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import {
  drawCloud,
  drawDensity,
  drawMissing,
  drawPanel,
  layPanels,
  type Panel,
  type Titles,
} from "../../../../plot/panels.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { train as words } from "../../messages/train.en.ts";
import type { LossName } from "./fields.ts";
import type { Learned, Scene } from "./scene.ts";

export interface Layout {
  readonly legend: Legend;
  readonly panels: readonly Panel[];
}

/** Colour and dash of a loss, wherever it is drawn. */
export const LOOKS: Readonly<Record<LossName, LineLook>> = {
  simple: { colour: "above", dash: [] },
  elbo: { colour: "pair", dash: [6, 3] },
};
export const lookOf = (loss: LossName | null) => LOOKS[loss ?? "simple"];

/** Room for one arrow, px. */
export const ARROW = 34;
/** How much of its colour remains of a network that was trained on other data. */
const FOREIGN = 0.3;
/** Below this width, px, a panel has room for two words. */
const NARROW = 190;
/** Longest arrow as a share of it. */
const LONGEST = 0.9;

function titlesOf(scene: Scene, { loss }: Learned): Titles {
  if (loss === null) return [format(words.fileSamples, { name: scene.file }), words.samplesNone];
  if (scene.learned.length === 1) return [format(words.samples, { steps: scene.steps }), words.samplesNone];
  const name = words.losses[loss];
  return [format(words.samplesOf, { loss: name, steps: scene.steps }), name];
}

function legendItems({ learned }: Scene): LegendItem[] {
  const fields = learned.filter(({ arrows }) => arrows !== null);
  const made = learned.filter(({ samples }) => samples !== null);
  return [
    { swatch: { area: "tube", alpha: 0.42 }, text: words.legend.density },
    { swatch: { line: "dual" }, text: words.legend.exact },
    ...fields.map(({ loss }) => ({
      swatch: { line: lookOf(loss).colour },
      text:
        loss === null || learned.length === 1
          ? words.legend.learned
          : format(words.legend.learnedOf, { loss: words.losses[loss] }),
    })),
    { swatch: { point: { colour: "inside", shape: "square", open: false } }, text: words.legend.data },
    ...(made.length === 0
      ? []
      : [{ swatch: { point: { colour: "above", shape: "square", open: false } as const }, text: words.legend.made }]),
  ];
}

export function layPlot(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendItems(scene));
  const samples: Titles[] =
    scene.learned.length === 0 ? [[words.samplesNone]] : scene.learned.map((each) => titlesOf(scene, each));
  const field: Titles = [format(words.field, { t: scene.t }), format(words.fieldShort, { t: scene.t })];
  const titles = [field, ...samples];
  return { legend, panels: layPanels(pen, size, theme, titles, legend.height + 2, scene.extent) };
}

/** Length in px of an arrow of length 1: the longest exact arrow fills its cell. */
function scaleOf(arrows: Float64Array): number {
  let most = 0;
  for (let k = 0; k < arrows.length; k += 2)
    most = Math.max(most, Math.hypot(arrows[k] as number, arrows[k + 1] as number));
  return most === 0 ? 0 : (ARROW * LONGEST) / most;
}

function drawArrows(
  pen: Pen,
  frame: Frame,
  x: Float64Array,
  arrows: Float64Array,
  scale: number,
  style: Style,
  head: number,
): void {
  for (let k = 0; k < x.length; k += 2) {
    const [px, py] = [frame.x(x[k] as number), frame.y(x[k + 1] as number)];
    let [dx, dy] = [(arrows[k] as number) * scale, -(arrows[k + 1] as number) * scale];
    // The arrows of a network that has diverged must not cover the plot.
    const long = Math.hypot(dx, dy) / (2 * ARROW);
    if (long > 1) [dx, dy] = [dx / long, dy / long];
    if (Math.hypot(dx, dy) > 0.5) arrow(pen, px, py, px + dx, py + dy, style, head);
  }
}

export function drawPlot(pen: Pen, size: Size, theme: Theme, scene: Scene, { legend, panels }: Layout): void {
  if (scene.empty) {
    const box = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
    drawPrompt(pen, theme, box, words.empty);
    return;
  }
  drawLegend(pen, legend, 4, theme);
  const [field, ...rest] = panels as [Panel, ...Panel[]];
  const { exactField: exact } = scene;
  const alpha = scene.foreign ? FOREIGN : 1;
  drawPanel(pen, theme, field, (frame) => {
    if (exact === null) {
      drawPrompt(pen, theme, frame, [words.loading]);
      return;
    }
    drawDensity(pen, theme, frame, exact.map.values, exact.map.window);
    const scale = scaleOf(exact.arrows);
    drawArrows(pen, frame, exact.x, exact.arrows, scale, { stroke: theme.dual, width: 4, alpha: 0.5 }, 11);
    for (const { arrows, loss } of scene.learned) {
      if (arrows === null || arrows.length !== exact.x.length) continue;
      drawArrows(pen, frame, exact.x, arrows, scale, { stroke: theme[lookOf(loss).colour], width: 1.5, alpha }, 6);
    }
  });
  rest.forEach((panel, k) => {
    const learned = scene.learned[k];
    drawPanel(pen, theme, panel, (frame) => {
      if (exact !== null) drawCloud(pen, frame, exact.points, 2.5, theme.inside, 0.75);
      if (learned?.samples) drawCloud(pen, frame, learned.samples, 2.5, theme[lookOf(learned.loss).colour], alpha);
      if (exact === null) return;
      if (!learned?.samples) drawMissing(pen, theme, frame, words.noSamples);
      else if (scene.foreign)
        drawMissing(pen, theme, frame, frame.right - frame.left < NARROW ? words.otherDataShort : words.otherData);
    });
  });
}
