// The main plot: one panel for each run, with the data behind the particles. The particles are a layer of their own: only
// it is drawn again while they are played.

import { format } from "../../../../host/messages/format.ts";
import { drawLegend, type Legend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import type { Frames } from "../../../../kit/player/frames.ts";
import { type Frame, fontOf, inFrame } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import { segments } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawCloud, drawDensity, drawPanel, layPanels, type Panel } from "../../../../plot/panels.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { sample as words } from "../../messages/sample.en.ts";
import { atTheEdge } from "./outside.ts";
import type { SampleFrame } from "./request.ts";
import { trailBands } from "./trails.ts";

/** A panel. `run` is the run's index in the frames; -1 where it has none yet. */
export interface PanelOf {
  readonly title: string;
  /** Used where the title is too long. */
  readonly short: string;
  readonly run: number;
}

export interface Scene {
  readonly panels: readonly PanelOf[];
  readonly frames: Frames<Float32Array> | null;
  readonly backdrop: SampleFrame["backdrop"];
  /** Half the side of the square that is shown. */
  readonly extent: number;
  readonly position: number;
  /** Particles that have a trail. */
  readonly trails: number;
}

export interface Layout {
  readonly legend: Legend;
  readonly panels: readonly Panel[];
}

/** Trails: states they go back, and shades of their fading. */
const TRAIL = { states: 30, bands: 5 } as const;
/** Side of a particle at the edge, px, and how much of its colour it keeps. */
const EDGE = { side: 4, alpha: 0.5 } as const;

function legendItems({ backdrop, trails }: Scene): LegendItem[] {
  return [
    ...(backdrop?.map ? [{ swatch: { area: "tube", alpha: 0.42 } as const, text: words.legend.density }] : []),
    { swatch: { point: { colour: "inside", shape: "square", open: false } }, text: words.legend.data },
    { swatch: { point: { colour: "above", shape: "square", open: false } }, text: words.legend.particles },
    ...(trails > 0 ? [{ swatch: { line: "below" } as const, text: words.legend.trails }] : []),
  ];
}

export function layPlot(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendItems(scene));
  const titles = scene.panels.map(({ title, short }) => [title, short] as const);
  return { legend, panels: layPanels(pen, size, theme, titles, legend.height + 2, scene.extent) };
}

export function drawBack(pen: Pen, theme: Theme, scene: Scene, { legend, panels }: Layout): void {
  drawLegend(pen, legend, 4, theme);
  for (const panel of panels) {
    drawPanel(pen, theme, panel, (frame) => {
      const { backdrop, frames } = scene;
      if (backdrop?.map) drawDensity(pen, theme, frame, backdrop.map.values, backdrop.map.window);
      if (backdrop) drawCloud(pen, frame, backdrop.points, 2, theme.inside, 0.6);
      if (frames === null) drawPrompt(pen, theme, frame, [words.loading]);
    });
  }
}

/** Side of a particle, px. */
const sideOf = (count: number) => (count > 4000 ? 1.5 : count > 1000 ? 2 : 3);

export function drawParticles(pen: Pen, theme: Theme, scene: Scene, { panels }: Layout): void {
  const { frames, position, trails } = scene;
  if (frames === null) return;
  panels.forEach((panel, k) => {
    const run = scene.panels[k]?.run ?? -1;
    const x = run < 0 ? null : frames.at(run, position);
    if (x === null) return;
    saved(pen, () => {
      pen.translate(panel.left, panel.top);
      inFrame(pen, panel.frame, () => {
        drawCloud(pen, panel.frame, x, sideOf(x.length / 2), theme.above);
        if (trails > 0) drawTrails(pen, theme, panel.frame, frames.before(run, position, TRAIL.states), trails);
        drawOutside(pen, theme, panel.frame, x);
      });
    });
  });
}

/** Particles that the view does not reach to: at its edge, and how many they are. */
function drawOutside(pen: Pen, theme: Theme, frame: Frame, x: Float32Array): void {
  const places = atTheEdge(x, frame);
  if (places.length === 0) return;
  drawCloud(pen, frame, places, EDGE.side, theme.above, EDGE.alpha);
  label(pen, format(words.outside, { count: places.length / 2 }), frame.right - 6, frame.top + 10, {
    ...{ font: fontOf(theme, 12), fill: theme.muted, align: "right", halo: theme.surface },
  });
}

function drawTrails(pen: Pen, theme: Theme, frame: Frame, states: readonly Float32Array[], count: number): void {
  for (const { alpha, pieces } of trailBands(states, count, TRAIL.bands)) {
    const column = (c: number) => Array.from({ length: pieces.length / 4 }, (_, i) => pieces[4 * i + c] as number);
    segments(pen, frame, column(0), column(1), column(2), column(3), {
      ...{ stroke: theme.below, width: 1, alpha: alpha * 0.7 },
    });
  }
  const last = states.at(-1);
  if (last) drawCloud(pen, frame, last.subarray(0, 2 * count), 4, theme.below);
}
