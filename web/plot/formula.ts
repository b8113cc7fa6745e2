// Short formulas on a canvas: letters in italics with their subscripts, as "x_{t-1}".
import { label } from "./marks.ts";
import type { Pen } from "./pen.ts";

const SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", serif';

export interface FormulaStyle {
  fill: string;
  halo?: string;
  /** CSS px. Default 15. */
  size?: number;
  align?: "left" | "center" | "right";
}

interface Piece {
  readonly text: string;
  readonly sub: boolean;
}

/** "q(x_t | x_{t-1})" in pieces: what stands on the line, and what below it. */
export function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [, plain = "", braced, single] of formula.matchAll(/([^_]+)?(?:_\{([^}]*)\}|_(.))?/g)) {
    if (plain !== "") pieces.push({ text: plain, sub: false });
    const sub = braced ?? single;
    if (sub !== undefined) pieces.push({ text: sub, sub: true });
  }
  return pieces;
}

/** Runs of Chinese, which has no italics and is set as on the rest of the page, and of anything else. A space ends a run: at the beginning of a text in an SVG it is lost. */
const RUNS = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|[^\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+/g;
const CHINESE = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

function fontOf(run: string, size: number, sub: boolean): string {
  const height = sub ? 0.75 * size : size;
  // Chinese letters fill their square: smaller ones look as high as the italics beside them.
  return CHINESE.test(run) ? `${Math.round(0.87 * height)}px sans-serif` : `italic ${Math.round(height)}px ${SERIF}`;
}

function measured(pen: Pen, text: string, size: number) {
  return piecesOf(text).flatMap(({ text: whole, sub }) =>
    (whole.match(RUNS) ?? []).map((run) => {
      const font = fontOf(run, size, sub);
      pen.font = font;
      return { text: run, sub, font, width: pen.measureText(run).width };
    }),
  );
}

/** How wide one is, px. */
export function formulaWidth(pen: Pen, text: string, size = 15): number {
  return measured(pen, text, size).reduce((sum, { width }) => sum + width, 0);
}

/** Write one with its middle line at py. */
export function formula(
  pen: Pen,
  text: string,
  px: number,
  py: number,
  { size = 15, align = "left", ...style }: FormulaStyle,
): void {
  const pieces = measured(pen, text, size);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  let at = px - (align === "left" ? 0 : align === "center" ? width / 2 : width);
  for (const { text: letters, sub, font, width: wide } of pieces) {
    label(pen, letters, at, py + (sub ? size * 0.28 : 0), { font, ...style });
    at += wide;
  }
}
