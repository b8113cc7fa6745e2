// The worker's end of the protocol, without the worker: runs a lab's generator one frame at a time.
import type { Proofground } from "../../wasm/lib/types.ts";
import type { Pull, ViewSolver } from "./lab.ts";
import type { FromWorker, ToWorker, Unavailable, WasmSource } from "./protocol.ts";

export interface EngineOptions {
  lab: string;
  /** In the single file it is still being unpacked. */
  wasm: WasmSource | Promise<WasmSource>;
  /** @throws where the library cannot be had */
  load(wasm: WasmSource): Promise<Proofground>;
  /** @throws where there is no such lab or its code cannot be had */
  solver(lab: string): Promise<ViewSolver<unknown, unknown, unknown>>;
  post(message: FromWorker): void;
}

/**
 * The smallest module that needs 128-bit SIMD: a function () -> v128 of i32.const 0, i8x16.splat, i8x16.popcnt.
 * Validating it answers in microseconds what compiling the library would only say in an engine's own words.
 */
const SIMD_PROBE = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  10,
  1,
  8,
  0,
  65,
  0,
  253,
  15,
  253,
  98,
  11,
);

/** @returns what this engine lacks, or null */
export function missing(): Unavailable | null {
  if (typeof WebAssembly !== "object") return "no-wasm";
  return WebAssembly.validate(SIMD_PROBE) ? null : "no-simd";
}

/** Begins to load at once. @returns the handler of messages from the page */
export function createEngine({ lab, wasm, load, solver, post }: EngineOptions): (message: ToWorker) => void {
  let ready: { pg: Proofground; solve: ViewSolver<unknown, unknown, unknown> } | null = null;
  let running: { run: number; frames: Generator<unknown, void, Pull> } | null = null;
  /** The newest start that came while loading. */
  let early: { run: number; request: unknown; view: unknown } | null = null;

  async function init(): Promise<void> {
    const lack = missing();
    if (lack) return post({ type: "unavailable", cause: lack, message: "" });
    try {
      const [pg, solve] = await Promise.all([Promise.resolve(wasm).then(load), solver(lab)]);
      ready = { pg, solve };
    } catch (error) {
      return post({ type: "unavailable", cause: "load", message: sentence(error) });
    }
    post({ type: "ready" });
    if (early === null) return;
    const { run, request, view } = early;
    early = null;
    guarded(run, () => start(run, request, view));
  }

  /** Let the present run free what it holds. */
  function end(): void {
    const ending = running;
    running = null;
    ending?.frames.return();
  }

  function pull(run: number, view: unknown, advance: boolean): void {
    if (running?.run !== run) return;
    const { done, value } = running.frames.next({ view, advance });
    if (done) {
      running = null;
      post({ type: "done", run });
    } else if (value === null) {
      post({ type: "rest", run });
    } else {
      post({ type: "frame", run, frame: value });
    }
  }

  function start(run: number, request: unknown, view: unknown): void {
    end();
    if (!ready) {
      early = { run, request, view };
      return;
    }
    running = { run, frames: ready.solve(ready.pg, request, view) };
    pull(run, view, true);
  }

  function stop(run: number): void {
    if (running?.run === run) end();
    if (early?.run === run) early = null;
    post({ type: "done", run });
  }

  function guarded(run: number, action: () => void): void {
    try {
      action();
    } catch (error) {
      running = null;
      if (isCrash(error)) post({ type: "crashed", message: sentence(error) });
      else post({ type: "refused", run, message: sentence(error) });
    }
  }

  void init();
  return (message) => {
    switch (message.type) {
      case "start":
        return guarded(message.run, () => start(message.run, message.request, message.view));
      case "next":
      case "show":
        return guarded(message.run, () => pull(message.run, message.view, message.type === "next"));
      case "stop":
        return guarded(message.run, () => stop(message.run));
    }
  };
}

/** Whether the engine's state is undefined after this: a trap, or memory or stack that ran out (RangeError). */
function isCrash(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return true;
  return error instanceof Error && "code" in error && error.code === "trap";
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
