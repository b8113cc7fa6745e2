// The gates of a cell as heat maps, a row for each unit, a column for each step. Where a gate is saturated a line runs
// through its row: one pixel of it is seen at any number of units and steps.
import { format } from "../../../../host/messages/format.ts";
import { sequential } from "../../../../plot/colours.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import { heatMap } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";
import { flow as words } from "../../messages/flow.en.ts";
import { type Block, NAME, type Strip } from "./layout.ts";
import { MARKS, type Scene } from "./scene.ts";

/** (dh*T) a row for each unit, of (T*dh) a row for each step. */
export function byUnit(values: ArrayLike<number>, T: number, dh: number): Float64Array {
  const out = new Float64Array(T * dh);
  for (let t = 0; t < T; ++t) for (let j = 0; j < dh; ++j) out[j * T + t] = values[t * dh + j] as number;
  return out;
}

export interface Run {
  readonly unit: number;
  /** First and last step, from 1. */
  readonly from: number;
  readonly to: number;
}

/** Steps in a row at which the marks of a unit, as far as `mask` takes them, are `wanted`. */
export function runsOf(marks: ArrayLike<number>, T: number, dh: number, mask: number, wanted: number): Run[] {
  const runs: Run[] = [];
  for (let unit = 0; unit < dh; ++unit) {
    let from = 0;
    for (let t = 1; t <= T + 1; ++t) {
      const marked = t <= T && ((marks[(t - 1) * dh + unit] as number) & mask) === wanted;
      if (marked && from === 0) from = t;
      if (marked || from === 0) continue;
      runs.push({ unit, from, to: t - 1 });
      from = 0;
    }
  }
  return runs;
}

function drawStrip(pen: Pen, theme: Theme, { frame, cell }: Block, { gate, top, height }: Strip, scene: Scene): void {
  const { answer, T, dh } = scene;
  const of = answer[cell];
  const marks = gate === "f" ? of.forgetMarks : of.inputMarks;
  const area = { x: frame.left, y: top, width: frame.right - frame.left, height };
  heatMap(pen, area, byUnit(of[gate], T, dh), dh, T, sequential(theme));
  const row = height / dh;
  const [left, right] = [(step: number) => frame.x(step - 0.5), (step: number) => frame.x(step + 0.5)];
  saved(pen, () => {
    pen.fillStyle = theme.above;
    pen.beginPath();
    for (const { unit, from, to } of runsOf(marks, T, dh, MARKS.dead, MARKS.dead))
      pen.rect(left(from), top + unit * row, right(to) - left(from), row);
    pen.fill();
  });
  const { open, closed, flat } = MARKS;
  const kinds = [
    [open, theme.surface],
    [closed, theme.ink],
  ] as const;
  for (const [kind, stroke] of kinds)
    for (const thick of [0, flat])
      saved(pen, () => {
        pen.strokeStyle = stroke;
        pen.lineCap = "butt";
        pen.setLineDash([]);
        pen.lineWidth = Math.min(row * 0.6, thick === 0 ? 1 : 2.6);
        pen.globalAlpha = 0.8;
        pen.beginPath();
        for (const { unit, from, to } of runsOf(marks, T, dh, kind | flat, kind | thick)) {
          const y = top + (unit + 0.5) * row;
          pen.moveTo(left(from), y);
          pen.lineTo(right(to), y);
        }
        pen.stroke();
      });
  saved(pen, () => {
    pen.strokeStyle = theme.edge;
    pen.lineWidth = 1;
    pen.setLineDash([]);
    pen.beginPath();
    pen.rect(area.x - 0.5, top - 0.5, area.width + 1, height + 1);
    pen.stroke();
  });
  const { forget, input, coupled, byUnit: text } = words.gates;
  const name = gate === "f" ? forget : cell === "cifg" ? coupled : input;
  const style = { font: fontOf(theme, 12), fill: theme.ink };
  label(pen, format(text, { gate: name }), frame.left, top - NAME / 2 + 1, style);
}

export function drawGates(pen: Pen, theme: Theme, block: Block, scene: Scene): void {
  for (const strip of block.strips) drawStrip(pen, theme, block, strip, scene);
}
