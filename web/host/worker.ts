// The worker's end: an engine that posts through the worker's own port. What it is to load comes with the worker's name, since a
// message would wait until the page has finished building itself.
/// <reference path="../build/solver-assets.d.ts" />
import { createEngine, type EngineOptions } from "./engine.ts";
import type { Greeting } from "./greeting.ts";
import { inflate } from "./inflate.ts";
import { type FromWorker, type ToWorker, transferables } from "./protocol.ts";

/** To be called once, as the worker's script begins. */
export function serveWorker(options: Pick<EngineOptions, "load" | "solver">): void {
  const scope = self as unknown as DedicatedWorkerGlobalScope & { packedWasm?: string };
  // WebKit runs the worker's own file once more where a part that is loaded later imports something of it. A second engine would take the
  // messages of a run that only the first one knows.
  if (scope.onmessage !== null) return;
  const { lab, wasm }: Greeting = JSON.parse(scope.name);

  const handle = createEngine({
    ...options,
    lab,
    wasm: __SINGLE_FILE__ && scope.packedWasm !== undefined ? inflate(scope.packedWasm) : wasm,
    post(message: FromWorker) {
      scope.postMessage(message, message.type === "frame" ? transferables(message.frame) : []);
    },
  });

  scope.onmessage = (event: MessageEvent<ToWorker>) => handle(event.data);
  // An error that nobody caught leaves the engine in an unknown state.
  scope.onunhandledrejection = (event) =>
    scope.postMessage({ type: "crashed", message: String(event.reason) } satisfies FromWorker);
}
