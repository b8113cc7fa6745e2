// What the page and the worker say to each other. It mirrors a generator: start makes one, next pulls a frame, stop returns it.
//
//   page                         worker
//   (a port is opened)           loads the library and the lab's solver
//                          <-    ready | unavailable
//   start {run, request}   ->    ends the run before it, if any; runs to the first frame (once ready)
//                          <-    frame {run, frame}       (its arrays are transferred)
//   next {run}             ->    runs to the next frame
//                          <-    frame | done {run}
//   stop {run}             ->    frees what the run holds
//                          <-    done
//   at any time            <-    refused {run, message}   the input; the run is over, the worker is well
//                          <-    crashed {message}        the worker's state is undefined: discard it
//
// The page pulls, so a slow page slows the worker and nothing piles up; run numbers only grow.

/** Where the binary is (absolute), the binary itself, or null: beside the library. */
export type WasmSource = string | Uint8Array | null;

export type ToWorker =
  | { type: "start"; run: number; request: unknown }
  | { type: "next"; run: number }
  | { type: "stop"; run: number };

export type Unavailable = "no-wasm" | "no-simd" | "load";

export type FromWorker =
  | { type: "ready" }
  | { type: "unavailable"; cause: Unavailable; message: string }
  | { type: "frame"; run: number; frame: unknown }
  | { type: "done"; run: number }
  | { type: "refused"; run: number; message: string }
  | { type: "crashed"; message: string };

/** One end of the wire, whatever lies between: a worker, or this very thread. */
export interface Port {
  post(message: ToWorker): void;
  /** No message is delivered after this. */
  terminate(): void;
}

/** What an engine is made for: a lab, and the part of the library that it uses. */
export interface LabCode {
  readonly id: string;
  readonly library: string;
}

/**
 * Makes a port to an engine for this lab, which loads by itself from then on. `ondeath`: the other end is gone or cannot be
 * understood. @throws where this kind of port is not allowed
 */
export type OpenPort = (
  lab: LabCode,
  onmessage: (message: FromWorker) => void,
  ondeath: (message: string) => void,
) => Port;

/**
 * The buffers of a frame that can move instead of being copied: those of arrays that own theirs whole. A frame therefore
 * belongs to the page once it is yielded: a solver must not keep its arrays.
 */
export function transferables(frame: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength)
        buffers.add(value.buffer);
      return;
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(frame);
  return [...buffers];
}
