// Digits by diffusion: trainers and samplers.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";

export function runs(_instance: Instance<MainModule>): Record<never, never> {
  return {};
}
