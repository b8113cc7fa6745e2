// Honest figures of images: a small classifier, what to compare with, the nearest training image.
import type { MainModule } from "../../build/wasm/proofground-vae.mjs";
import type { Instance } from "./instance.ts";
import type { Digits } from "./types.ts";

export function figures(
  instance: Instance<MainModule>,
): Pick<Digits, "classifier" | "classify" | "baseline" | "nearest" | "figures"> {
  return {
    classifier: (request) => instance.call("digits.classifier", (module) => module.digitsClassifier(request)),
    classify: (request) => instance.call("digits.classify", (module) => module.digitsClassify(request)),
    baseline: (request) => instance.call("digits.baseline", (module) => module.digitsBaseline(request)),
    nearest: (request) => instance.call("digits.nearest", (module) => module.digitsNearest(request)),
    figures: (request) => instance.call("digits.figures", (module) => module.digitsFigures(request)),
  };
}
