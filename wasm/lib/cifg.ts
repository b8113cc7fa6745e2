import type { MainModule } from "../../build/wasm/proofground-cifg.mjs";
import { exact } from "./cifg-exact.ts";
import type { Instance } from "./instance.ts";
import type { Proofground } from "./types.ts";

export function cifg(instance: Instance<MainModule>): Proofground["cifg"] {
  return Object.freeze({ ...exact(instance) } as Proofground["cifg"]);
}
