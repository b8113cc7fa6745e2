// The built library, as a user of the package gets it, with its heap within a test's reach.
import { load, type Proofground, ProofgroundError } from "../../../dist/lib/proofground.js";

export { ProofgroundError };

export interface Watched {
  pg: Proofground;
  /** Bytes of the instance's heap. It never shrinks, so that two equal readings mean that nothing between them grew it. */
  heapBytes(): number;
}

/** load(), watching the instance that it makes: the library itself does not show its memory. */
export async function loadWatched(): Promise<Watched> {
  const { instantiate } = WebAssembly;
  let memory: WebAssembly.Memory | undefined;
  const watching = async (module: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const instance = await instantiate.call(WebAssembly, module, imports);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return instance;
  };
  WebAssembly.instantiate = watching as typeof instantiate;
  try {
    const pg = await load();
    return {
      pg,
      heapBytes() {
        if (memory === undefined) throw new Error("the module exports no memory");
        return memory.buffer.byteLength;
      },
    };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

/** What body threw, which must be a ProofgroundError. */
export function refusal(body: () => unknown): ProofgroundError {
  try {
    body();
  } catch (error) {
    if (error instanceof ProofgroundError) return error;
    throw error;
  }
  throw new Error("expected a refusal, and there was none");
}
