// The particles of the present question: the frames that have come, and whether more will.
import type { Quality } from "../../../../../wasm/lib/types.ts";
import type { Client, Store } from "../../../../host/lab.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import type { DiffusionFrame, DiffusionRequest } from "../../requests.ts";
import type { DiffusionState } from "../../state.ts";
import { createFrames, type Frames } from "./frames.ts";
import type { SampleFrame, SampleQuestion } from "./request.ts";

export interface Run {
  readonly question: SampleQuestion | null;
  readonly frames: Frames | null;
  readonly backdrop: SampleFrame["backdrop"];
  readonly quality: { readonly runs: readonly Quality[]; readonly fresh: Quality } | null;
  readonly phase: "waiting" | "running" | "done" | "stopped" | "refused";
  readonly message: string;
  /** Whether the frames are of what the state asks for. */
  readonly current: boolean;
  /** What is asked has changed otherwise than by the state. */
  again(): void;
  /** Draw what was drawn once more, where it was stopped. */
  restart(): void;
  dispose(): void;
}

/** What has happened: frames begin anew, more of them have come, all have, or the solver's state is another. */
export type News = "fresh" | "more" | "other";

/** @param changed called after each frame and each change of the solver's state */
export function createRun(
  store: Store<DiffusionState>,
  client: Client<DiffusionRequest, DiffusionFrame>,
  wanted: (state: DiffusionState) => SampleQuestion | null,
  changed: (news: News) => void,
): Run {
  let question: SampleQuestion | null = null;
  let frames: Frames | null = null;
  let backdrop: SampleFrame["backdrop"] = null;
  let quality: Run["quality"] = null;
  let done = false;
  let disposed = false;

  const asking = keepSolved<DiffusionState, SampleQuestion, SampleFrame>(store, client, {
    request: wanted,
    changed: () => take(),
  });

  function take(): void {
    const { answer } = asking;
    if (answer === null) {
      [question, frames, backdrop, quality, done] = [null, null, null, null, false];
      changed("fresh");
      return;
    }
    const { frame } = answer;
    const fresh = frame.backdrop !== null;
    if (fresh) {
      question = answer.request;
      frames = createFrames(frame.states[0]?.t ?? 1, question.runs.length, question.states);
      [backdrop, quality, done] = [frame.backdrop, null, false];
    }
    for (const state of frame.states) frames?.add(state);
    if (frame.states.length === 0 && !fresh) [quality, done] = [frame.quality, true];
    changed(fresh ? "fresh" : done ? "other" : "more");
  }

  client.onstatus(() => {
    if (!disposed) changed("other");
  });

  return {
    get question() {
      return question;
    },
    get frames() {
      return frames;
    },
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
      return asking.current;
    },
    again: () => asking.update(),
    restart() {
      const next = wanted(store.state);
      if (next !== null) client.solve(question ?? next);
    },
    dispose() {
      disposed = true;
      asking.dispose();
    },
  };
}
