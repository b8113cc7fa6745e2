// What a worker is told by its name, as JSON, and where it finds the rest.

export interface Greeting {
  lab: string;
  /** Absolute URL of the binary; null in the single file, which sets `wasmBase64` before the worker's script. */
  wasm: string | null;
}

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
