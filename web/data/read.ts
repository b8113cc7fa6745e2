// How the stored texts of the real data sets become numbers.

/** n points of d numbers each. */
export interface Columns {
  readonly d: number;
  /** (n*d) row-major */
  readonly x: readonly number[];
}

function columnsOf(points: readonly (readonly number[])[]): Columns {
  return { d: points[0]?.length ?? 1, x: points.flat() };
}

/** Words of comma-separated numbers, one word a point. */
export function fromRows(text: string): Columns {
  return columnsOf(words(text).map((row) => row.split(",").map(Number)));
}

/** Word k is image k: one character a pixel, 0-9 and a-g for 0 to 16. */
export function fromImages(text: string): Columns {
  return columnsOf(words(text).map((image) => Array.from(image, (ink) => Number.parseInt(ink, 17))));
}

/** One number a word. */
export function fromSeries(text: string): number[] {
  return words(text).map(Number);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
