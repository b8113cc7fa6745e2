// Any number of columns: every squared distance on a line, exact; beside it the points in their two principal directions, a
// projection; under it, where the points are images, the images in the order of their distances.
import { pointStyle, radiusOf } from "../../../kit/main-plot/looks.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { box, label, rule, symbols } from "../../../plot/marks.ts";
import type { Theme } from "../../../plot/palette.ts";
import type { Pen, Size } from "../../../plot/pen.ts";
import { saved } from "../../../plot/pen.ts";
import { extent, padded } from "../../../plot/scale.ts";
import { LOOKS, TINT } from "../looks.ts";
import { en } from "../messages/en.ts";
import { drawCentre } from "./ball.ts";
import type { PlotDetails } from "./details.ts";
import { BOUNDARY, INSIDE, OUTSIDE, type Scene } from "./scene.ts";

const words = en.picture;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Gallery {
  readonly area: Area;
  /** Points by distance, the nearest first. */
  readonly order: readonly number[];
  /** How many of them are not outside. */
  readonly within: number;
  readonly columns: number;
  /** Side of an image and its share of the grid, px. */
  readonly side: number;
  readonly cell: number;
}

export interface StripLayout {
  readonly frame: Frame;
  /** The projection, drawn at its own origin; null where there is no room. */
  readonly map: { readonly at: Area; readonly frame: Frame } | null;
  readonly gallery: Gallery | null;
}

/** Pictures narrower than this have the projection under the strip, or none; px. */
const WIDE = 640;
const SHARE = { strip: 0.58, above: 0.42, narrow: 0.5 } as const;
/** Most images drawn: the farthest of more. */
const IMAGES = 160;
/** Gap between the images inside and those outside, in images. */
const DIVIDER = 0.5;

/** Rows and columns that make the images as large as they can be in an area, the divider counted as half an image. */
function layGallery(scene: Scene, area: Area): Gallery {
  const { distance2, role } = scene;
  const known = Array.from(distance2.keys()).filter((i) => !Number.isNaN(distance2[i]));
  const order = known.sort((i, j) => (distance2[i] as number) - (distance2[j] as number) || i - j).slice(-IMAGES);
  const within = order.filter((i) => role[i] !== OUTSIDE).length;
  const count = order.length + 1;
  let [cell, columns] = [0, 1];
  for (let wanted = 1; wanted <= count; ++wanted) {
    const side = Math.min(area.width / wanted, area.height / Math.ceil(count / wanted));
    if (side > cell) [cell, columns] = [side, wanted];
  }
  return { area, order, within, columns, cell, side: cell * 0.84 };
}

/** Where the strip, the projection and the images go. */
export function layStrip(
  pen: Pen,
  size: Size,
  theme: Theme,
  scene: Scene,
  details: PlotDetails,
  top: number,
): StripLayout {
  const wide = size.width >= WIDE;
  const withMap = scene.map !== null && (wide || details.images === null);
  const left = wide && withMap ? Math.round(size.width * SHARE.strip) : size.width;
  const below = details.images !== null || (withMap && !wide);
  const share = details.images !== null ? SHARE.above : SHARE.narrow;
  const height = below ? Math.round(top + (size.height - top) * share) : size.height;
  const frame = layFrame(pen, { width: left, height }, theme, {
    x: { domain: scene.window.x, label: words.strip.axis },
    y: { domain: scene.window.y, ticks: [], grid: false },
    top: top + LABEL,
  });
  const at: Area = wide
    ? { left, top, width: size.width - left, height: size.height - top }
    : { left: 0, top: height, width: size.width, height: size.height - height };
  const gap = 8;
  return {
    frame,
    map: withMap ? { at, frame: layMap(pen, at, theme, scene, details) } : null,
    gallery:
      details.images === null
        ? null
        : layGallery(scene, {
            left: gap,
            top: height + gap,
            width: left - 2 * gap,
            height: size.height - height - 2 * gap,
          }),
  };
}

function layMap(pen: Pen, at: Area, theme: Theme, scene: Scene, details: PlotDetails): Frame {
  const [x, y] = [scene.map?.x ?? [], scene.map?.y ?? []];
  return layFrame(pen, { width: at.width, height: at.height }, theme, {
    x: { domain: padded(extent(x), 0.1), label: details.axes[0] ?? "" },
    y: { domain: padded(extent(y), 0.1), label: details.axes[1] ?? "" },
    aspect: 1,
  });
}

/** Room above the strip for the words on either side of its edge, px. */
const LABEL = 20;

/** Axes, the edge rho, the projection and the images. */
export function drawStrip(pen: Pen, theme: Theme, scene: Scene, strip: StripLayout, details: PlotDetails): void {
  drawEdge(pen, theme, scene, strip.frame);
  const { map, gallery } = strip;
  if (map !== null && scene.map !== null) {
    const { x, y, centre } = scene.map;
    saved(pen, () => {
      pen.translate(map.at.left, map.at.top);
      drawFrame(pen, map.frame, theme);
      inFrame(pen, map.frame, () => {
        for (const role of [INSIDE, OUTSIDE, BOUNDARY]) drawRole(pen, theme, scene, map.frame, { x, y }, role);
        if (centre !== null) drawCentre(pen, theme, map.frame.x(centre[0]), map.frame.y(centre[1]));
      });
    });
  }
  if (gallery !== null && details.images !== null) drawGallery(pen, theme, scene, gallery, details.images);
}

function drawEdge(pen: Pen, theme: Theme, scene: Scene, frame: Frame): void {
  drawFrame(pen, frame, theme);
  const { rho } = scene;
  if (rho === null) return;
  const [low, high] = frame.y.domain;
  inFrame(pen, frame, () => {
    box(pen, frame, frame.x.domain[0], low, rho[2], high, { fill: theme.tube, alpha: TINT.ball });
    if (rho[2] > rho[0]) {
      box(pen, frame, rho[0], low, rho[2], high, { fill: theme.tube, alpha: TINT.band });
      for (const end of [rho[0], rho[2]]) rule(pen, frame, "x", end, { stroke: theme.tube, width: 1.5, dash: [2, 3] });
    }
    rule(pen, frame, "x", rho[1], { stroke: theme.tube, width: 2.25 });
  });
  const at = frame.x(rho[1]);
  const style = { font: fontOf(theme, 12), fill: theme.tube };
  const y = frame.top - LABEL / 2;
  pen.font = style.font;
  if (at - 12 - pen.measureText(words.strip.inside).width > frame.left)
    label(pen, words.strip.inside, at - 12, y, { ...style, align: "right" });
  label(pen, words.strip.rho, at, y, { ...style, align: "center" });
  if (at + 12 + pen.measureText(words.strip.outside).width < frame.right)
    label(pen, words.strip.outside, at + 12, y, style);
}

function drawRole(
  pen: Pen,
  theme: Theme,
  scene: Scene,
  frame: Frame,
  at: { readonly x: Float64Array; readonly y: Float64Array },
  role: number,
): void {
  const some = Array.from(scene.role.keys()).filter((i) => scene.role[i] === role && !Number.isNaN(at.x[i]));
  const look = LOOKS[role];
  if (look === undefined || some.length === 0) return;
  const radius = radiusOf(frame, scene.x.length);
  const sizes = some.map((i) => radius(scene.weight[i] as number));
  const [x, y] = [some.map((i) => at.x[i] as number), some.map((i) => at.y[i] as number)];
  symbols(pen, frame, x, y, sizes, look.shape, pointStyle(theme, look));
}

/** The place of the k-th image, px: the divider takes half of one. */
export function placeInGallery(gallery: Gallery, k: number): { x: number; y: number } {
  const { area, columns, cell, within } = gallery;
  const slot = k + (k >= within ? 2 * DIVIDER : 0);
  return { x: area.left + (slot % columns) * cell, y: area.top + Math.floor(slot / columns) * cell };
}

/** Levels of ink: one path each, however many pixels. */
const INKS = 16;

function drawGallery(
  pen: Pen,
  theme: Theme,
  scene: Scene,
  gallery: Gallery,
  images: NonNullable<PlotDetails["images"]>,
): void {
  const { order, side, cell, within } = gallery;
  const { side: pixels, x: ink, most } = images;
  const pixel = side / pixels;
  const paths: [number, number][][] = Array.from({ length: INKS + 1 }, () => []);
  order.forEach((i, k) => {
    const { x, y } = placeInGallery(gallery, k);
    const role = LOOKS[scene.role[i] as number];
    pen.save();
    pen.fillStyle = theme.page;
    pen.strokeStyle = theme[role?.colour ?? "grid"];
    pen.lineWidth = k >= within ? 2.5 : 1;
    pen.beginPath();
    pen.rect(x, y, side, side);
    pen.fill();
    pen.stroke();
    pen.restore();
    for (let p = 0; p < pixels * pixels; ++p) {
      const level = Math.round(((ink[i * pixels * pixels + p] ?? 0) / most) * INKS);
      paths[level]?.push([x + (p % pixels) * pixel, y + Math.floor(p / pixels) * pixel]);
    }
  });
  paths.forEach((places, level) => {
    if (level === 0 || places.length === 0) return;
    pen.save();
    pen.globalAlpha = level / INKS;
    pen.fillStyle = theme.ink;
    pen.beginPath();
    // A hair wider than a pixel of the image, so that no seams show between them.
    for (const [x, y] of places) pen.rect(x, y, pixel + 0.25, pixel + 0.25);
    pen.fill();
    pen.restore();
  });
  if (within === order.length || order.length === 0) return;
  const { x, y } = placeInGallery({ ...gallery, within: order.length }, within);
  saved(pen, () => {
    pen.strokeStyle = theme.tube;
    pen.lineWidth = 3;
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(x + side / 2, y);
    pen.lineTo(x + side / 2, y + side);
    pen.stroke();
    label(pen, words.strip.rho, x + side / 2 + 5, y + cell * 0.2, { font: fontOf(theme, 12), fill: theme.tube });
  });
}
