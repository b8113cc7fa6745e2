// The user's own images: from the columns of a file, or the tiles of a picture, to ink 0 to 16 on 8x8 pixels. Pure.

import type { Usable } from "../../../host/import-types.ts";
import { MAX_OWN_IMAGES, MOST_INK, PIXELS } from "../fields.ts";
import { suited } from "../stages/train/kind.ts";
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
  const strange = labels?.findIndex((label) => !isClass(label)) ?? -1;
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

const isClass = (value: number) => Number.isInteger(value) && value >= -1 && value <= 9;
const CLASS_NAME = /^(label|class|digit|target|y)$/i;

/**
 * Which of a file's columns is the class, until the user says otherwise: the one that is named so; where there is one column besides the
 * pixels, the first or the last, whichever has more classes in it: files have it on either side, and the first and the last pixel of a
 * digit are nearly always empty.
 * @returns its index, or -1 for none
 */
export function classColumn(columns: readonly Usable[]): number {
  if (columns.length <= PIXELS) return -1;
  const named = columns.find(({ name }) => CLASS_NAME.test(name));
  if (named !== undefined) return named.index;
  const ends = [columns[0], columns.at(-1)].flatMap((each) => (each?.values.every(isClass) ? [each] : []));
  const kinds = ({ values }: Usable) => new Set(values).size;
  return (
    ends.reduce<Usable | null>((best, each) => (best && kinds(best) >= kinds(each) ? best : each), null)?.index ?? -1
  );
}

/** The state with these as the user's own images, which the open stage then uses. The denoiser learns from those with a class alone. */
export function withOwnImages(
  state: Readonly<VaeState>,
  ownImages: readonly number[],
  ownLabels: readonly number[],
): Partial<VaeState> {
  const own = { ownImages, ownLabels };
  if (state.stage === "train") return { ...suited("own", state), preset: "own-images", vaeData: "own", ...own };
  const digits: Partial<VaeState> = { digitsTrainOn: "own" };
  return state.stage === "digits" && ownLabels.some((label) => label >= 0) ? { ...own, ...digits } : own;
}

/** Whether each image has its pixels and its class, or -1: a link can carry other lists. */
export function ownFit({ ownImages, ownLabels }: Pick<VaeState, "ownImages" | "ownLabels">): boolean {
  return ownImages.length === ownLabels.length * PIXELS && ownLabels.every((label) => Number.isInteger(label));
}
