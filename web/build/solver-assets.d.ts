// How the page gets at the solver's two parts, the worker script and the WebAssembly binary, in either build.

/** true: everything is inside one HTML file (file://, no fetch, no URL worker). false: a served site. A constant. */
declare const __SINGLE_FILE__: boolean;

declare module "virtual:solver-assets" {
  /**
   * Served site: absolute URLs of the workers' module scripts, by part of the library; start them with { type: "module" }. Single
   * file: null.
   */
  export const workerUrls: Readonly<Record<string, string>> | null;
  /** Served site: absolute URLs of the binaries, by part of the library, for the worker to stream. Single file: null. */
  export const wasmUrls: Readonly<Record<string, string>> | null;
  /** Single file: text of the worker for every lab as a classic script, for a Blob. Served site: null. */
  export const workerSource: string | null;
  /** Single file: the binary that has every part, for inflate(). Served site: null. */
  export const packedWasm: string | null;
}
