// The worker's script: an engine with the worker's own wire. What it is to load comes with its name, since a message would wait
// until the page has finished building itself.
import { createEngine } from "./engine.ts";
import { bytesOf, type Greeting } from "./greeting.ts";
import { parts } from "./parts.ts";
import { type FromWorker, type ToWorker, transferables } from "./protocol.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope & { wasmBase64?: string };
const { lab, library, wasm }: Greeting = JSON.parse(scope.name);

const handle = createEngine({
  ...parts,
  lab,
  library,
  wasm: scope.wasmBase64 === undefined ? wasm : bytesOf(scope.wasmBase64),
  post(message: FromWorker) {
    scope.postMessage(message, message.type === "frame" ? transferables(message.frame) : []);
  },
});

scope.onmessage = (event: MessageEvent<ToWorker>) => handle(event.data);
// An error that nobody caught leaves the engine in an unknown state.
scope.onunhandledrejection = (event) =>
  scope.postMessage({ type: "crashed", message: String(event.reason) } satisfies FromWorker);
