// The network that samples: the one that comes with the page, until the user takes one that was trained here or loaded.
import {
  DENOISER,
  DENOISER_PHASES,
  DENOISER_SCHEDULE,
  DENOISER_TRAINING,
  loadDenoiser,
} from "../../../../data/digits-weights.ts";
import { createListeners } from "../../../../kit/listeners.ts";
import type { Network } from "../../../../kit/training/training.ts";
import type { VaeStageContext } from "../../stage.ts";
import type { Denoiser, Shipped } from "./denoiser.ts";
import type { DigitsTrainTypes } from "./training-request.ts";

export interface Denoisers {
  /** null while it loads. */
  readonly shipped: Shipped | null;
  /** The one in use. */
  readonly used: Denoiser | null;
  /** It could not be loaded. */
  readonly failed: boolean;
  use(network: Network<DigitsTrainTypes>): void;
  /** Back to the shipped one. */
  back(): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

async function loadShipped(): Promise<Shipped> {
  const { features, width, depth } = DENOISER;
  const { labelDropout, emaDecay } = DENOISER_TRAINING;
  const steps = DENOISER_PHASES.reduce((sum, phase) => sum + phase.steps, 0);
  const shape = { features, width, depth };
  return { network: await loadDenoiser(), schedule: DENOISER_SCHEDULE, shape, labelDropout, emaDecay, steps };
}

function createDenoisers(): Denoisers {
  const listeners = createListeners();
  let shipped: Shipped | null = null;
  let used: Denoiser | null = null;
  let failed = false;
  let disposed = false;

  function back(): void {
    if (shipped === null) return;
    const { network, schedule, steps } = shipped;
    used = { network, schedule, from: { kind: "shipped", steps } };
    listeners.notify();
  }

  loadShipped().then(
    (loaded) => {
      if (disposed) return;
      shipped = loaded;
      back();
    },
    () => {
      failed = true;
      listeners.notify();
    },
  );

  return {
    get shipped() {
      return shipped;
    },
    get used() {
      return used;
    },
    get failed() {
      return failed;
    },
    use({ bytes: network, on, name }) {
      if (shipped === null) return;
      const from = on === null ? ({ kind: "file", name } as const) : ({ kind: "trained", steps: on.steps } as const);
      used = { network, schedule: shipped.schedule, from };
      listeners.notify();
    },
    back,
    subscribe: listeners.subscribe,
    dispose() {
      disposed = true;
      listeners.clear();
    },
  };
}

/** The lab's one; it outlives the stage. */
export const denoisersOf = ({ keep }: VaeStageContext): Denoisers => keep("digits-denoisers", createDenoisers);
