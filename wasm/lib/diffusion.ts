import type { MainModule } from "../../build/wasm/proofground-diffusion.mjs";
import { exact } from "./diffusion-exact.ts";
import { runs } from "./diffusion-runs.ts";
import type { Instance } from "./instance.ts";
import type { Proofground } from "./types.ts";

export function diffusion(instance: Instance<MainModule>): Proofground["diffusion"] {
  return Object.freeze({ ...exact(instance), ...runs(instance) });
}
