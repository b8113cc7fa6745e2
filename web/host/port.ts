// Opens the port to a solver: a worker where the browser allows one, else this very thread.
/// <reference path="../build/solver-assets.d.ts" />
import { packedWasm, wasmUrls, workerSource, workerUrls } from "virtual:solver-assets";
import type { Greeting } from "./greeting.ts";
import { inflate } from "./inflate.ts";
import type { FromWorker, LabCode, OpenPort, ToWorker } from "./protocol.ts";

const wasmFor = ({ part }: LabCode): string | null => wasmUrls?.[part] ?? null;

function construct(lab: LabCode): Worker {
  const name = JSON.stringify({ lab: lab.id, wasm: wasmFor(lab) } satisfies Greeting);
  const workerUrl = workerUrls?.[lab.part];
  if (workerUrl !== undefined) return new Worker(workerUrl, { type: "module", name });
  const script = new Blob([`self.packedWasm="${packedWasm}";`, workerSource ?? ""], { type: "text/javascript" });
  const url = URL.createObjectURL(script);
  try {
    return new Worker(url, { name });
  } finally {
    // The worker has fetched its script by the time timers run again; revoking at once races with that in some browsers.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/** A worker. @throws where workers are refused */
export const openWorker: OpenPort = (lab, onmessage, ondeath) => {
  const worker = construct(lab);
  worker.onmessage = (event: MessageEvent<FromWorker>) => onmessage(event.data);
  worker.onerror = (event) => {
    event.preventDefault();
    ondeath(event.message ?? "");
  };
  worker.onmessageerror = () => ondeath("");
  return {
    post: (message) => worker.postMessage(message),
    terminate() {
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
    },
  };
};

/**
 * The engine on this thread, for pages that may not start a worker. Slower to the touch (a long call holds the page up), but
 * the same engine and the same messages.
 */
export const openLocal: OpenPort = (lab, onmessage, ondeath) => {
  let alive = true;
  const queue: ToWorker[] = [];
  const engine = import("./local.ts").then(({ localEngine }) =>
    import("./engine.ts").then(({ createEngine }) =>
      createEngine({
        ...localEngine(lab.part),
        lab: lab.id,
        wasm: !__SINGLE_FILE__ || packedWasm === null ? wasmFor(lab) : inflate(packedWasm),
        post: (message) => alive && onmessage(message),
      }),
    ),
  );
  function next(): void {
    const message = queue.shift();
    if (!alive || !message) return;
    engine.then(
      (handle) => alive && handle(message),
      (error: unknown) => alive && ondeath(String(error)),
    );
  }
  return {
    post(message) {
      queue.push(message);
      // A task of its own: the page paints between two frames.
      setTimeout(next, 0);
    },
    terminate() {
      alive = false;
    },
  };
};
