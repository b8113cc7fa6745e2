// The messages between the page and the worker. They mirror a generator: start makes one, next pulls a frame, stop returns it.
//
//   page                         worker
//   (a port is opened)           loads the library and the lab's solver
//                          <-    ready | unavailable
//   start {run, request, view}   ends the run before it, if any; runs to the first frame (once ready)
//                          <-    frame {run, frame}       (its arrays are transferred)
//   next {run, view}       ->    the work goes on to the next frame
//                          <-    frame | rest {run} | done {run}
//   show {run, view}       ->    one more frame of the same state, for this view; no work is done
//                          <-    frame | rest | done
//   stop {run}             ->    frees what the run holds
//                          <-    done
//   at any time            <-    refused {run, message}   the input; the run is over, the worker is well
//                          <-    crashed {message}        the worker's state is undefined: discard it
//
// The page pulls, so a slow page slows the worker and nothing piles up; run numbers only grow.
//
// `view` is what only the page's view knows, such as the places of arrows on the screen. It is not part of the request: a new one
// must not begin the work again. The solver gets it with the request, and then as the value of each `yield`.
//
// rest: the work is finished, but the run keeps what it holds, so that it can show it for other views. done: the run is over.

/** Where the binary is (absolute), the binary itself, or null: beside the library. */
export type WasmSource = string | Uint8Array | null;

export type ToWorker =
  | { type: "start"; run: number; request: unknown; view?: unknown }
  | { type: "next" | "show"; run: number; view?: unknown }
  | { type: "stop"; run: number };

export type Unavailable = "no-wasm" | "no-simd" | "load";

export type FromWorker =
  | { type: "ready" }
  | { type: "unavailable"; cause: Unavailable; message: string }
  | { type: "frame"; run: number; frame: unknown }
  | { type: "rest"; run: number }
  | { type: "done"; run: number }
  | { type: "refused"; run: number; message: string }
  | { type: "crashed"; message: string };

/** The page's end of the connection to an engine, which runs in a worker or on this thread. */
export interface Port {
  post(message: ToWorker): void;
  /** No message is delivered after this. */
  terminate(): void;
}

/** What an engine is made for: a lab, and the part of the library that it uses. */
export interface LabCode {
  readonly id: string;
  readonly part: string;
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
