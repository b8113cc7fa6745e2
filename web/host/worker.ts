// The worker's script: an engine with the worker's own wire.
import { createEngine } from "./engine.ts";
import { parts } from "./parts.ts";
import { type FromWorker, type ToWorker, transferables } from "./protocol.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;

const handle = createEngine({
  ...parts,
  post(message: FromWorker) {
    scope.postMessage(message, message.type === "frame" ? transferables(message.frame) : []);
  },
});

scope.onmessage = (event: MessageEvent<ToWorker>) => handle(event.data);
// An error that nobody caught leaves the engine in an unknown state.
scope.onunhandledrejection = (event) =>
  scope.postMessage({ type: "crashed", message: String(event.reason) } satisfies FromWorker);
