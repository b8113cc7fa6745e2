// The latent map: what it is shaded by, the prior, the codes of all data; over it q(z | x), the walk and the place that is decoded.
import { type Frame, fontOf } from "../../../../plot/frame.ts";
import { label, polyline, symbol, symbols } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { drawDensity } from "../../../../plot/panels.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";
import { classColour, classText, LOOKS, STRENGTH } from "./looks.ts";
import { drawPixels } from "./pixels.ts";
import { WALK } from "./request.ts";
import type { Scene } from "./scene.ts";

/** Characters of the codes, px; smaller where there is little room. */
const TEXT = { wide: 11, narrow: 9, below: 330 } as const;
/** Standard deviations of the prior. */
const SIGMAS = [1, 2, 3] as const;

export function drawBack(pen: Pen, theme: Theme, frame: Frame, scene: Scene): void {
  drawShade(pen, theme, frame, scene);
  drawPrior(pen, theme, frame, scene);
  drawCodes(pen, theme, frame, scene);
}

function drawShade(pen: Pen, theme: Theme, frame: Frame, { shade, inspected, overlap, window }: Scene): void {
  const density =
    shade === "posterior" ? inspected?.posterior?.density : shade === "aggregate" ? overlap?.aggregate : undefined;
  if (density === undefined) return;
  const { x0, y0, width: wide, height: high, columns, rows } = window;
  // Its cells' middles are the places.
  const [dx, dy] = [wide / columns / 2, high / rows / 2];
  const at = { x0: x0 + dx, x1: x0 + wide - dx, y0: y0 + dy, y1: y0 + high - dy, width: columns, height: rows };
  drawDensity(pen, theme, frame, density, at, LOOKS.shade.colour);
}

function drawPrior(pen: Pen, theme: Theme, frame: Frame, { shown }: Scene): void {
  const flat = shown?.dz === 1;
  const [px, py] = [frame.x(0), frame.y(0)];
  saved(pen, () => {
    pen.strokeStyle = theme[LOOKS.prior.colour];
    pen.lineWidth = 1.25;
    pen.setLineDash([...LOOKS.prior.dash]);
    for (const sigma of SIGMAS) {
      const radius = frame.x(sigma) - px;
      pen.beginPath();
      if (flat) {
        for (const side of [-1, 1]) {
          pen.moveTo(px + side * radius, frame.top);
          pen.lineTo(px + side * radius, frame.bottom);
        }
      } else pen.arc(px, py, radius, 0, 2 * Math.PI);
      pen.stroke();
    }
  });
}

/** Over the codes, so that they can be read. */
function namePrior(pen: Pen, theme: Theme, frame: Frame, { shown }: Scene): void {
  const font = fontOf(theme, 11);
  const [px, py] = [frame.x(0), frame.y(0)];
  for (const sigma of SIGMAS) {
    const radius = frame.x(sigma) - px;
    const y = shown?.dz === 1 ? frame.top + 8 : py - radius;
    const x = shown?.dz === 1 ? px + radius : px;
    label(pen, `${sigma}σ`, x, y, { font, fill: theme.muted, align: "center", halo: theme.surface });
  }
}

function drawCodes(pen: Pen, theme: Theme, frame: Frame, { codes, points }: Scene): void {
  if (codes === null || points === null || codes.x.length !== points.n) return;
  const { labels, n } = points;
  if (labels.length === 0) {
    for (const first of [0, 1] as const) {
      const every = (values: Float64Array) => values.filter((_, i) => i % 2 === first);
      const alpha = first === 0 ? STRENGTH.training : STRENGTH.heldOut;
      symbols(pen, frame, every(codes.x), every(codes.y), 2.4, "circle", { fill: theme.below, alpha });
    }
    return;
  }
  saved(pen, () => {
    const narrow = frame.right - frame.left < TEXT.below;
    pen.font = fontOf(theme, narrow ? TEXT.narrow : TEXT.wide, 600);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    // Those that were not learnt from are drawn over the others.
    for (const first of [0, 1]) {
      pen.globalAlpha = first === 0 ? STRENGTH.training : STRENGTH.heldOut;
      for (const own of new Set(labels)) {
        pen.fillStyle = theme[classColour(own)];
        const text = classText(own);
        for (let i = first; i < n; i += 2)
          if (labels[i] === own) pen.fillText(text, frame.x(codes.x[i] as number), frame.y(codes.y[i] as number));
      }
    }
  });
}

export function drawFront(pen: Pen, theme: Theme, frame: Frame, scene: Scene): void {
  namePrior(pen, theme, frame, scene);
  if (scene.shown === null) return;
  drawWalk(pen, theme, frame, scene);
  drawQ(pen, theme, frame, scene);
  drawEnd(pen, theme, frame, scene);
}

/** Two coordinates of a list of places. */
function onMap({ shown }: Scene, places: Float64Array, logVar: Float64Array | null): [Float64Array, Float64Array] {
  const { dz, view } = shown as NonNullable<Scene["shown"]>;
  const count = places.length / dz;
  const column = (from: Float64Array, c: number) =>
    Float64Array.from({ length: count }, (_, k) => from[k * dz + c] ?? 0);
  if (dz === 1) return [column(places, 0), logVar === null ? new Float64Array(count) : column(logVar, 0)];
  return [column(places, view.axes[0]), column(places, view.axes[1])];
}

function drawWalk(pen: Pen, theme: Theme, frame: Frame, scene: Scene): void {
  const { inspected } = scene;
  if (inspected === null || inspected.places.length !== WALK * (scene.shown?.dz ?? 0)) return;
  const [x, y] = onMap(scene, inspected.places, null);
  const { colour, dash } = LOOKS.walk;
  polyline(pen, frame, x, y, { stroke: theme.surface, width: 5, alpha: 0.7 });
  polyline(pen, frame, x, y, { stroke: theme[colour], width: 2, dash });
  symbols(pen, frame, x, y, 2.6, "circle", { fill: theme[colour], stroke: theme.surface, width: 0.75 });
}

/** One and two standard deviations of q(z | x), along the axes. */
function drawQ(pen: Pen, theme: Theme, frame: Frame, scene: Scene): void {
  const { inspected, shown } = scene;
  if (inspected === null || shown === null || inspected.mu.length !== shown.dz) return;
  const { mu, logVar } = inspected;
  const [x, y] = onMap(scene, mu, logVar);
  const { axes } = shown.view;
  const sd = (c: number) => Math.exp((logVar[c] as number) / 2);
  const colour = theme[LOOKS.q.colour];
  const angles = Array.from({ length: 65 }, (_, k) => (k / 64) * 2 * Math.PI);
  if (shown.dz === 1) {
    for (const sds of [1, 2]) {
      const ends = [-1, 1].map((side) => (x[0] as number) + side * sds * sd(0));
      polyline(pen, frame, ends, [y[0] as number, y[0] as number], { stroke: colour, width: 5 - 2 * sds });
    }
  } else {
    for (const sds of [1, 2]) {
      const along = angles.map((angle) => (x[0] as number) + sds * sd(axes[0]) * Math.cos(angle));
      const up = angles.map((angle) => (y[0] as number) + sds * sd(axes[1]) * Math.sin(angle));
      polyline(pen, frame, along, up, { stroke: theme.surface, width: 4, alpha: 0.6 });
      polyline(pen, frame, along, up, { stroke: colour, width: sds === 1 ? 2.25 : 1.5 });
    }
  }
  mark(pen, theme, frame.x(x[0] as number), frame.y(y[0] as number), "x", colour);
}

function drawEnd(pen: Pen, theme: Theme, frame: Frame, { codes, to }: Scene): void {
  const [x, y] = [codes?.x[to], codes?.y[to]];
  if (x === undefined || y === undefined) return;
  mark(pen, theme, frame.x(x), frame.y(y), "x′", theme[LOOKS.walk.colour]);
}

/** A disc with a letter: where x is. */
function mark(pen: Pen, theme: Theme, px: number, py: number, text: string, colour: string): void {
  symbol(pen, "circle", px, py, 9, { fill: theme.surface, stroke: colour, width: 2.25 });
  label(pen, text, px, py, { font: fontOf(theme, 12, 600), fill: colour, align: "center" });
}

/** Side of the decoded image beside its place, px. */
const INSET = { wide: 72, narrow: 56, below: 330 } as const;

/** The place that is decoded; beside it the image, on the side where there is room. @param image whether it is one */
export function drawPlace(pen: Pen, theme: Theme, frame: Frame, { place, decodedPlace }: Scene, image: boolean): void {
  const colour = theme[LOOKS.place.colour];
  const [px, py] = [frame.x(place[0]), frame.y(place[1])];
  symbol(pen, "circle", px, py, 7, { fill: colour, stroke: theme.surface, width: 2.5 });
  symbol(pen, "plus", px, py, 4, { stroke: theme.surface, width: 2 });
  if (!image || decodedPlace === null) return;
  const side = frame.right - frame.left < INSET.below ? INSET.narrow : INSET.wide;
  const right = px + 14 + side < frame.right;
  const left = right ? px + 14 : px - 14 - side;
  const top = Math.max(frame.top + 2, Math.min(frame.bottom - side - 2, py - side / 2));
  drawPixels(pen, theme, { left, top, width: side, height: side }, decodedPlace, colour, 2);
}
