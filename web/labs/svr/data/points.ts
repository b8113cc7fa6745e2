// A data set as the lab's state holds it, and how the stored texts become one.

export interface Points {
  d: number;
  /** (n*d) row-major */
  x: readonly number[];
  /** (n) */
  y: readonly number[];
}

/** Words of comma-separated numbers, one word a point; the last number of each is y. */
export function fromRows(text: string): Points {
  const rows = text
    .trim()
    .split(/\s+/)
    .map((row) => row.split(",").map(Number));
  return {
    d: (rows[0]?.length ?? 1) - 1,
    x: rows.flatMap((row) => row.slice(0, -1)),
    y: rows.map((row) => row.at(-1) ?? 0),
  };
}

/** A series with equal steps: y from the text, x = first, first + 1/perUnit, ... rounded to 4 decimals as published. */
export function fromSeries(text: string, first: number, perUnit: number): Points {
  const y = text.trim().split(/\s+/).map(Number);
  return { d: 1, x: y.map((_, k) => Number((first + k / perUnit).toFixed(4))), y };
}

/** Word k is image k: one character a pixel, 0-9 and a-g for 0 to 16. The pixel `target` is y, the others are x in order. */
export function fromImages(text: string, target: number): Points {
  const images = text.trim().split(/\s+/);
  const pixels = images.map((image) => Array.from(image, (ink) => Number.parseInt(ink, 17)));
  return {
    d: (pixels[0]?.length ?? 1) - 1,
    x: pixels.flatMap((image) => image.filter((_, k) => k !== target)),
    y: pixels.map((image) => image[target] ?? 0),
  };
}

/** A yearly cycle as two more inputs, cos and sin of 2 pi x, after x itself: stored by its rule, not by its values. */
export function withSeason(points: Points): Points {
  const round = (value: number) => Number(value.toFixed(4)) || 0;
  return {
    d: 3,
    x: points.x.flatMap((t) => [t, round(Math.cos(2 * Math.PI * t)), round(Math.sin(2 * Math.PI * t))]),
    y: points.y,
  };
}
