// Honest figures of images: a small classifier, the nearest training image.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import type { Digits } from "./types.ts";

export function figures(instance: Instance<MainModule>): Pick<Digits, "nearest"> {
  return {
    nearest: (request) => instance.call("digits.nearest", (module) => module.digitsNearest(request)),
  };
}
