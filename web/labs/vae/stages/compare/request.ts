// What the stage sends to its solver, and what comes back: sets of images, each with its figures.
import type { Figures, ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import type { StateOf } from "../../../../host/lab.ts";
import type { COMPARE } from "./fields.ts";

/** Classes there are, and pixels of an image. */
export const CLASSES = 10;
export const PIXELS = 64;

/** All that is judged: generators, real images, and what costs nothing. In the order of the table. */
export const SETS = ["real", "vae", "diffusion", "gaussians", "means", "pixels", "uniform"] as const;
export type SetId = (typeof SETS)[number];
/** Of these, those that have no network behind them. */
export const BASELINES = ["gaussians", "means", "pixels", "uniform"] as const satisfies readonly SetId[];

/** An image is a near copy where it is nearer to a training image than this share of held-out images are. */
export const CLOSE_SHARE = 0.05;

/** The judge: trained on the training half when the stage opens. With its seed it is the same one, bit for bit, everywhere. */
export const CLASSIFIER = { classes: CLASSES, width: 64, steps: 1000, seed: 1 } as const;

/** The VAE beside its number of latent coordinates, steps and seed. */
export const VAE = {
  classes: CLASSES,
  width: 128,
  depth: 1,
  likelihood: "bernoulli",
  noiseVar: 1,
  beta: 1,
  batch: 128,
  learningRate: 3e-3,
  emaDecay: 0.99,
} as const;

export interface Half {
  /** (n*64) 0..1 */
  readonly pixels: Float64Array;
  readonly labels: readonly number[];
}

export interface VaeSpec {
  readonly latents: number;
  readonly steps: number;
  readonly seed: number;
}

export interface CompareRequest {
  readonly task: "compare";
  readonly training: Half;
  readonly heldOut: Half;
  /** Of each generator and baseline, of classes 0, 1, .. 9 in turn. */
  readonly count: number;
  readonly seed: number;
  /** null while there is none: that set is left out. */
  readonly denoiser: { readonly network: Uint8Array; readonly schedule: ScheduleSpec } | null;
  readonly guidance: number;
  readonly steps: number;
  readonly vae: VaeSpec;
  /** The network that these settings gave before; null: it is trained. */
  readonly trained: Uint8Array | null;
}

export interface JudgedSet {
  readonly id: SetId;
  /** (n*64) cut to 0..1, as they were judged */
  readonly pixels: Float64Array;
  /** (n) the class of each */
  readonly asked: readonly number[];
  readonly figures: Omit<Figures, "images">;
}

export interface CompareFrame {
  readonly task: "compare";
  /** What has been computed since the last frame. */
  readonly sets: readonly JudgedSet[];
  /** What is being computed: a share of it is done. null in the last frame. */
  readonly doing: { readonly what: "judge" | "diffusion" | "training"; readonly share: number } | null;
  /** The VAE, once it is trained. */
  readonly trained: Uint8Array | null;
}

export const asked = (count: number): number[] => Array.from({ length: count }, (_, k) => k % CLASSES);

/** The images in turn: the first of 0, of 1, .. of 9, the second of 0, ... */
export function inTurn({ pixels, labels }: Half): Half {
  const seen = new Map<number, number>();
  const order = labels.map((label, i) => {
    const turn = seen.get(label) ?? 0;
    seen.set(label, turn + 1);
    return { i, label, turn };
  });
  order.sort((a, b) => a.turn - b.turn || a.label - b.label);
  const sorted = new Float64Array(pixels.length);
  for (const [k, { i }] of order.entries()) sorted.set(pixels.subarray(i * PIXELS, (i + 1) * PIXELS), k * PIXELS);
  return { pixels: sorted, labels: order.map(({ label }) => label) };
}

/** What the state asks for. @param halves whose arrays are the same ones at every call @param trained of these settings, or null */
export function compareRequest(
  state: Readonly<StateOf<typeof COMPARE>>,
  halves: { readonly training: Half; readonly heldOut: Half },
  denoiser: CompareRequest["denoiser"],
  trained: (spec: VaeSpec) => Uint8Array | null,
): CompareRequest {
  const { compareCount: count, compareSeed: seed, compareGuidance: guidance, compareSteps: steps } = state;
  const vae = { latents: state.compareLatents, steps: state.compareTrainSteps, seed };
  const { training, heldOut } = halves;
  return {
    ...{ task: "compare", training, heldOut, count, seed },
    ...{ denoiser, guidance, steps, vae, trained: trained(vae) },
  };
}
