import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import { figures } from "./digits-figures.ts";
import { runs } from "./digits-runs.ts";
import type { Instance } from "./instance.ts";
import type { Proofground } from "./types.ts";

export function digits(instance: Instance<MainModule>): Proofground["digits"] {
  return Object.freeze({ ...figures(instance), ...runs(instance) });
}
