// The distance plot, for any number of columns: every squared distance on a line, exact; beside it the points in their two
// principal directions, a projection; below, where the points are images, the images in the order of their distances.
import { type Area, drawDivider, drawImageGrid, type ImageGrid, layImageGrid } from "../../../kit/charts/image-grid.ts";
import { brokenLine } from "../../../kit/main-plot/broken.ts";
import { pointStyle, radiusOf } from "../../../kit/main-plot/looks.ts";
import { wordColour } from "../../../plot/colours.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../plot/frame.ts";
import { label, rule, symbols } from "../../../plot/marks.ts";
import { box } from "../../../plot/more-marks.ts";
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

export interface DistanceLayout {
  readonly frame: Frame;
  /** The projection, drawn at its own origin; null where there is no room. */
  readonly map: { readonly at: Area; readonly frame: Frame } | null;
  readonly images: ImageGrid | null;
}

/** Plots narrower than this have the projection below the distances, or none; px. */
const WIDE = 640;
const SHARE = { distances: 0.58, above: 0.42, narrow: 0.5 } as const;
/** Most images drawn; of more points the farthest are shown. */
const IMAGES = 160;
/** The images by distance, the nearest first; those that are not outside come before the divider. */
function layImages({ distance2, role }: Scene, area: Area): ImageGrid {
  const known = Array.from(distance2.keys()).filter((i) => !Number.isNaN(distance2[i]));
  const order = known.sort((i, j) => (distance2[i] as number) - (distance2[j] as number) || i - j).slice(-IMAGES);
  return layImageGrid(area, order, order.filter((i) => role[i] !== OUTSIDE).length);
}

/** Where the distances, the projection and the images go. */
export function layDistances(
  pen: Pen,
  size: Size,
  theme: Theme,
  scene: Scene,
  details: PlotDetails,
  top: number,
): DistanceLayout {
  const wide = size.width >= WIDE;
  const withMap = scene.map !== null && (wide || details.images === null);
  const left = wide && withMap ? Math.round(size.width * SHARE.distances) : size.width;
  const below = details.images !== null || (withMap && !wide);
  const share = details.images !== null ? SHARE.above : SHARE.narrow;
  const height = below ? Math.round(top + (size.height - top) * share) : size.height;
  const frame = layFrame(pen, { width: left, height }, theme, {
    x: { domain: scene.window.x, label: words.distances.axis },
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
    images:
      details.images === null
        ? null
        : layImages(scene, {
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

/** Room above the distances for the words on either side of rho, px. */
const LABEL = 20;

/** Axes, the edge rho, the projection and the images. */
export function drawDistances(
  pen: Pen,
  theme: Theme,
  scene: Scene,
  layout: DistanceLayout,
  details: PlotDetails,
): void {
  drawEdge(pen, theme, scene, layout.frame);
  const { map, images } = layout;
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
  if (images === null || details.images === null) return;
  const colourOf = (i: number) => theme[LOOKS[scene.role[i] as number]?.colour ?? "grid"];
  const inside = images.before ?? images.order.length;
  const border = (i: number, k: number) => ({ stroke: colourOf(i), width: k >= inside ? 2.5 : 1 });
  drawImageGrid(pen, theme, images, details.images, border);
  drawDivider(pen, theme, images, words.distances.rho, theme.tube);
}

function drawEdge(pen: Pen, theme: Theme, scene: Scene, frame: Frame): void {
  drawFrame(pen, frame, theme);
  const { rho, broken } = scene;
  if (rho === null) return;
  const [low, high] = frame.y.domain;
  inFrame(pen, frame, () => {
    box(pen, frame, frame.x.domain[0], low, rho[2], high, { fill: theme.tube, alpha: TINT.ball });
    if (rho[2] > rho[0]) {
      box(pen, frame, rho[0], low, rho[2], high, { fill: theme.tube, alpha: TINT.band });
      for (const end of [rho[0], rho[2]]) rule(pen, frame, "x", end, { stroke: theme.tube, width: 1.5, dash: [2, 3] });
    }
    rule(pen, frame, "x", rho[1], { stroke: theme.tube, width: 2.25 });
    if (broken?.moved === false) rule(pen, frame, "x", broken.rho, brokenLine(theme));
  });
  const at = frame.x(rho[1]);
  const style = { font: fontOf(theme, 12), fill: wordColour(theme, "tube") };
  const y = frame.top - LABEL / 2;
  pen.font = style.font;
  if (at - 12 - pen.measureText(words.distances.inside).width > frame.left)
    label(pen, words.distances.inside, at - 12, y, { ...style, align: "right" });
  label(pen, words.distances.rho, at, y, { ...style, align: "center" });
  if (at + 12 + pen.measureText(words.distances.outside).width < frame.right)
    label(pen, words.distances.outside, at + 12, y, style);
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
