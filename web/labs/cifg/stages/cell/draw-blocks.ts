// The boxes on the tape, one for each quantity of each step, with its letter and a row for each unit. What stands in the rows is
// draw-numbers.ts.

import { wordColour } from "../../../../plot/colours.ts";
import { formula } from "../../../../plot/formula.ts";
import type { Role, Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import type { Block } from "./layout.ts";
import { type BlockId, isComputed, QUANTITIES } from "./quantities.ts";
import { roleOf, type Scene, shown } from "./scene.ts";

/** Each in its own colour; what goes back in one colour of its own. */
export const COLOURS: Readonly<Record<BlockId, Role>> = {
  ...{ x: "inside", g: "inside", z_f: "pair", f: "pair", z_o: "upper", o: "upper", z_c: "lower", "c~": "lower" },
  ...{ c: "below", h: "tube" },
};
export const DELTA: Role = "above";

/** Opacity of what is not computed yet. */
const DIM = 0.32;

const letterOf = (id: BlockId) => (isComputed(id) ? QUANTITIES[id].letter : id);

function drawLetter(pen: Pen, theme: Theme, scene: Scene, block: Block, delta: boolean, known: boolean): void {
  const { id, t, x, y, width } = block;
  const fill = known ? (delta ? wordColour(theme, DELTA) : theme.ink) : theme.muted;
  const letter = letterOf(id);
  const indexed = t === 0 ? `${letter}_0` : letter;
  formula(pen, delta ? `δ${indexed}` : indexed, x + 1, y - 7, { fill, size: 12 });
  if (id === "f" && !delta && scene.pass === "forward")
    formula(pen, "1−f", x + width - 1, y - 7, { fill, size: 12, align: "right" });
}

/** The mark of what the equation gives, or is made from. */
function drawRole(pen: Pen, theme: Theme, scene: Scene, block: Block): void {
  const role = roleOf(scene, block.id, block.t);
  if (role === "none") return;
  const { x, y, width, height } = block;
  pen.strokeStyle = theme.accent;
  pen.lineWidth = role === "result" ? 2.5 : 1.25;
  pen.beginPath();
  const out = role === "result" ? 2 : 1;
  pen.rect(x - out, y - out, width + 2 * out, height + 2 * out);
  pen.stroke();
}

function drawBlock(pen: Pen, theme: Theme, scene: Scene, block: Block): void {
  const { id, t, x, y, width, height, units, line } = block;
  const first = shown(scene, id, t, 0);
  const delta = first.delta !== null;
  const known = delta || first.value !== null;
  const faded = scene.pass === "backward" && !delta && id !== "g";
  pen.fillStyle = theme.surface;
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.fill();
  drawLetter(pen, theme, scene, block, delta, known && !faded);
  rules(pen, theme, block, line, units);
  pen.strokeStyle = theme.edge;
  pen.lineWidth = 1;
  pen.globalAlpha = known ? 0.9 : DIM;
  pen.beginPath();
  pen.rect(x - 0.5, y - 0.5, width + 1, height + 1);
  pen.stroke();
  pen.globalAlpha = 1;
  if (known || roleOf(scene, id, t) !== "none") drawRole(pen, theme, scene, block);
}

/** Between the units. */
function rules(pen: Pen, theme: Theme, { x, y, width }: Block, line: number, units: number): void {
  pen.strokeStyle = theme.grid;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let unit = 1; unit < units; ++unit) {
    const at = Math.round(y + unit * line) - 0.5;
    pen.moveTo(x, at);
    pen.lineTo(x + width, at);
  }
  pen.stroke();
}

export function drawBlocks(pen: Pen, theme: Theme, scene: Scene, blocks: readonly Block[]): void {
  for (const block of blocks) drawBlock(pen, theme, scene, block);
}
