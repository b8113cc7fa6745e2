// What a worker is told by its name, as JSON, and where it finds the rest.

export interface Greeting {
  lab: string;
  /** Absolute URL of the binary; null in the single file, which sets `packedWasm` before the worker's script. */
  wasm: string | null;
}
