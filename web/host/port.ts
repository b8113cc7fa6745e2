// Opens the wire to a solver: a worker where the browser allows one, else this very thread.
/// <reference path="../build/solver-assets.d.ts" />
import { wasmBase64, wasmUrl, workerSource, workerUrl } from "virtual:solver-assets";
import type { FromWorker, OpenPort, ToWorker, WasmSource } from "./protocol.ts";

/** The binary, for the init message. Inline bytes are decoded once. */
export function wasmSource(): WasmSource {
  if (wasmBase64 === null) return wasmUrl;
  decoded ??= Uint8Array.from(atob(wasmBase64), (character) => character.charCodeAt(0));
  return decoded;
}
let decoded: Uint8Array | null = null;

function construct(): Worker {
  if (workerUrl !== null) return new Worker(workerUrl, { type: "module" });
  const url = URL.createObjectURL(new Blob([workerSource ?? ""], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } finally {
    // The worker has fetched its script by the time timers run again; revoking at once races with that in some browsers.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/** A worker. @throws where workers are refused */
export const openWorker: OpenPort = (onmessage, ondeath) => {
  const worker = construct();
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
export const openLocal: OpenPort = (onmessage, ondeath) => {
  let alive = true;
  const queue: ToWorker[] = [];
  const engine = import("./parts.ts").then(({ parts }) =>
    import("./engine.ts").then(({ createEngine }) =>
      createEngine({ ...parts, post: (message) => alive && onmessage(message) }),
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
