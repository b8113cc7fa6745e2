// A picture cut into tiles, each brought to 8x8 pixels. Pure.
import { MAX_OWN_IMAGES, MOST_INK, PIXELS } from "../fields.ts";

/** As a canvas gives it: 4 bytes a pixel, row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: ArrayLike<number>;
}

export interface Cut {
  readonly columns: number;
  readonly rows: number;
  /** Whether dark is ink, as on paper; else light is. */
  readonly dark: boolean;
}

const SIDE = Math.sqrt(PIXELS);

/** Lightness of a pixel, 0 to 1, on white where it is transparent. Weights of ITU-R BT.709. */
function lightness(rgba: ArrayLike<number>, at: number): number {
  const [r = 0, g = 0, b = 0, a = 0] = [rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]];
  return ((0.2126 * r + 0.7152 * g + 0.0722 * b) * a) / (255 * 255) + (1 - a / 255);
}

/** How a picture is cut until the user says otherwise: square tiles in its shorter direction, and paper lighter than ink. */
export function guessedCut({ width, height, rgba }: Picture): Cut {
  const ratio = width / height;
  const columns = Math.max(1, Math.round(ratio));
  const rows = Math.max(1, Math.round(1 / ratio));
  let sum = 0;
  for (let at = 0; at < 4 * width * height; at += 4) sum += lightness(rgba, at);
  return { columns, rows, dark: sum / (width * height) > 0.5 };
}

/** Mean ink, 0 to 1, over a rectangle that may begin and end inside of pixels. */
function inkOver(
  { width, height, rgba }: Picture,
  box: readonly [number, number, number, number],
  dark: boolean,
): number {
  const [left, top, right, bottom] = box;
  let [sum, area] = [0, 0];
  for (let y = Math.floor(top); y < Math.min(height, Math.ceil(bottom)); y++) {
    const tall = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < Math.min(width, Math.ceil(right)); x++) {
      const share = tall * (Math.min(x + 1, right) - Math.max(x, left));
      sum += share * lightness(rgba, 4 * (y * width + x));
      area += share;
    }
  }
  const light = area > 0 ? sum / area : 0;
  return dark ? 1 - light : light;
}

/** The tiles, row by row, as ink 0 to 16 rounded to a tenth: at most as many as the lab takes. @returns (n*64) */
export function tilesOf(picture: Picture, { columns, rows, dark }: Cut): number[] {
  const [wide, tall] = [picture.width / columns, picture.height / rows];
  const count = Math.min(MAX_OWN_IMAGES, columns * rows);
  const ink: number[] = [];
  for (let tile = 0; tile < count; tile++) {
    const [left, top] = [(tile % columns) * wide, Math.floor(tile / columns) * tall];
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      const x = left + ((pixel % SIDE) / SIDE) * wide;
      const y = top + (Math.floor(pixel / SIDE) / SIDE) * tall;
      const share = inkOver(picture, [x, y, x + wide / SIDE, y + tall / SIDE], dark);
      ink.push(Math.round(share * MOST_INK * 10) / 10);
    }
  }
  return ink;
}
