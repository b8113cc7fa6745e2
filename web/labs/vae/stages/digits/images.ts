// The images that the stage knows by a position: the handwritten digits in the source's order, then one's own.
import { digitsImages, halves } from "../../../../data/digits-images.ts";
import { MOST_INK, PIXELS } from "../../fields.ts";
import type { VaeState } from "../../state.ts";

export interface Digit {
  readonly position: number;
  /** (64) 0..1 */
  readonly pixels: readonly number[];
  /** 0..9, or -1 where nobody has said. */
  readonly label: number;
  /** Whether no network that comes with the page was trained on it. */
  readonly heldOut: boolean;
  readonly own: boolean;
}

export interface Labelled {
  /** (n*64) 0..1 */
  readonly images: Float64Array;
  readonly labels: readonly number[];
}

type Own = Pick<VaeState, "ownImages" | "ownLabels">;

let all: ReturnType<typeof digitsImages> | null = null;
/** Unpacked at the first call. */
function handwritten() {
  all ??= digitsImages();
  return all;
}

/** null where there is none at this position. */
export function digitAt({ ownImages, ownLabels }: Own, position: number): Digit | null {
  const { n, pixels, labels } = handwritten();
  const own = position - n;
  if (own < 0) {
    const of = Array.from(pixels.subarray(position * PIXELS, (position + 1) * PIXELS));
    return { position, pixels: of, label: labels[position] ?? -1, heldOut: position % 2 === 1, own: false };
  }
  if ((own + 1) * PIXELS > ownImages.length) return null;
  const of = ownImages.slice(own * PIXELS, (own + 1) * PIXELS).map((ink) => ink / MOST_INK);
  return { position, pixels: of, label: ownLabels[own] ?? -1, heldOut: true, own: true };
}

/** As digitAt; the first held-out digit where there is none, so that a link to an image of one's own still shows something. */
export function knownDigit(own: Own, position: number): Digit {
  return digitAt(own, position) ?? (digitAt(own, 1) as Digit);
}

/** Positions that can be picked: held-out digits, which no shipped network has seen, and one's own. @param label null: of any class */
export function pickable({ ownImages, ownLabels }: Own, label: number | null): readonly number[] {
  const { n, labels } = handwritten();
  const digits = Array.from({ length: Math.floor(n / 2) }, (_, k) => 2 * k + 1);
  const own = Array.from({ length: Math.floor(ownImages.length / PIXELS) }, (_, k) => n + k);
  const labelOf = (position: number) => (position < n ? labels[position] : ownLabels[position - n]);
  return [...own, ...digits].filter((position) => label === null || labelOf(position) === label);
}

/** Pixels of several, one after another. */
export function pixelsOf(own: Own, positions: readonly number[]): Float64Array {
  const pixels = new Float64Array(positions.length * PIXELS);
  positions.forEach((position, k) => {
    pixels.set(knownDigit(own, position).pixels, k * PIXELS);
  });
  return pixels;
}

let parts: readonly [training: Labelled, heldOut: Labelled] | null = null;
/** The half of the handwritten digits that is trained on (0), or held out (1); the same arrays at every call. */
export function half(which: 0 | 1): Labelled {
  if (parts === null) {
    const { training, heldOut } = halves(handwritten());
    const labelled = ({ pixels: images, labels }: typeof training): Labelled => ({ images, labels });
    parts = [labelled(training), labelled(heldOut)];
  }
  return parts[which];
}

const owns = new WeakMap<readonly number[], { readonly labels: readonly number[]; readonly made: Labelled }>();
/** One's own images that have a class: a network learns eps given one. The same arrays for the same state. */
export function ownLabelled({ ownImages, ownLabels }: Own): Labelled {
  const known = owns.get(ownImages);
  if (known?.labels === ownLabels) return known.made;
  const at = ownLabels.flatMap((label, k) => (label >= 0 && (k + 1) * PIXELS <= ownImages.length ? [k] : []));
  const images = Float64Array.from(
    at.flatMap((k) => ownImages.slice(k * PIXELS, (k + 1) * PIXELS).map((ink) => ink / MOST_INK)),
  );
  const made = { images, labels: at.map((k) => ownLabels[k] ?? -1) };
  owns.set(ownImages, { labels: ownLabels, made });
  return made;
}
