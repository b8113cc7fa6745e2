// A network that can sample, and how the one that comes with the page was made.
import type { ScheduleSpec } from "../../../../../wasm/lib/types.ts";

/** As in a request for training. */
export interface Shape {
  readonly features: number;
  readonly width: number;
  readonly depth: number;
}

/** The network that comes with the page. */
export interface Shipped {
  readonly network: Uint8Array;
  readonly schedule: ScheduleSpec;
  readonly shape: Shape;
  readonly labelDropout: number;
  readonly emaDecay: number;
  /** Of its training. */
  readonly steps: number;
}

export interface Denoiser {
  readonly network: Uint8Array;
  /** All networks of the stage are of this one: it is what the shipped one was trained with. */
  readonly schedule: ScheduleSpec;
  readonly from:
    | { readonly kind: "shipped"; readonly steps: number }
    | { readonly kind: "trained"; readonly steps: number }
    | { readonly kind: "file"; readonly name: string };
}
