// What can be dragged: the mean of q, each of its standard deviations, and x.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { Handle } from "../../../../kit/interaction/drag-handles.ts";
import { MAX_NUMBER, SHARED } from "../../fields.ts";
import { bound } from "../../messages/bound.en.ts";
import type { VaeState } from "../../state.ts";
import { lineHandles } from "./draw.ts";
import { HANDLE_SDS, type Scene } from "./scene.ts";

const words = bound.handles;

const placeText = (place: readonly number[]) =>
  format(words.place, { place: place.map((value) => formatNumber(value)).join(", ") });
const sdText = (variance: number) => format(words.sdAt, { sd: formatNumber(Math.sqrt(variance)) });

export function latentHandles(scene: Scene): readonly Handle[] {
  const { dz, qMean, qVar } = scene.state;
  const [m1 = 0, m2 = 0] = qMean;
  const [v1 = 1, v2 = 1] = qVar;
  const mean = { id: "mean", label: words.mean, text: placeText(qMean) };
  if (dz === 1) {
    const at = lineHandles(scene);
    return [
      { ...mean, x: at.mean[0], y: at.mean[1], level: true },
      { id: "sd1", label: words.sd[0], text: sdText(v1), x: at.sd[0], y: at.sd[1], level: true },
    ];
  }
  const [sd1, sd2] = [HANDLE_SDS * Math.sqrt(v1), HANDLE_SDS * Math.sqrt(v2)];
  return [
    { ...mean, x: m1, y: m2, level: false },
    { id: "sd1", label: words.sd[0], text: sdText(v1), x: m1 + sd1, y: m2, level: true },
    { id: "sd2", label: words.sd[1], text: sdText(v2), x: m1, y: m2 + sd2, level: false, upright: true },
  ];
}

export function dataHandles({ state, shown }: Scene): readonly Handle[] {
  const [x = 0, y = 0] = shown.map((c) => state.x[c] ?? 0);
  const level = shown.length === 1;
  return [{ id: "x", label: words.x, text: placeText(state.x), x, y: level ? 0 : y, level }];
}

const inside = (value: number) => Math.max(-MAX_NUMBER, Math.min(MAX_NUMBER, value));

/** The variance of a handle so far from the mean, as many of its digits as a drag can tell apart. */
function varianceAt(distance: number, sds: number): number {
  const { min, max } = SHARED.qVar;
  return Number(Math.max(min, Math.min(max, (distance / sds) ** 2)).toPrecision(4));
}

/** What dragging a handle there changes. */
export function movedTo({ state, shown }: Scene, id: string, x: number, y: number): Partial<VaeState> {
  const { dz, qMean, qVar } = state;
  const sds = dz === 1 ? 1 : HANDLE_SDS;
  switch (id) {
    case "mean":
      return { qMean: dz === 1 ? [inside(x)] : [inside(x), inside(y)] };
    case "sd1":
      return { qVar: [varianceAt(x - (qMean[0] ?? 0), sds), ...qVar.slice(1)] };
    case "sd2":
      return { qVar: [...qVar.slice(0, 1), varianceAt(y - (qMean[1] ?? 0), sds)] };
    default: {
      const to = [inside(x), inside(y)];
      return { x: state.x.map((old, c) => (shown.includes(c) ? (to[shown.indexOf(c)] ?? old) : old)) };
    }
  }
}

/** Digits of the best q that are kept: they can be read, and its gap is the least to a billionth. */
const DIGITS = 8;

/** The q with the least gap, within what can be typed. */
export function bestQ({ frame }: Scene): Pick<VaeState, "qMean" | "qVar"> | null {
  if (frame === null) return null;
  const { min, max } = SHARED.qVar;
  const rounded = (value: number) => Number(value.toPrecision(DIGITS));
  return {
    qMean: Array.from(frame.exact.posteriorMean, (value) => rounded(inside(value))),
    qVar: Array.from(frame.exact.bestDiagVar, (value) => rounded(Math.max(min, Math.min(max, value)))),
  };
}
