// Which pixels of an image are known: halves, strokes of the brush, and the border between known and unknown. Pure.
const SIDE = 8;

export type Half = "left" | "right" | "top" | "bottom";
export const HALVES = ["left", "right", "top", "bottom"] as const satisfies readonly Half[];

/** (64) with this half known. */
export function halfMask(half: Half): readonly number[] {
  return Array.from({ length: SIDE * SIDE }, (_, p) => {
    const [row, column] = [Math.floor(p / SIDE), p % SIDE];
    const first = half === "left" || half === "top";
    const at = half === "left" || half === "right" ? column : row;
    return at < SIDE / 2 === first ? 1 : 0;
  });
}

export const NOTHING_KNOWN: readonly number[] = Array.from({ length: SIDE * SIDE }, () => 0);

/** A pixel, as column and row. */
export interface Pixel {
  readonly column: number;
  readonly row: number;
}

/** The pixels that the straight line between two of them passes, both included: a fast stroke leaves no holes. */
export function pixelsBetween(from: Pixel, to: Pixel): Pixel[] {
  const steps = Math.max(Math.abs(to.column - from.column), Math.abs(to.row - from.row));
  return Array.from({ length: steps + 1 }, (_, k) => {
    const share = steps === 0 ? 0 : k / steps;
    return {
      column: Math.round(from.column + share * (to.column - from.column)),
      row: Math.round(from.row + share * (to.row - from.row)),
    };
  });
}

/** The mask after a stroke; the same one where it changes nothing. @param value 1: known, 0: not */
export function painted(mask: readonly number[], stroke: readonly Pixel[], value: 0 | 1): readonly number[] {
  const at = new Set(
    stroke
      .filter(({ column, row }) => column >= 0 && column < SIDE && row >= 0 && row < SIDE)
      .map(({ column, row }) => row * SIDE + column)
      .filter((p) => mask[p] !== value),
  );
  return at.size === 0 ? mask : mask.map((known, p) => (at.has(p) ? value : known));
}

/** Where a known pixel and an unknown one meet: [x0, y0, x1, y1] each, in pixels. */
export function knownEdges(mask: readonly number[]): readonly (readonly [number, number, number, number])[] {
  const edges: [number, number, number, number][] = [];
  const known = (column: number, row: number) => mask[row * SIDE + column] === 1;
  for (let row = 0; row < SIDE; ++row) {
    for (let column = 0; column < SIDE; ++column) {
      const here = known(column, row);
      if (column + 1 < SIDE && here !== known(column + 1, row)) edges.push([column + 1, row, column + 1, row + 1]);
      if (row + 1 < SIDE && here !== known(column, row + 1)) edges.push([column, row + 1, column + 1, row + 1]);
    }
  }
  return edges;
}

/** The known pixels of each row that has any: spans of columns, from 0, both ends included. */
export function knownRows(mask: readonly number[]): { row: number; spans: [from: number, to: number][] }[] {
  return Array.from({ length: SIDE }, (_, row) => {
    const spans: [number, number][] = [];
    for (let column = 0; column < SIDE; ++column) {
      if (mask[row * SIDE + column] !== 1) continue;
      const last = spans.at(-1);
      if (last !== undefined && last[1] === column - 1) last[1] = column;
      else spans.push([column, column]);
    }
    return { row, spans };
  }).filter(({ spans }) => spans.length > 0);
}

export const knownCount = (mask: readonly number[]) => mask.reduce((sum, known) => sum + known, 0);

/** A link may carry other numbers than 0 and 1, or fewer: those are unknown. */
export function cleanMask(mask: readonly number[]): readonly number[] {
  const clean = mask.length === SIDE * SIDE && mask.every((known) => known === 0 || known === 1);
  return clean ? mask : Array.from({ length: SIDE * SIDE }, (_, p) => (mask[p] === 1 ? 1 : 0));
}
