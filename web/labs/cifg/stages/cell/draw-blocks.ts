// The numbers on the tape: a box for each quantity of each step, in it a row for each unit with a bar and the number.
import { FADED } from "../../../../kit/main-plot/broken.ts";
import { formula } from "../../../../plot/formula.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { type Role, type Theme, wordColour } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import type { Block } from "./layout.ts";
import { type BlockId, isComputed, QUANTITIES } from "./quantities.ts";
import { roleOf, type Scene, type Shown, type Spans, shown } from "./scene.ts";
import { shortNumber } from "./short-number.ts";

/** Each in its own colour; what goes back in one colour of its own. */
export const COLOURS: Readonly<Record<BlockId, Role>> = {
  ...{ x: "inside", g: "inside", z_f: "pair", f: "pair", z_o: "upper", o: "upper", z_c: "lower", "c~": "lower" },
  ...{ c: "below", h: "tube" },
};
export const DELTA: Role = "above";

/** Opacity of what is not computed yet, of bars, and of a state that its delta has replaced. */
const DIM = 0.32;
const BAR = 0.38;
const PAST = 0.6;
const TINT = 0.12;
const FONT = 10;
/** Room of a number with one more place. */
const WIDE = 48;

const letterOf = (id: BlockId) => (isComputed(id) ? QUANTITIES[id].letter : id);

/** Of a number's row: its rectangle. */
interface Row {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar from the middle to a side; or from the left, where nothing is below 0. */
function bar(pen: Pen, { x, y, width, height }: Row, share: number, signed: boolean): void {
  const size = Math.max(-1, Math.min(1, share));
  const zero = signed ? x + width / 2 : x;
  const length = (signed ? width / 2 : width) * size;
  pen.beginPath();
  pen.rect(Math.min(zero, zero + length), y, Math.abs(length), height);
  pen.fill();
}

function number(pen: Pen, text: string, { x, y, width, height }: Row, align: "left" | "right" = "right"): void {
  // Where the page's font is wide, the longest ones are set smaller.
  if (width < WIDE && pen.measureText(text).width > width - 3)
    pen.font = pen.font.replace(`${FONT}px`, `${FONT - 1.5}px`);
  pen.textAlign = align;
  pen.textBaseline = "middle";
  pen.fillText(text, align === "right" ? x + width - 2 : x + 2, y + height / 2 + 0.5);
}

interface Painter {
  readonly pen: Pen;
  readonly theme: Theme;
  readonly scene: Scene;
  readonly spans: Spans;
  readonly words: Readonly<Record<"ink" | "delta" | "fail", string>>;
}

/** f and 1 - f share one bar: what is kept, and what is written. */
function split({ pen, theme, words }: Painter, row: Row, f: number, oneMinusF: number, places: number): void {
  pen.fillStyle = theme[COLOURS.f];
  pen.globalAlpha = BAR;
  bar(pen, row, f, false);
  pen.fillStyle = theme[COLOURS["c~"]];
  pen.globalAlpha = BAR * 0.55;
  const width = row.width * (1 - Math.max(0, Math.min(1, f)));
  bar(pen, { ...row, x: row.x + row.width - width, width }, 1, false);
  pen.globalAlpha = 1;
  pen.fillStyle = words.ink;
  number(pen, shortNumber(f, places), row, "left");
  number(pen, shortNumber(oneMinusF, places), row);
}

const SIGNED = (id: BlockId) => id !== "f" && id !== "o";

function stateRow(painter: Painter, block: Block, row: Row, unit: number, value: number): void {
  const { pen, theme, scene, spans, words } = painter;
  const places = block.width >= WIDE ? 3 : 2;
  if (block.id === "f") {
    const k = (block.t - 1) * scene.problem.dh + unit;
    split(painter, row, value, scene.states.oneMinusF[k] as number, block.width >= 2 * WIDE ? 3 : 2);
    return;
  }
  pen.fillStyle = theme[COLOURS[block.id]];
  pen.globalAlpha = BAR;
  bar(pen, row, value / spans.state[block.id], SIGNED(block.id));
  pen.globalAlpha = 1;
  pen.fillStyle = words.ink;
  number(pen, shortNumber(value, places), row);
}

/** The delta, and below it the state as a thin line. Over a delta that the broken claim has wrong stands what it has. */
function deltaRow(painter: Painter, block: Block, row: Row, { value, delta, wrong }: Shown): void {
  const { pen, theme, spans, words } = painter;
  const places = block.width >= WIDE ? 3 : 2;
  const off = wrong !== null;
  const height = row.height / (off ? block.lines : 1);
  const own = { ...row, y: row.y + row.height - height, height };
  if (off) {
    const above = { ...row, height };
    pen.fillStyle = theme.fail;
    pen.globalAlpha = BAR;
    bar(pen, above, wrong / spans.delta, true);
    pen.globalAlpha = 1;
    pen.fillStyle = words.fail;
    number(pen, shortNumber(wrong, places), above);
    // Dashed along its side, as everything that is broken: boxes around so many would hide the numbers.
    pen.globalAlpha = TINT;
    pen.fillStyle = theme.fail;
    bar(pen, above, 1, false);
    pen.globalAlpha = 1;
    pen.strokeStyle = theme.fail;
    pen.lineWidth = 2.5;
    pen.setLineDash([4, 2]);
    pen.beginPath();
    pen.moveTo(above.x + 1, above.y + 1);
    pen.lineTo(above.x + 1, above.y + above.height);
    pen.stroke();
    pen.setLineDash([]);
  }
  pen.fillStyle = theme[DELTA];
  pen.globalAlpha = off ? BAR * FADED : BAR;
  bar(pen, own, (delta as number) / spans.delta, true);
  pen.globalAlpha = off ? PAST : 1;
  pen.fillStyle = words.delta;
  number(pen, shortNumber(delta as number, places), own);
  pen.globalAlpha = PAST;
  if (value !== null) {
    pen.fillStyle = theme[COLOURS[block.id]];
    const thin = { ...own, y: own.y + own.height - 2, height: 2 };
    bar(pen, thin, value / spans.state[block.id], SIGNED(block.id));
  }
  pen.globalAlpha = 1;
}

function drawLetter({ pen, theme, scene }: Painter, block: Block, delta: boolean, known: boolean): void {
  const { id, t, x, y, width } = block;
  const fill = known ? (delta ? wordColour(theme, DELTA) : theme.ink) : theme.muted;
  const letter = letterOf(id);
  const indexed = t === 0 ? `${letter}_0` : letter;
  formula(pen, delta ? `δ${indexed}` : indexed, x + 1, y - 7, { fill, size: 12 });
  if (id === "f" && !delta && scene.pass === "forward")
    formula(pen, "1−f", x + width - 1, y - 7, { fill, size: 12, align: "right" });
}

/** The mark of what the equation gives, or is made from. */
function drawRole({ pen, theme, scene }: Painter, block: Block): void {
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

function drawBlock(painter: Painter, block: Block): void {
  const { pen, theme, scene } = painter;
  const { id, t, x, y, width, height, units } = block;
  const all = Array.from({ length: units }, (_, unit) => shown(scene, id, t, unit));
  const first = all[0];
  const delta = first !== undefined && first.delta !== null;
  const known = delta || (first !== undefined && first.value !== null);
  const faded = scene.pass === "backward" && !delta && id !== "g";
  pen.fillStyle = theme.surface;
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.fill();
  drawLetter(painter, block, delta, known && !faded);
  for (let unit = 0; unit < units; ++unit) {
    const row = { x, y: y + unit * block.line, width, height: block.line };
    const one = all[unit] as Shown;
    const chosen = id !== "x" && unit === scene.unit;
    pen.font = fontOf(theme, FONT, chosen ? 700 : 400);
    if (delta) deltaRow(painter, block, row, one);
    else if (one.value !== null) {
      const dim = faded ? { ...painter, words: { ...painter.words, ink: theme.muted } } : painter;
      stateRow(dim, block, row, unit, one.value);
    }
    if (unit > 0) rule(pen, theme, x, row.y, width);
  }
  pen.strokeStyle = theme.edge;
  pen.lineWidth = 1;
  pen.globalAlpha = known ? 0.9 : DIM;
  pen.beginPath();
  pen.rect(x - 0.5, y - 0.5, width + 1, height + 1);
  pen.stroke();
  pen.globalAlpha = 1;
  if (known || roleOf(scene, id, t) !== "none") drawRole(painter, block);
}

function rule(pen: Pen, theme: Theme, x: number, y: number, width: number): void {
  pen.strokeStyle = theme.grid;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, Math.round(y) - 0.5);
  pen.lineTo(x + width, Math.round(y) - 0.5);
  pen.stroke();
}

export function drawBlocks(pen: Pen, theme: Theme, scene: Scene, spans: Spans, blocks: readonly Block[]): void {
  const words = { ink: theme.ink, delta: wordColour(theme, DELTA), fail: theme.fail };
  const painter: Painter = { pen, theme, scene, spans, words };
  for (const block of blocks) drawBlock(painter, block);
}
