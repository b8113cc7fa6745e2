// The main plot: the latent map, and beside or below it the decoded plane, the pad, or the plane of the data.
import { format } from "../../../../host/messages/format.ts";
import type { Area } from "../../../../kit/charts/image-grid.ts";
import { drawLegend, type Legend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { type Frame, fontOf, inFrame, layFrame } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawPanel, layPanels, type Panel, type Titles } from "../../../../plot/panels.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { linear } from "../../../../plot/scale.ts";
import { train as words } from "../../messages/train.en.ts";
import { drawCell, drawDecodedGrid } from "./decoded-grid.ts";
import { LOOKS } from "./looks.ts";
import { drawBack, drawFront, drawPlace } from "./map.ts";
import { drawPad, layPad, type PadLayout } from "./pad-draw.ts";
import { drawPlane, drawPlaneMarks, planeHalf } from "./plane.ts";
import type { Scene } from "./scene.ts";
import { subscript } from "./subscript.ts";

export interface Layout {
  readonly legend: Legend;
  readonly map: Panel;
  readonly beside: Panel;
  /** Only while x is drawn. */
  readonly pad: PadLayout | null;
}

function mapTitle({ shown }: Scene): Titles {
  if (shown?.dz === 1) return [words.titles.mapOne, words.titles.mapShort];
  const [x, y] = shown?.view.axes ?? [0, 1];
  const at = { x: subscript(x + 1), y: subscript(y + 1) };
  return [format(words.titles.map, at), format(words.titles.mapMedium, at), words.titles.mapShort];
}

function besideTitle({ toy, draws, samples }: Scene): Titles {
  if (draws) return [words.titles.pad, words.titles.padShort];
  if (toy) return samples === null ? [words.titles.plane] : [words.titles.planeSamples, words.titles.plane];
  return [words.titles.grid, words.titles.gridShort];
}

function legendItems(scene: Scene): LegendItem[] {
  const { shade, toy, inspected, overlap, samples, shown } = scene;
  const line = (look: (typeof LOOKS)[keyof typeof LOOKS], text: string): LegendItem => ({
    swatch: { line: look.colour, dash: look.dash },
    text,
  });
  const area = (text: string): LegendItem => ({ swatch: { area: LOOKS.shade.colour, alpha: 0.42 }, text });
  const point = (colour: "below" | "upper" | "primal", text: string): LegendItem => ({
    swatch: { point: { colour, shape: colour === "primal" ? "circle" : "square", open: false } },
    text,
  });
  return [
    line(LOOKS.prior, words.legend.prior),
    ...(shade === "posterior" && inspected?.posterior ? [area(words.legend.posterior)] : []),
    ...(shade === "aggregate" && overlap !== null && shown?.dz === 2 ? [area(words.legend.aggregate)] : []),
    ...(inspected === null ? [] : [line(LOOKS.q, words.legend.q), line(LOOKS.walk, words.legend.walk)]),
    point("primal", words.legend.place),
    ...(toy ? [point("below", words.legend.data)] : []),
    ...(toy && samples !== null ? [point("upper", words.legend.samples)] : []),
  ];
}

/** The map of one latent coordinate: log variances upwards, which have a scale of their own. */
function layHeights(pen: Pen, { size, frame }: Panel, theme: Theme, heights: readonly [number, number]): Frame {
  return layFrame(pen, size, theme, { x: { domain: frame.x.domain }, y: { domain: heights } });
}

export function layPlot(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendItems(scene));
  const titles = [mapTitle(scene), besideTitle(scene)];
  const [square, second] = layPanels(pen, size, theme, titles, legend.height + 2, scene.half) as [Panel, Panel];
  const map = scene.heights === null ? square : { ...square, frame: layHeights(pen, square, theme, scene.heights) };
  if (scene.draws) {
    const area: Area = { left: 4, top: 8, width: second.size.width - 6, height: second.size.height - 8 };
    return { legend, map, beside: second, pad: layPad(area) };
  }
  if (!scene.toy) return { legend, map, beside: second, pad: null };
  const half = planeHalf(scene);
  const domain = [-half, half] as const;
  const frame = layFrame(pen, second.size, theme, { x: { domain }, y: { domain }, aspect: 1 });
  return { legend, map, beside: { ...second, frame }, pad: null };
}

export function drawBehind(pen: Pen, size: Size, theme: Theme, scene: Scene, layout: Layout): void {
  if (scene.empty) {
    const box = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
    drawPrompt(pen, theme, box, words.empty);
    return;
  }
  const { legend, map, beside, pad } = layout;
  drawLegend(pen, legend, 4, theme);
  drawPanel(pen, theme, map, (frame) => {
    if (scene.shown === null) drawPrompt(pen, theme, frame, [words.loading]);
    else drawBack(pen, theme, frame, scene);
  });
  if (pad !== null) {
    saved(pen, () => {
      pen.translate(beside.left, beside.top);
      label(pen, beside.title, 4, -6, { font: fontOf(theme, 13, 600), fill: theme.ink });
    });
    return;
  }
  drawPanel(pen, theme, beside, (frame) => {
    if (scene.shown === null) return;
    if (scene.toy) drawPlane(pen, theme, frame, scene);
    else drawDecodedGrid(pen, theme, frame, scene);
  });
}

/** What a drag changes. */
export function drawOver(pen: Pen, theme: Theme, scene: Scene, { map, beside, pad }: Layout): void {
  if (scene.empty || scene.shown === null) return;
  over(pen, map, (frame) => {
    drawFront(pen, theme, frame, scene);
    drawPlace(pen, theme, frame, scene, !scene.toy);
  });
  if (pad !== null) {
    saved(pen, () => {
      pen.translate(beside.left, beside.top);
      drawPad(pen, theme, pad, scene);
    });
    return;
  }
  over(pen, beside, (frame) => {
    if (scene.toy) drawPlaneMarks(pen, theme, frame, scene);
    else drawCell(pen, theme, frame, scene);
  });
}

/** A panel's frame in pixels of the whole plot: where its handles are. */
export function frameIn({ left, top, frame }: Panel): Frame {
  const moved = (scale: Frame["x"], by: number) => linear(scale.domain, [scale.range[0] + by, scale.range[1] + by]);
  return {
    ...{ ...frame, x: moved(frame.x, left), y: moved(frame.y, top) },
    ...{ left: frame.left + left, right: frame.right + left, top: frame.top + top, bottom: frame.bottom + top },
  };
}

/** The pad in pixels of the whole plot. */
export function padArea({ beside, pad }: Layout): Area | null {
  return pad && { ...pad.pad, left: pad.pad.left + beside.left, top: pad.pad.top + beside.top };
}

function over(pen: Pen, panel: Panel, draw: (frame: Frame) => void): void {
  saved(pen, () => {
    pen.translate(panel.left, panel.top);
    inFrame(pen, panel.frame, () => draw(panel.frame));
  });
}
