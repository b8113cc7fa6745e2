// For pages beside the labs: of a lab they need the model and some words, and what the list of labs would load besides is left out.
import type { Plugin } from "vite";

export function noViews(): Plugin {
  return {
    name: "proofground:no-views",
    enforce: "pre",
    load: (id) => (/\/labs\/[^/]+\/(view|door)\.ts$/.test(id) ? "export default undefined;" : undefined),
  };
}
