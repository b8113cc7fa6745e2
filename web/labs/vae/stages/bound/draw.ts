// The two spaces: Gaussians as ellipses of one and two standard deviations, on a line as densities; q and x with their handles.
import type { VaeOutline } from "../../../../../wasm/lib/types.ts";
import { drawLegend } from "../../../../kit/charts/legend.ts";
import { formula } from "../../../../plot/formula.ts";
import { drawFrame, type Frame, fontOf, inFrame, within } from "../../../../plot/frame.ts";
import { band, label, polyline, rule, symbol, symbols } from "../../../../plot/marks.ts";
import { segments } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";
import { bound as words } from "../../messages/bound.en.ts";
import { type Layout, type Panel, TITLE } from "./layout.ts";
import type { BoundFrame } from "./request.ts";
import { type Drawn, HANDLE_SDS, LOOKS, type Scene } from "./scene.ts";

type At = readonly [x: number, y: number];

export function drawBound(pen: Pen, theme: Theme, scene: Scene, { latent, data }: Layout): void {
  inPanel(pen, theme, latent, (frame) => {
    if (scene.frame === null) return;
    if (scene.state.dz === 1) drawLatentLine(pen, theme, frame, scene, scene.frame);
    else drawLatentPlane(pen, theme, frame, scene, scene.frame);
  });
  inPanel(pen, theme, data, (frame) => {
    if (scene.frame === null) return;
    if (scene.state.dx === 1) drawDataLine(pen, theme, frame, scene, scene.frame);
    else drawDataPlane(pen, theme, frame, scene, scene.frame);
  });
}

function inPanel(pen: Pen, theme: Theme, { left, top, title, legend, frame }: Panel, draw: (frame: Frame) => void) {
  saved(pen, () => {
    pen.translate(left, top);
    label(pen, title, 4, -TITLE / 2 + 2, { font: fontOf(theme, 14, 600), fill: theme.ink });
    drawLegend(pen, legend, 4, theme);
    drawFrame(pen, frame, theme);
    draw(frame);
  });
}

const CORNERS = 96;

/** @param sds how many standard deviations away */
function drawEllipse(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  { mean, radii }: VaeOutline,
  which: Drawn,
  sds: number,
  tint: number,
): void {
  const place = (c: number) =>
    Float64Array.from({ length: CORNERS + 1 }, (_, k) => {
      const angle = (2 * Math.PI * k) / CORNERS;
      const along = (radii[2 * c] ?? 0) * Math.cos(angle) + (radii[2 * c + 1] ?? 0) * Math.sin(angle);
      return (mean[c] ?? 0) + sds * along;
    });
  const [xs, ys] = [place(0), place(1)];
  const { colour, dash } = LOOKS[which];
  if (tint > 0) polyline(pen, frame, xs, ys, { fill: theme[colour], alpha: tint });
  polyline(pen, frame, xs, ys, { stroke: theme[colour], width: sds === 1 ? 2.2 : 1.3, dash });
}

/** A handle: what can be acted on has the accent's colour. */
function drawGrip(pen: Pen, theme: Theme, frame: Frame, [x, y]: At, shape: "circle" | "square", name: string, to: At) {
  const [px, py] = [frame.x(x), frame.y(y)];
  if (!within(frame, px, py)) return;
  const r = shape === "circle" ? 7 : 6;
  symbol(pen, shape, px, py, r, { fill: theme.accent, stroke: theme.surface, width: 2 });
  formula(pen, name, px + 14 * to[0], py - 14 * to[1], {
    ...{ fill: theme.ink, halo: theme.surface, size: 15, align: to[0] === 0 ? "center" : "left" },
  });
}

/** How strongly each Gaussian is filled, and how many of its ellipses are drawn. */
const FILLED = { prior: 0.05, posterior: 0.1, best: 0, q: 0.08 } as const;

/** Gaussians of the latent plane, one over the other, and the posterior's mean. */
export function drawEllipses(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  picture: BoundFrame["picture"],
  which: readonly (keyof typeof FILLED)[],
): void {
  inFrame(pen, frame, () => {
    for (const each of which)
      for (const sds of each === "best" ? [1] : [2, 1])
        drawEllipse(pen, theme, frame, picture[each], each, sds, FILLED[each]);
    const [mx = 0, my = 0] = picture.posterior.mean;
    symbol(pen, "cross", frame.x(mx), frame.y(my), 5, { stroke: theme.tube, width: 2 });
  });
}

function drawLatentPlane(pen: Pen, theme: Theme, frame: Frame, scene: Scene, { picture }: BoundFrame): void {
  drawEllipses(pen, theme, frame, picture, ["prior", "posterior", "best", "q"]);
  const [m1 = 0, m2 = 0] = scene.state.qMean;
  const [sd1 = 0, sd2 = 0] = scene.state.qVar.map(Math.sqrt);
  const [first, second] = words.marks.sds;
  drawGrip(pen, theme, frame, [m1, m2], "circle", words.marks.mean, [-1.5, -1]);
  drawGrip(pen, theme, frame, [m1 + HANDLE_SDS * sd1, m2], "square", first, [0.8, 0.8]);
  drawGrip(pen, theme, frame, [m1, m2 + HANDLE_SDS * sd2], "square", second, [0.8, 0.8]);
}

type Curve = readonly [which: Drawn, density: Float64Array];

function drawCurves(pen: Pen, theme: Theme, frame: Frame, at: Float64Array, curves: readonly Curve[]): void {
  const zero = new Float64Array(at.length);
  for (const [which, density] of curves) {
    const { colour, dash } = LOOKS[which];
    if (which === "posterior" || which === "marginal")
      band(pen, frame, at, zero, density, { fill: theme[colour], alpha: 0.12 });
    polyline(pen, frame, at, density, { stroke: theme[colour], width: which === "prior" ? 1.5 : 2.2, dash });
  }
}

/** Where the handles of q on a line stand: on its curve, at its top and at one standard deviation. */
export function lineHandles({ state, frame }: Scene): { readonly mean: At; readonly sd: At } {
  const [mean = 0] = state.qMean;
  const [sd = 0] = state.qVar.map(Math.sqrt);
  const top = Math.max(0, ...(frame?.picture.latent?.q ?? []));
  // A Gaussian one standard deviation away.
  return { mean: [mean, top], sd: [mean + sd, top * Math.exp(-0.5)] };
}

function drawLatentLine(pen: Pen, theme: Theme, frame: Frame, scene: Scene, { picture: { latent } }: BoundFrame): void {
  if (latent === null) return;
  const curves = (["prior", "posterior", "best", "q"] as const).map((which): Curve => [which, latent[which]]);
  const { mean, sd } = lineHandles(scene);
  inFrame(pen, frame, () => {
    drawCurves(pen, theme, frame, latent.at, curves);
    segments(pen, frame, [mean[0]], [sd[1]], [sd[0]], [sd[1]], { stroke: theme.accent, width: 1.2, dash: [3, 3] });
  });
  drawGrip(pen, theme, frame, mean, "circle", words.marks.mean, [0.8, 0.6]);
  drawGrip(pen, theme, frame, sd, "square", words.marks.sd, [0.8, 0.6]);
}

/** The decoder's image of the whole places of the latent space, and the lines between neighbours. */
function drawLattice(pen: Pen, theme: Theme, frame: Frame, lattice: Float64Array, dz: number): void {
  const count = lattice.length / 2;
  const xs = Float64Array.from({ length: count }, (_, k) => lattice[2 * k] ?? 0);
  const ys = Float64Array.from({ length: count }, (_, k) => lattice[2 * k + 1] ?? 0);
  const side = dz === 1 ? count : Math.round(Math.sqrt(count));
  const style = { stroke: theme.muted, width: 1, alpha: 0.75 };
  for (let row = 0; row < count / side; ++row)
    polyline(pen, frame, xs.subarray(row * side, (row + 1) * side), ys.subarray(row * side, (row + 1) * side), style);
  const every = (list: Float64Array, column: number) => list.filter((_, k) => k % side === column);
  if (dz === 2)
    for (let column = 0; column < side; ++column)
      polyline(pen, frame, every(xs, column), every(ys, column), { ...style, dash: [4, 3] });
  symbols(pen, frame, xs, ys, 2, "circle", { fill: theme.muted });
}

function drawDataPlane(pen: Pen, theme: Theme, frame: Frame, scene: Scene, { picture }: BoundFrame): void {
  const { marginal, decoder, lattice } = picture;
  const [x1 = 0, x2 = 0] = scene.shown.map((c) => scene.state.x[c] ?? 0);
  const [d1 = 0, d2 = 0] = decoder.mean;
  inFrame(pen, frame, () => {
    for (const sds of [2, 1]) drawEllipse(pen, theme, frame, marginal, "marginal", sds, 0.07);
    drawLattice(pen, theme, frame, lattice, scene.state.dz);
    for (const sds of [2, 1]) drawEllipse(pen, theme, frame, decoder, "decoder", sds, 0.08);
    segments(pen, frame, [d1], [d2], [x1], [x2], { stroke: theme.ink, width: 1.2 });
    symbol(pen, "diamond", frame.x(d1), frame.y(d2), 6, { fill: theme.primal, stroke: theme.surface, width: 1.5 });
  });
  drawGrip(pen, theme, frame, [x1, x2], "circle", words.marks.x, [0.8, 0.6]);
}

function drawDataLine(pen: Pen, theme: Theme, frame: Frame, scene: Scene, { picture }: BoundFrame): void {
  const { data, lattice } = picture;
  if (data === null) return;
  const [x = 0] = scene.state.x;
  inFrame(pen, frame, () => {
    drawCurves(pen, theme, frame, data.at, [
      ["marginal", data.marginal],
      ["decoder", data.decoder],
    ]);
    symbols(pen, frame, lattice, new Float64Array(lattice.length), 3, "circle", { fill: theme.muted });
    rule(pen, frame, "x", x, { stroke: theme.accent, width: 1.2, dash: [3, 3] });
  });
  drawGrip(pen, theme, frame, [x, 0], "circle", words.marks.x, [0.8, 0.8]);
}
