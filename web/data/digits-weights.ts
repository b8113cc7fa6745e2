// The denoiser of digits that ships: how it was trained, and its weights. `npm run weights` trains it anew from these settings and
// writes digits-denoiser.ts, the same bytes on every machine.

/** Digits of 8 x 8 pixels, as the network sees them. */
export const DENOISER = { d: 64, classes: 10, features: 32, width: 192, depth: 3 } as const;

/** Of the training, and so of sampling. */
export const DENOISER_SCHEDULE = { kind: "cosine", T: 200, s: 0.008, betaMax: 0.999 } as const;

/** As in a request for training (DigitsTrainRequest), but for the learning rate, which falls from one phase to the next. */
export const DENOISER_TRAINING = { labelDropout: 0.2, batch: 128, emaDecay: 0.999, seed: 1 } as const;

export const DENOISER_PHASES: readonly { readonly steps: number; readonly learningRate: number }[] = [
  { steps: 16_000, learningRate: 1e-3 },
  { steps: 8_000, learningRate: 3e-4 },
];

/** The network, packed (src/digits/packed.h): a file of its own, to be loaded when it is wanted. */
export async function loadDenoiser(): Promise<Uint8Array> {
  const { base64 } = await import("./digits-denoiser.ts");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
