// The virtual module "virtual:solver-assets" (its contract: solver-assets.d.ts), and the glue made fit for browsers.
import { resolve } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:solver-assets";
const ROOT = resolve(import.meta.dirname, "../..");
export const GLUE = resolve(ROOT, "build/wasm/proofground.mjs");
export const WASM = resolve(ROOT, "build/wasm/proofground.wasm");
export const WORKER = resolve(ROOT, "web/host/worker.ts");

/** What the single file carries inside; absent for a served site. */
export interface InlineSolver {
  workerSource: string;
  wasmBase64: string;
}

/** @param inline for the single file, the parts themselves */
export function solverAssets(inline?: InlineSolver): Plugin {
  return {
    name: "proofground:solver-assets",
    enforce: "pre",
    config: () => ({ define: { __SINGLE_FILE__: JSON.stringify(inline !== undefined) } }),
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      if (inline !== undefined) {
        return [
          "export const workerUrl = null, wasmUrl = null;",
          `export const workerSource = ${JSON.stringify(inline.workerSource)};`,
          `export const wasmBase64 = ${JSON.stringify(inline.wasmBase64)};`,
        ].join("\n");
      }
      return [
        `import worker from ${JSON.stringify(`${WORKER}?worker&url`)};`,
        `import wasm from ${JSON.stringify(`${WASM}?url`)};`,
        "export const workerUrl = new URL(worker, document.baseURI).href, wasmUrl = new URL(wasm, document.baseURI).href;",
        "export const workerSource = null, wasmBase64 = null;",
      ].join("\n");
    },
  };
}

/**
 * The library as browsers bundle it: without Node's half, and without its own idea of where the binary lies, which the
 * bundler would take for one more asset. The page always says where the binary is.
 */
export function browserGlue(): Plugin {
  return {
    name: "proofground:browser-glue",
    enforce: "pre",
    transform(code, id) {
      const file = id.split("?")[0];
      if (file !== GLUE && !file?.startsWith(resolve(ROOT, "wasm/lib"))) return undefined;
      const plain = code
        .replaceAll('await import("node:module")', "{}")
        .replaceAll(
          /new URL\(("|')(\.\/)?proofground\.wasm\1,\s*import\.meta\.url\)/g,
          'new URL("proofground.wasm", self.location.href)',
        )
        .replaceAll(/globalThis\.process\?\.versions\?\.node/g, "undefined");
      return { code: file === GLUE ? plain.replaceAll("import.meta.url", "self.location.href") : plain, map: null };
    },
  };
}
