// The VAE as far as it is trained: trainers and what a network says.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";

export function runs(_instance: Instance<MainModule>): Record<never, never> {
  return {};
}
