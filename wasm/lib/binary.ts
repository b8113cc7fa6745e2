// Where the WebAssembly binary comes from: beside this module, from a URL, or from the caller's own bytes.
import { ProofgroundError } from "./error.ts";
import type { LoadOptions } from "./types.ts";

const beside = () => new URL("./proofground.wasm", import.meta.url);

// Node cannot fetch file: URLs. A name in a variable keeps bundlers for the browser from looking for the module.
const NODE_FILES = "node:fs/promises";
type NodeFiles = { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> };
const IN_NODE = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined;

async function fromUrl(url: URL): Promise<WebAssembly.Module> {
  if (IN_NODE && url.protocol === "file:") {
    const files: NodeFiles = await import(/* @vite-ignore */ NODE_FILES);
    return WebAssembly.compile(await files.readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`status ${response.status}`);
  // Compiling while the bytes arrive needs the right media type, which not every static host sends.
  return response.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** @throws ProofgroundError */
export async function compile({ wasm = beside() }: LoadOptions): Promise<WebAssembly.Module> {
  if (!(wasm instanceof URL || wasm instanceof ArrayBuffer || wasm instanceof Uint8Array)) {
    throw new ProofgroundError("invalid-argument", "load: wasm: expected a URL, an ArrayBuffer or a Uint8Array");
  }
  try {
    if (wasm instanceof URL) return await fromUrl(wasm);
    // A copy: the caller's bytes may be shared with another thread, or change while they are compiled.
    return await WebAssembly.compile(wasm instanceof ArrayBuffer ? wasm : new Uint8Array(wasm));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProofgroundError(
      "not-loaded",
      `load: ${wasm instanceof URL ? wasm.href : "the given bytes"}: ${reason}`,
      { cause },
    );
  }
}
