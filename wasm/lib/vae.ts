import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import type { Proofground } from "./types.ts";
import { bound } from "./vae-bound.ts";
import { claims } from "./vae-claims.ts";
import { exact } from "./vae-exact.ts";
import { runs } from "./vae-runs.ts";

export function vae(instance: Instance<MainModule>): Proofground["vae"] {
  return Object.freeze({
    ...exact(instance),
    ...bound(instance),
    ...claims(instance),
    ...runs(instance),
  });
}
