// Pictures of the page against stored ones: at half the size, so that they stay small, and window by window, so that a label that
// has moved shows and another rasteriser's edges of the same glyphs do not.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { decode, encode, type Picture } from "./png.ts";

const STORED = resolve(import.meta.dirname, "../pictures");
/** What differs is kept here: the picture now, and where it differs. */
const FOUND = resolve(import.meta.dirname, "../../../build/browser/pictures");
/** Set by `npm run shots`: pictures are stored, not compared. */
const RENEW = process.env.PROOFGROUND_SHOTS === "renew";

/** Side of a window, pixels of the stored picture: about a number at an axis. */
const WINDOW = 8;
/** Largest mean difference over a window, of 255. The same page makes 0, one digit that has moved by 3 pixels of the page 16. */
const BOUND = 10;

/**
 * Take a picture and hold it against the stored one of that name.
 * @returns what is wrong with it, "" if nothing
 */
export async function difference(page: Page, name: string): Promise<string> {
  const picture = halved(decode(await atRest(page)));
  const file = resolve(STORED, `${name}.png`);
  if (RENEW) {
    mkdirSync(STORED, { recursive: true });
    writeFileSync(file, encode(picture));
    return "";
  }
  const found = (what: string) => resolve(FOUND, `${name}${what}.png`);
  for (const what of ["", "-difference"]) rmSync(found(what), { force: true });
  const problem = existsSync(file)
    ? compare(decode(readFileSync(file)), reduced(picture))
    : { text: "it is not stored" };
  if (problem === null) return "";
  mkdirSync(FOUND, { recursive: true });
  writeFileSync(found(""), encode(picture));
  if (problem.where !== undefined) writeFileSync(found("-difference"), encode(problem.where));
  return `${name}: ${problem.text}; see build/browser/pictures, and npm run shots if it is meant`;
}

/** The names of the stored pictures, sorted. */
export function storedNames(): string[] {
  return readdirSync(STORED)
    .map((file) => basename(file, ".png"))
    .sort();
}

/** Two screenshots that are the same: nothing moves any more. */
async function atRest(page: Page): Promise<Buffer> {
  const take = () => page.screenshot({ animations: "disabled" });
  let last = await take();
  for (let k = 0; k < 40; ++k) {
    const next = await take();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error("the page does not come to rest");
}

/** With no more colours than a stored picture has. */
export const reduced = (picture: Picture): Picture => decode(encode(picture));

/** Each pixel the mean of four. */
export function halved({ width, height, rgb }: Picture): Picture {
  const [w, h] = [width >> 1, height >> 1];
  const half = new Uint8Array(3 * w * h);
  for (let y = 0; y < h; ++y) {
    for (let x = 0; x < w; ++x) {
      for (let k = 0; k < 3; ++k) {
        const at = 3 * (2 * y * width + 2 * x) + k;
        const below = at + 3 * width;
        const sum = (rgb[at] ?? 0) + (rgb[at + 3] ?? 0) + (rgb[below] ?? 0) + (rgb[below + 3] ?? 0);
        half[3 * (y * w + x) + k] = Math.round(sum / 4);
      }
    }
  }
  return { width: w, height: h, rgb: half };
}

/** What differs, in words and as a picture (the darker the more); null where nothing does. */
export function compare(stored: Picture, now: Picture): { text: string; where?: Picture } | null {
  const { width, height } = now;
  if (stored.width !== width || stored.height !== height)
    return { text: `it has ${width} x ${height} pixels, not ${stored.width} x ${stored.height}` };
  const differences = Float64Array.from({ length: width * height }, (_, i) =>
    Math.max(...[0, 1, 2].map((k) => Math.abs((stored.rgb[3 * i + k] ?? 0) - (now.rgb[3 * i + k] ?? 0)))),
  );
  // (height+1, width+1) sums of all that is above and to the left
  const sums = new Float64Array((width + 1) * (height + 1));
  const sum = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0;
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x)
      sums[(y + 1) * (width + 1) + x + 1] =
        (differences[y * width + x] ?? 0) + sum(x, y + 1) + sum(x + 1, y) - sum(x, y);
  }
  let worst = { mean: 0, x: 0, y: 0 };
  for (let y = 0; y + WINDOW <= height; ++y) {
    for (let x = 0; x + WINDOW <= width; ++x) {
      const inside = sum(x + WINDOW, y + WINDOW) - sum(x, y + WINDOW) - sum(x + WINDOW, y) + sum(x, y);
      const mean = inside / WINDOW ** 2;
      if (mean > worst.mean) worst = { mean, x, y };
    }
  }
  if (worst.mean <= BOUND) return null;
  return {
    text: `it differs by ${worst.mean.toFixed(1)} of 255 (at most ${BOUND}) near x ${2 * worst.x}, y ${2 * worst.y} px`,
    where: {
      width,
      height,
      rgb: Uint8Array.from({ length: 3 * width * height }, (_, i) => 255 - (differences[Math.floor(i / 3)] ?? 0)),
    },
  };
}
