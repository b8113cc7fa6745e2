// The virtual module "virtual:solver-assets" (its contract: solver-assets.d.ts), and the glue made fit for browsers.
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { EVERY, PARTS as TABLE, WHOLE, writeParts } from "./parts.mjs";

const NAME = "virtual:solver-assets";
const ROOT = resolve(import.meta.dirname, "../..");
const PARTS = TABLE.map(({ name }) => name);
const built = (name: string) => resolve(ROOT, "build/wasm", name);
const partGlue = (part: string) => built(`proofground-${part}.mjs`);
const partWasm = (part: string) => built(`proofground-${part}.wasm`);
/** The module with everything. */
export const GLUE = built(`${WHOLE.module}.mjs`);
export const WASM = built(`${WHOLE.module}.wasm`);
const partWorker = (part: string) => resolve(ROOT, `build/workers/${part}.ts`);
/** The one for every lab. */
export const WORKER = partWorker(EVERY);

/** Of the single file, which has both inside: the ids of the elements whose text they are, once for all languages. */
export const INSIDE = { worker: "worker", wasm: "binary" } as const;

/** @param inside for the single file */
export function solverAssets(inside = false): Plugin {
  return {
    name: "proofground:solver-assets",
    enforce: "pre",
    config() {
      writeParts();
      return { define: { __SINGLE_FILE__: JSON.stringify(inside) } };
    },
    resolveId(id, importer) {
      if (id === NAME) return `\0${NAME}`;
      // The single file has one binary, and so one glue.
      const path = importer === undefined ? id : resolve(importer, "..", id);
      return inside && PARTS.some((part) => path === partGlue(part)) ? GLUE : undefined;
    },
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      if (inside) {
        return [
          // The worker has no document, and needs none of these.
          'const text = (id) => (globalThis.document?.getElementById(id)?.textContent ?? "");',
          "export const workerUrls = null, wasmUrls = null;",
          `export const workerSource = text(${JSON.stringify(INSIDE.worker)});`,
          `export const packedWasm = text(${JSON.stringify(INSIDE.wasm)});`,
        ].join("\n");
      }
      const table = (kind: string) => `{ ${PARTS.map((part) => `${part}: absolute(${part}_${kind})`).join(", ")} }`;
      return [
        ...PARTS.map((part) => `import ${part}_worker from ${JSON.stringify(`${partWorker(part)}?worker&url`)};`),
        ...PARTS.map((part) => `import ${part}_wasm from ${JSON.stringify(`${partWasm(part)}?url`)};`),
        "const absolute = (url) => new URL(url, document.baseURI).href;",
        `export const workerUrls = ${table("worker")}, wasmUrls = ${table("wasm")};`,
        "export const workerSource = null, packedWasm = null;",
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
    // What the build runs itself, to write numbers into pages, it runs in Node.
    applyToEnvironment: ({ config }) => config.consumer === "client",
    enforce: "pre",
    transform(code, id) {
      const file = id.split("?")[0];
      const glue = file === GLUE || PARTS.some((part) => file === partGlue(part));
      if (!glue && !file?.startsWith(resolve(ROOT, "wasm/lib"))) return undefined;
      const plain = code
        .replaceAll('await import("node:module")', "{}")
        .replaceAll(
          /new URL\(("|')(\.\/)?proofground[\w-]*\.wasm\1,\s*import\.meta\.url\)/g,
          'new URL("proofground.wasm", self.location.href)',
        )
        .replaceAll(/globalThis\.process\?\.versions\?\.node/g, "undefined");
      return { code: glue ? plain.replaceAll("import.meta.url", "self.location.href") : plain, map: null };
    },
  };
}
