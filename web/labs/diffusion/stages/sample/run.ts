// The particles of the present request: the states that have come, and whether more will.
import type { Quality } from "../../../../../wasm/lib/types.ts";
import type { Client, Store } from "../../../../host/lab.ts";
import { createFrames, type Frames } from "../../../../kit/player/frames.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import type { DiffusionFrame, DiffusionRequest } from "../../requests.ts";
import type { DiffusionState } from "../../state.ts";
import type { SampleFrame, SampleRequest } from "./request.ts";

export interface Run {
  readonly request: SampleRequest | null;
  readonly frames: Frames<Float32Array> | null;
  /** The step of the chain at a position of the player; T before the first state. */
  t(position: number): number;
  readonly backdrop: SampleFrame["backdrop"];
  readonly quality: { readonly runs: readonly Quality[]; readonly fresh: Quality } | null;
  readonly phase: "waiting" | "running" | "done" | "stopped" | "refused";
  readonly message: string;
  /** Whether the frames are those of the present state. */
  readonly current: boolean;
  /** To be called when something besides the state that the request is made from has changed. */
  update(): void;
  /** Send the request again after it was stopped. */
  restart(): void;
  dispose(): void;
}

/** What has happened: states begin anew, more of them have come, or they are complete, or the solver's status has changed. */
export type News = "fresh" | "more" | "other";

/** @param changed called after each frame and each change of the solver's state */
export function createRun(
  store: Store<DiffusionState>,
  client: Client<DiffusionRequest, DiffusionFrame>,
  wanted: (state: DiffusionState) => SampleRequest | null,
  changed: (news: News) => void,
): Run {
  let request: SampleRequest | null = null;
  let frames: Frames<Float32Array> | null = null;
  let backdrop: SampleFrame["backdrop"] = null;
  let quality: Run["quality"] = null;
  let done = false;
  let disposed = false;

  const solved = keepSolved<DiffusionState, SampleRequest, SampleFrame>(store, client, {
    request: wanted,
    changed: () => take(),
  });

  function take(): void {
    const { answer } = solved;
    if (answer === null) {
      [request, frames, backdrop, quality, done] = [null, null, null, null, false];
      changed("fresh");
      return;
    }
    const { frame } = answer;
    const fresh = frame.backdrop !== null;
    if (fresh) {
      request = answer.request;
      frames = createFrames(frame.states[0]?.t ?? 1, request.runs.length, request.states);
      [backdrop, quality, done] = [frame.backdrop, null, false];
    }
    for (const { run, t, x } of frame.states) frames?.add(run, frames.end - t, x);
    if (frame.states.length === 0 && !fresh) [quality, done] = [frame.quality, true];
    changed(fresh ? "fresh" : done ? "other" : "more");
  }

  client.onstatus(() => {
    if (!disposed) changed("other");
  });

  return {
    get request() {
      return request;
    },
    get frames() {
      return frames;
    },
    t: (position) => (frames === null ? store.state.T : frames.end - frames.time(position)),
    get backdrop() {
      return backdrop;
    },
    get quality() {
      return quality;
    },
    get phase() {
      const { phase } = client.status;
      if (phase === "refused" || phase === "unavailable") return "refused";
      if (phase === "running" || phase === "restarted") return "running";
      if (frames === null) return "waiting";
      return done ? "done" : "stopped";
    },
    get message() {
      return "message" in client.status ? client.status.message : "";
    },
    get current() {
      return solved.current;
    },
    update: () => solved.update(),
    restart() {
      const next = request ?? solved.wanted;
      if (next !== null) client.solve(next);
    },
    dispose() {
      disposed = true;
      solved.dispose();
    },
  };
}
