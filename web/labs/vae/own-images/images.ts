// The user's own images: from the columns of a file, or the tiles of a picture, to ink 0 to 16 on 8x8 pixels. Pure.

import { MAX_OWN_IMAGES, MOST_INK, PIXELS } from "../fields.ts";
import type { VaeState } from "../state.ts";

export interface OwnImages {
  /** (n*64) ink, row-major; rounded to a tenth, so that a link stays short */
  readonly images: readonly number[];
  /** (n) 0..9, or -1 for none */
  readonly labels: readonly number[];
}

/** Largest values of the scales that files have: shares of full ink, the digits' own, and grey levels. */
const SCALES = [1, MOST_INK, 255] as const;
export type Scale = (typeof SCALES)[number];

export type ColumnsRead =
  | { readonly images: OwnImages; readonly scale: Scale }
  | { readonly refusal: "range"; readonly row: number; readonly value: number }
  | { readonly refusal: "label"; readonly row: number; readonly value: number };

const inkOf = (share: number) => Math.round(share * MOST_INK * 10) / 10;

/**
 * From 64 columns. The scale is the least that holds all values; with grey levels, too, more is more ink.
 * @param x (n*64) @param labels (n), or null
 */
export function fromColumns(x: readonly number[], labels: readonly number[] | null): ColumnsRead {
  const largest = x.reduce((most, value) => Math.max(most, value), 0);
  const scale = SCALES.find((most) => largest <= most);
  const at = x.findIndex((value) => value < 0 || value > 255);
  if (scale === undefined || at >= 0) {
    return { refusal: "range", row: Math.floor(at / PIXELS) + 1, value: x[at] ?? largest };
  }
  const strange = labels?.findIndex((label) => !(Number.isInteger(label) && label >= -1 && label <= 9)) ?? -1;
  if (labels !== null && strange >= 0) return { refusal: "label", row: strange + 1, value: labels[strange] ?? 0 };
  const n = Math.min(MAX_OWN_IMAGES, x.length / PIXELS);
  return {
    images: {
      images: x.slice(0, n * PIXELS).map((value) => inkOf(value / scale)),
      labels: labels?.slice(0, n) ?? new Array<number>(n).fill(-1),
    },
    scale,
  };
}

/** Of a file's columns: 64 pixels, and before them, where there are 65, the class. @param x (n*columns) */
export function splitColumns(x: readonly number[], columns: number): Parameters<typeof fromColumns> {
  if (columns === PIXELS) return [x, null];
  const first = columns - PIXELS;
  return [x.filter((_, k) => k % columns >= first), x.filter((_, k) => k % columns === 0)];
}

/** The state with these as the user's own images, which the open stage then uses. The denoiser learns from those with a class alone. */
export function withOwnImages(
  { stage }: Pick<VaeState, "stage">,
  ownImages: readonly number[],
  ownLabels: readonly number[],
): Partial<VaeState> {
  const own: Pick<VaeState, "ownImages" | "ownLabels"> = { ownImages, ownLabels };
  const train: Partial<VaeState> = { vaeData: "own" };
  const digits: Partial<VaeState> = { digitsTrainOn: "own" };
  if (stage === "train") return { ...own, ...train };
  return stage === "digits" && ownLabels.some((label) => label >= 0) ? { ...own, ...digits } : own;
}

/** Whether each image has its pixels and its class, or -1: a link can carry other lists. */
export function ownFit({ ownImages, ownLabels }: Pick<VaeState, "ownImages" | "ownLabels">): boolean {
  return ownImages.length === ownLabels.length * PIXELS && ownLabels.every((label) => Number.isInteger(label));
}
