import { ProofgroundError, type Refusal } from "./error.ts";

/** What every module has. */
export interface Versioned {
  version(): string;
}

/** One instance of a WebAssembly module: every call into it goes through `call`. */
export class Instance<M extends Versioned> {
  readonly module: M;
  #broken: unknown = null;

  constructor(module: M) {
    this.module = module;
  }

  /**
   * @returns what body returns
   * @throws ProofgroundError "invalid-argument" where body's result is a refusal; "trap" where body trapped, then and ever after
   */
  call<T>(name: string, body: (module: M) => T | Refusal): T {
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

/** The glue's factory, as the compiler makes it. */
type Factory<M> = (options: {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}) => Promise<M>;

/** A fresh instance, with a heap of its own. @param createModule the glue that belongs to this binary */
export async function instantiate<M extends Versioned>(
  createModule: Factory<M>,
  binary: WebAssembly.Module,
): Promise<Instance<M>> {
  const module = await new Promise<M>((resolve, reject) => {
    createModule({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(binary, imports).then(done).catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
  return new Instance(module);
}
