import type { MainModule } from "../../build/wasm/proofground-cifg.mjs";
import { exact } from "./cifg-exact.ts";
import { flow } from "./cifg-flow.ts";
import { runs } from "./cifg-runs.ts";
import type { Instance } from "./instance.ts";
import type { Proofground } from "./types.ts";

export function cifg(instance: Instance<MainModule>): Proofground["cifg"] {
  return Object.freeze({ ...exact(instance), ...flow(instance), ...runs(instance) });
}
