// The numbers of the tape with their bars. They alone change while a weight is dragged: a layer of their own, in which everything of one
// look is drawn in one go.
import { FADED } from "../../../../kit/main-plot/broken.ts";
import { wordColour } from "../../../../plot/colours.ts";
import { fontOf } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { COLOURS, DELTA } from "./draw-blocks.ts";
import type { Block } from "./layout.ts";
import type { BlockId } from "./quantities.ts";
import { type Scene, type Shown, type Spans, shown } from "./scene.ts";
import { shortNumber } from "./short-number.ts";

/** Opacity of bars, of a state under its delta, of a tint, and of a right number under a wrong one: that is still read. */
const BAR = 0.38;
const PAST = 0.6;
const TINT = 0.12;
const UNDER = 0.85;
/** px, the largest first: all numbers of a tape have the largest that fits the usual ones; a longer one has its own. */
const SIZES = [12, 11, 10, 9, 8.5] as const;
/** A row is so much higher than its number. */
const LEADING = 3;
/** Room of a number with one more place. */
const WIDE = 50;
/** Left and right of a number, px; of two in one row, with what is between them. */
const PAD = 2;
const AROUND = 2 * PAD + 4;

/** Of a number's row: its rectangle. */
interface Row {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Text {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Digits are as wide as one another: numbers of one pattern are measured once by each pen. */
const widths = new WeakMap<Pen, Map<string, number>>();
function widthOf(pen: Pen, font: string, text: string): number {
  const known = widths.get(pen) ?? new Map<string, number>();
  widths.set(pen, known);
  const pattern = text.replace(/\d/g, "0");
  let width = known.get(font + pattern);
  if (width === undefined) {
    pen.font = font;
    width = pen.measureText(pattern).width;
    known.set(font + pattern, width);
  }
  return width;
}

/** What is to be drawn, by look: bars below, texts over all of them. */
class Sheet {
  private readonly pen: Pen;
  private readonly bars = new Map<string, { fill: string; alpha: number; rows: Row[] }>();
  private readonly texts = new Map<
    string,
    { font: string; fill: string; alpha: number; right: boolean; list: Text[] }
  >();
  private readonly dashes: Row[] = [];

  constructor(pen: Pen) {
    this.pen = pen;
  }

  fill(fill: string, alpha: number, row: Row): void {
    const key = `${fill} ${alpha}`;
    const found = this.bars.get(key) ?? { fill, alpha, rows: [] };
    this.bars.set(key, found);
    found.rows.push(row);
  }

  /** A bar from the middle to a side; or from the left, where nothing is below 0. */
  bar(fill: string, alpha: number, { x, y, width, height }: Row, share: number, signed: boolean): void {
    const size = Math.max(-1, Math.min(1, share));
    const zero = signed ? x + width / 2 : x;
    const length = (signed ? width / 2 : width) * size;
    this.fill(fill, alpha, { x: Math.min(zero, zero + length), y, width: Math.abs(length), height });
  }

  text(font: string, fill: string, alpha: number, text: string, { x, y, width, height }: Row, right = true): void {
    const key = `${font}${fill}${alpha}${right}`;
    const found = this.texts.get(key) ?? { font, fill, alpha, right, list: [] };
    this.texts.set(key, found);
    found.list.push({ text, x: right ? x + width - PAD : x + PAD, y: y + height / 2 + 0.5 });
  }

  /** Dashed along its left side, as everything that is broken: boxes around so many would hide the numbers. */
  dashed(row: Row): void {
    this.dashes.push(row);
  }

  draw(broken: string): void {
    const { pen } = this;
    for (const { fill, alpha, rows } of this.bars.values()) {
      pen.fillStyle = fill;
      pen.globalAlpha = alpha;
      pen.beginPath();
      for (const { x, y, width, height } of rows) pen.rect(x, y, width, height);
      pen.fill();
    }
    pen.textBaseline = "middle";
    for (const { font, fill, alpha, right, list } of this.texts.values()) {
      pen.font = font;
      pen.fillStyle = fill;
      pen.globalAlpha = alpha;
      pen.textAlign = right ? "right" : "left";
      for (const { text, x, y } of list) pen.fillText(text, x, y);
    }
    pen.globalAlpha = 1;
    if (this.dashes.length === 0) return;
    pen.strokeStyle = broken;
    pen.lineWidth = 2.5;
    pen.setLineDash([4, 2]);
    pen.beginPath();
    for (const { x, y, height } of this.dashes) {
      pen.moveTo(x + 1, y + 1);
      pen.lineTo(x + 1, y + height);
    }
    pen.stroke();
    pen.setLineDash([]);
  }
}

interface Painter {
  readonly pen: Pen;
  readonly sheet: Sheet;
  readonly theme: Theme;
  readonly scene: Scene;
  readonly spans: Spans;
  /** Of a number's text. */
  readonly delta: string;
  /** Of the chosen unit and of the others. */
  readonly fonts: Readonly<Record<"chosen" | "other", Fonts>>;
}

/** From the size of the tape's numbers down. */
type Fonts = readonly string[];

const placesIn = ({ width }: Pick<Row, "width">) => (width >= WIDE ? 3 : 2);
const halfPlaces = ({ width }: Pick<Row, "width">) => (width >= 2 * WIDE ? 3 : 2);

/** Whether a number, or two beside one another, fit into a row. */
const fitsOne = (pen: Pen, font: string, text: string, { width }: Pick<Row, "width">) =>
  widthOf(pen, font, text) <= width - PAD - 1;
const fitsTwo = (pen: Pen, font: string, [left, right]: readonly [string, string], { width }: Pick<Row, "width">) =>
  widthOf(pen, font, left) + widthOf(pen, font, right) <= width - AROUND;

/** The largest that fits; the smallest where none does. */
const largestOf = (fonts: Fonts, fits: (font: string) => boolean) => fonts.find(fits) ?? (fonts.at(-1) as string);

/** The fonts of all numbers of a tape, from the first one in which those between −1 and 1 fit into their boxes. */
function fontsOf(pen: Pen, theme: Theme, weight: number, blocks: readonly Block[]): Fonts {
  const fonts = SIZES.map((size) => fontOf(theme, size, weight));
  const lowest = Math.min(...blocks.map(({ line, lines }) => line / lines));
  // The boxes of all steps are alike; those of the starting states have the same room on every tape.
  const step = Math.min(...blocks.map(({ t }) => t || Number.POSITIVE_INFINITY));
  const usual = blocks.filter(({ t }) => t === step);
  const fits = (font: string, k: number) =>
    (SIZES[k] as number) <= lowest - LEADING &&
    usual.every((block) => {
      const half = (0).toFixed(halfPlaces(block));
      const one = fitsOne(pen, font, (-0.5).toFixed(placesIn(block)).replace("-", "−"), block);
      return one && (block.id !== "f" || fitsTwo(pen, font, [half, half], block));
    });
  const first = fonts.findIndex(fits);
  return first < 0 ? fonts.slice(-1) : fonts.slice(first);
}

function number({ pen, sheet }: Painter, fonts: Fonts, fill: string, alpha: number, text: string, row: Row): void {
  const font = largestOf(fonts, (each) => fitsOne(pen, each, text, row));
  sheet.text(font, fill, alpha, text, row);
}

/** f and 1 - f share one bar: what is kept, and what is written. */
function split({ pen, sheet, theme, spans }: Painter, fonts: Fonts, ink: string, row: Row, f: number, rest: number) {
  sheet.bar(theme[COLOURS.f], BAR, row, f / spans.state.f, false);
  const width = row.width * (1 - Math.max(0, Math.min(1, f)));
  sheet.fill(theme[COLOURS["c~"]], BAR * 0.55, { ...row, x: row.x + row.width - width, width });
  const places = halfPlaces(row);
  const texts = [shortNumber(f, places), shortNumber(rest, places)] as const;
  const fits = (font: string) => fitsTwo(pen, font, texts, row);
  const font = largestOf(fonts, fits);
  // Beside a tiny one a 1 needs no places.
  const [kept, written] = fits(font) ? texts : texts.map((text) => text.replace(/^1\.0+$/, "1"));
  sheet.text(font, ink, 1, kept as string, row, false);
  sheet.text(font, ink, 1, written as string, row);
}

const SIGNED = (id: BlockId) => id !== "f" && id !== "o";

function stateRow(painter: Painter, fonts: Fonts, ink: string, block: Block, row: Row, unit: number, value: number) {
  const { sheet, theme, scene, spans } = painter;
  if (block.id === "f") {
    const k = (block.t - 1) * scene.problem.dh + unit;
    split(painter, fonts, ink, row, value, scene.states.oneMinusF[k] as number);
    return;
  }
  sheet.bar(theme[COLOURS[block.id]], BAR, row, value / spans.state[block.id], SIGNED(block.id));
  number(painter, fonts, ink, 1, shortNumber(value, placesIn(block)), row);
}

/** The delta, and below it the state as a thin line. Over a delta that the broken claim has wrong stands what it has. */
function deltaRow(painter: Painter, fonts: Fonts, block: Block, row: Row, { value, delta, wrong }: Shown): void {
  const { sheet, theme, spans } = painter;
  const places = placesIn(block);
  const off = wrong !== null;
  const height = row.height / (off ? block.lines : 1);
  const own = { ...row, y: row.y + row.height - height, height };
  if (off) {
    const above = { ...row, height };
    sheet.fill(theme.fail, TINT, above);
    sheet.bar(theme.fail, BAR, above, wrong / spans.delta, true);
    number(painter, fonts, theme.fail, 1, shortNumber(wrong, places), above);
    sheet.dashed(above);
  }
  sheet.bar(theme[DELTA], off ? BAR * FADED : BAR, own, (delta as number) / spans.delta, true);
  number(painter, fonts, painter.delta, off ? UNDER : 1, shortNumber(delta as number, places), own);
  if (value === null) return;
  const thin = { ...own, y: own.y + own.height - 2, height: 2 };
  sheet.bar(theme[COLOURS[block.id]], PAST, thin, value / spans.state[block.id], SIGNED(block.id));
}

export function drawNumbers(pen: Pen, theme: Theme, scene: Scene, spans: Spans, blocks: readonly Block[]): void {
  const sheet = new Sheet(pen);
  const font = (weight: number) => fontsOf(pen, theme, weight, blocks);
  const fonts = { chosen: font(700), other: font(400) };
  const painter: Painter = { pen, sheet, theme, scene, spans, fonts, delta: wordColour(theme, DELTA) };
  for (const block of blocks) {
    const { id, t, x, y, width, line, units } = block;
    for (let unit = 0; unit < units; ++unit) {
      const row = { x, y: y + unit * line, width, height: line };
      const one = shown(scene, id, t, unit);
      const own = id !== "x" && unit === scene.unit ? fonts.chosen : fonts.other;
      if (one.delta !== null) deltaRow(painter, own, block, row, one);
      else if (one.value !== null) {
        const faded = scene.pass === "backward" && id !== "g";
        stateRow(painter, own, faded ? theme.muted : theme.ink, block, row, unit, one.value);
      }
    }
  }
  sheet.draw(theme.fail);
}
