import { exact } from "./diffusion-exact.ts";
import { runs } from "./diffusion-runs.ts";
import type { Instance } from "./instance.ts";
import type { DiffusionModule } from "./modules.ts";
import type { Proofground } from "./types.ts";

export function diffusion(instance: Instance<DiffusionModule>): Proofground["diffusion"] {
  return Object.freeze({ ...exact(instance), ...runs(instance) });
}
