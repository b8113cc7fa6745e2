// A training that goes on while other stages are open, and the network that came of it: what it has come to so far, and what can be
// done with it. One for the lab; it draws nothing.
import type { Client, ClientStatus } from "../../host/lab.ts";
import { createListeners } from "../listeners.ts";
import { sameRequest } from "../solve-request.ts";
import type { TrainerName, TrainingFrame, TrainingRequest, TrainingTypes, TrainingView, WholeFrame } from "./frames.ts";

/** What one trainer has come to. */
export interface TrainingHistory<Types extends TrainingTypes> {
  readonly name: TrainerName<Types>;
  /** Of every step. */
  readonly losses: number[];
  /** Steps taken at the end of each frame, and the mean loss since the one before. */
  readonly steps: number[];
  readonly means: number[];
  /** The newest. */
  now: Types["now"];
  /** For Training.view. */
  shown: Types["shown"] | null;
  whole: WholeFrame<Types>;
  /** Steps at the newest whole frame. */
  wholeAt: number;
}

export type Phase =
  | { readonly kind: "untrained" | "running" | "pausing" | "paused" | "finished" }
  | { readonly kind: "refused" | "failed"; readonly message: string };

/** A network that can be used. */
export interface Network<Types extends TrainingTypes> {
  readonly bytes: Uint8Array;
  /** What it was trained on; null where it came from a file, which does not say. */
  readonly on: {
    readonly request: Types["request"];
    readonly steps: number;
    readonly trainer: TrainerName<Types>;
  } | null;
  /** Of its file, or "". */
  readonly name: string;
}

export interface Training<Types extends TrainingTypes> {
  readonly phase: Phase;
  /** What is being trained; null before the first start. */
  readonly request: Types["request"] | null;
  readonly steps: number;
  readonly histories: readonly TrainingHistory<Types>[];
  readonly reference: Types["reference"] | null;
  /** The view that `shown` of the histories is for. */
  readonly view: Types["view"] | null;
  /** The newest that has come to the page: of a trainer after some steps, or from a file. */
  readonly network: Network<Types> | null;
  /** Begin anew. @param paused stop at the first frame */
  start(request: Types["request"], paused?: boolean): void;
  /** On to this many steps, from where it stands. */
  extend(steps: number): void;
  pause(): void;
  resume(): void;
  /** One frame. */
  step(): void;
  /** Forget everything but a network from a file. */
  reset(): void;
  /** What frames are to show from now on, compared by identity. A training at rest gives one more frame, without steps. */
  show(view: Types["view"]): void;
  /** Resolves when `network` is that of the newest step. */
  complete(): Promise<void>;
  /** Take a network that the solver has read. */
  adopt(bytes: Uint8Array, name: string): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

/** Whether training with `a` would be training with `b`, however long. */
export function sameTraining(a: TrainingRequest, b: TrainingRequest): boolean {
  const bare = (request: TrainingRequest) => ({ ...request, steps: 0, saved: null });
  return sameRequest(bare(a), bare(b));
}

/** Cut a history back to its first `steps`. */
function cut<Types extends TrainingTypes>(history: TrainingHistory<Types>, steps: number): void {
  history.losses.length = Math.min(history.losses.length, steps);
  const past = history.steps.findIndex((each) => each > steps);
  if (past >= 0) history.steps.length = history.means.length = past;
}

/** Add a frame to what there is. @returns the histories; new ones where a run begins at its first step */
export function withFrame<Types extends TrainingTypes>(
  histories: readonly TrainingHistory<Types>[],
  names: readonly TrainerName<Types>[],
  frame: TrainingFrame<Types>,
): TrainingHistory<Types>[] {
  const first = frame.reference !== null;
  return frame.trainers.flatMap(({ losses, mean, now, shown, whole }, k) => {
    // A run that goes on keeps what led to it.
    const known = first && frame.steps === 0 ? undefined : histories[k];
    // The first frame of a run is whole: without one there is nothing to add to.
    if (known === undefined && (whole === null || now === null)) return [];
    const history: TrainingHistory<Types> = known ?? {
      ...{ name: names[k] as TrainerName<Types>, losses: [], steps: [], means: [] },
      ...{ now, shown, whole: whole as WholeFrame<Types>, wholeAt: frame.steps },
    };
    if (first) cut(history, frame.steps);
    if (losses.length > 0) {
      for (const loss of losses) history.losses.push(loss);
      history.steps.push(frame.steps);
      history.means.push(mean);
    }
    if (now !== null) history.now = now;
    history.shown = shown;
    if (whole !== null) Object.assign(history, { whole, wholeAt: frame.steps });
    return [history];
  });
}

export function createTraining<Types extends TrainingTypes>(
  client: Client<Types["request"], TrainingFrame<Types>, TrainingView<Types>>,
): Training<Types> {
  const listeners = createListeners();
  let request: Types["request"] | null = null;
  let phase: Phase = { kind: "untrained" };
  let histories: readonly TrainingHistory<Types>[] = [];
  let reference: Types["reference"] | null = null;
  let steps = 0;
  let network: Network<Types> | null = null;
  /** What the page wants to see, and what the newest frame shows. */
  let wanted: Types["view"] | null = null;
  let view: Types["view"] | null = null;
  let pausing = false;
  let waiting: (() => void)[] = [];

  const isWhole = () => histories.every(({ wholeAt }) => wholeAt === steps);
  const isRunning = () => phase.kind === "running" || phase.kind === "pausing";

  function notify(): void {
    if (waiting.length > 0 && (isWhole() || !isRunning())) {
      for (const resolve of waiting) resolve();
      waiting = [];
      if (!pausing) show(false);
    }
    listeners.notify();
  }

  /** @param complete whether the next frame must be a whole one: always at rest, so that the worker may end */
  function show(complete: boolean): void {
    client.show({ own: wanted, complete });
  }

  function phaseOf(status: ClientStatus): Phase {
    if (status.phase === "refused") return { kind: "refused", message: status.message };
    if (status.phase === "unavailable" || (status.phase === "restarted" && status.gaveUp))
      return { kind: "failed", message: status.message };
    if (request === null) return { kind: "untrained" };
    if (status.phase !== "idle") return { kind: pausing ? "pausing" : "running" };
    return { kind: steps >= request.steps ? "finished" : "paused" };
  }

  client.onstatus((status) => {
    phase = phaseOf(status);
    notify();
  });
  client.onframe((frame, answered, shownFor) => {
    if (request === null || answered !== request) return;
    steps = frame.steps;
    reference = frame.reference ?? reference;
    histories = withFrame(histories, request.trainers, frame);
    view = shownFor?.own ?? null;
    const whole = frame.trainers[0]?.whole ?? null;
    // The first frame of a run that goes on has the network that is known already.
    if (whole !== null && frame.reference === null && steps > 0)
      network = {
        bytes: whole.network,
        on: { request, steps, trainer: request.trainers[0] as TrainerName<Types> },
        name: "",
      };
    phase = phaseOf(client.status);
    notify();
  });
  // A run at rest can be begun again only where it stands; one that has crashed, from where it last could.
  client.resumeFrom((of) => {
    if (of !== request || histories.length === 0 || (!isRunning() && !isWhole())) return null;
    request = { ...request, saved: histories.map(({ whole }) => whole.saved) };
    return request;
  });

  function solve(next: Types["request"], paused: boolean): void {
    request = next;
    pausing = paused;
    if (paused) client.pause();
    else client.resume();
    show(paused);
    client.solve(next);
  }

  function clear(): void {
    client.cancel();
    histories = [];
    reference = null;
    view = null;
    steps = 0;
  }

  return {
    get phase() {
      return phase;
    },
    get request() {
      return request;
    },
    get steps() {
      return steps;
    },
    get histories() {
      return histories;
    },
    get reference() {
      return reference;
    },
    get view() {
      return view;
    },
    get network() {
      return network;
    },
    start(next, paused = false) {
      clear();
      solve(next, paused);
      notify();
    },
    extend(target) {
      if (request === null || histories.length === 0 || target <= steps) return;
      client.cancel();
      solve({ ...request, steps: target, saved: histories.map(({ whole }) => whole.saved) }, false);
      notify();
    },
    pause() {
      pausing = true;
      client.pause();
      show(true);
      phase = phaseOf(client.status);
      notify();
    },
    resume() {
      pausing = false;
      client.resume();
      show(false);
      phase = phaseOf(client.status);
      notify();
    },
    step() {
      if (phase.kind === "paused") client.step();
    },
    reset() {
      request = null;
      clear();
      if (network?.on !== null) network = null;
      phase = { kind: "untrained" };
      notify();
    },
    show(next) {
      if (next === wanted) return;
      wanted = next;
      show(pausing || waiting.length > 0);
    },
    complete() {
      if (!isRunning() || isWhole()) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        show(true);
      });
    },
    adopt(bytes, name) {
      network = { bytes, on: null, name };
      notify();
    },
    subscribe: listeners.subscribe,
    dispose() {
      client.cancel();
      listeners.clear();
    },
  };
}
