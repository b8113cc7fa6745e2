// The library with its heap within reach, which it does not show by itself.

/**
 * @typedef {object} Watched
 * @property {import("../wasm/lib/types.ts").Proofground} pg
 * @property {() => number} heapBytes bytes of the instance's heap. It never shrinks, so that two equal readings mean that
 * nothing between them grew it
 */

/**
 * load(), watching the instance that it makes.
 * @param {() => Promise<import("../wasm/lib/types.ts").Proofground>} load
 * @returns {Promise<Watched>}
 */
export async function watched(load) {
  const { instantiate } = WebAssembly;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} [imports] */
  const watching = async (module, imports) => {
    const instance = await instantiate.call(WebAssembly, module, imports);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return instance;
  };
  WebAssembly.instantiate = /** @type {typeof instantiate} */ (watching);
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
