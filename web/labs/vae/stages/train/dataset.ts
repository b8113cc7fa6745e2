// The data of the stage as its requests carry them: images, or the name of a toy set, which the library makes.
import { digitsImages } from "../../../../data/digits-images.ts";
import { MOST_INK, PIXELS } from "../../fields.ts";
import type { VaeState } from "../../state.ts";
import type { ToyName } from "./fields.ts";

/** Everything of one data set. Points at odd positions are held out. */
export type DataSpec =
  | {
      readonly kind: "images";
      readonly name: "digits" | "own";
      /** (n*64) ink, 0 to 1 */
      readonly x: Float64Array;
      /** (n) 0..9; -1: not known */
      readonly labels: readonly number[];
    }
  | { readonly kind: "toy"; readonly name: ToyName; readonly n: number; readonly seed: number };

/** Own images with fewer have nothing to hold out. */
export const LEAST_IMAGES = 4;

type DataFields = Pick<VaeState, "vaeData" | "vaePoints" | "vaeDataSeed" | "ownImages" | "ownLabels">;

let digits: DataSpec | null = null;
function digitsSpec(): DataSpec {
  if (digits === null) {
    const { pixels, labels } = digitsImages();
    digits = { kind: "images", name: "digits", x: pixels, labels };
  }
  return digits;
}

/** Requests are compared by what they hold, arrays of numbers by identity: the same state gives the same array. */
const own = new WeakMap<readonly number[], DataSpec>();
function ownSpec({ ownImages, ownLabels }: DataFields): DataSpec {
  const known = own.get(ownImages);
  if (known?.kind === "images" && sameLabels(known.labels, ownLabels)) return known;
  const n = Math.floor(ownImages.length / PIXELS);
  const x = Float64Array.from(ownImages.slice(0, n * PIXELS), (ink) => ink / MOST_INK);
  const labels = Array.from({ length: n }, (_, i) => ownLabels[i] ?? -1);
  const made: DataSpec = { kind: "images", name: "own", x, labels };
  own.set(ownImages, made);
  return made;
}

function sameLabels(labels: readonly number[], given: readonly number[]): boolean {
  return labels.every((label, i) => label === (given[i] ?? -1));
}

/** null where there are too few own images to learn from. */
export function dataOf(state: DataFields): DataSpec | null {
  const { vaeData } = state;
  if (vaeData === "digits") return digitsSpec();
  if (vaeData === "own") return state.ownImages.length < LEAST_IMAGES * PIXELS ? null : ownSpec(state);
  return { kind: "toy", name: vaeData, n: state.vaePoints, seed: state.vaeDataSeed };
}
