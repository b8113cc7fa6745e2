import type { MainModule } from "../../build/wasm/proofground.mjs";
import { ProofgroundError, type Refusal } from "./error.ts";

/** One instance of the WebAssembly module: every call into it goes through `call`. */
export class Instance {
  readonly module: MainModule;
  #broken: unknown = null;

  constructor(module: MainModule) {
    this.module = module;
  }

  /**
   * @returns what body returns
   * @throws ProofgroundError "invalid-argument" where body's result is a refusal; "trap" where body trapped, then and ever after
   */
  call<T>(name: string, body: (module: MainModule) => T | Refusal): T {
    if (this.#broken !== null) {
      throw new ProofgroundError("trap", `${name}: this module broke in an earlier call: load another`, {
        cause: this.#broken,
      });
    }
    let result: T | Refusal;
    try {
      result = body(this.module);
    } catch (cause) {
      this.#broken = cause;
      throw new ProofgroundError("trap", `${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
    if (result instanceof Error) {
      const { code, message } = result as Refusal;
      throw new ProofgroundError(code, `${name}: ${message}`);
    }
    return result;
  }
}
