// The training that goes on while other stages are looked at, and the network that came of it: what it has come to so far, and what can
// be done with it. One for the lab; it draws nothing.
import type { Client, ClientStatus } from "../../host/lab.ts";
import type { DataAndSchedule } from "../../labs/diffusion/data-and-schedule.ts";
import type { DiffusionFrame, DiffusionRequest } from "../../labs/diffusion/requests.ts";
import type { LossName } from "../../labs/diffusion/stages/train/fields.ts";
import type { TrainFrame, TrainQuestion } from "../../labs/diffusion/stages/train/request.ts";
import { sameRequest } from "../solve-request.ts";

/** What one trainer has come to. */
export interface Course {
  readonly loss: LossName;
  /** Of every step. */
  readonly losses: number[];
  /** Steps taken at the end of each frame, and the mean loss since the one before. */
  readonly steps: number[];
  readonly means: number[];
  /** The newest. */
  errors: Float64Array;
  meanError: number;
  network: Uint8Array;
  samples: Float64Array;
  /** The newest state to go on from, and its steps. */
  saved: Uint8Array;
  savedAt: number;
}

export type Phase =
  | { readonly kind: "untrained" | "running" | "pausing" | "paused" | "finished" }
  | { readonly kind: "refused" | "failed"; readonly message: string };

/** A network that can be sampled with. */
export interface Network {
  readonly bytes: Uint8Array;
  /** What it was trained on; null where it came from a file, which does not say. */
  readonly on: { readonly setting: DataAndSchedule; readonly steps: number; readonly loss: LossName } | null;
  /** Of its file, or "". */
  readonly name: string;
}

export interface Training {
  readonly phase: Phase;
  /** What is being trained; null before the first start. */
  readonly question: TrainQuestion | null;
  readonly steps: number;
  readonly courses: readonly Course[];
  readonly floor: NonNullable<TrainFrame["floor"]> | null;
  /** The newest network: one that has been trained at least a little, or was loaded. */
  readonly network: Network | null;
  /** Begin anew. @param paused stop at the first frame */
  start(question: TrainQuestion, paused?: boolean): void;
  /** On to this many steps, from the last saved state. */
  extend(steps: number): void;
  pause(): void;
  resume(): void;
  /** One frame. */
  step(): void;
  /** Forget everything but a network from a file. */
  reset(): void;
  /** Take a network that the solver has read. */
  adopt(bytes: Uint8Array, name: string): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

/** Whether training with `a` would be training with `b`, however long. */
export function sameTraining(a: TrainQuestion, b: TrainQuestion): boolean {
  const bare = (question: TrainQuestion) => ({ ...question, steps: 0, saved: null });
  return sameRequest(bare(a), bare(b));
}

/** Add a frame to what there is. @returns the courses; new ones where the frame is the first of a run from the start */
export function grown(courses: readonly Course[], frame: TrainFrame): Course[] {
  return frame.runs.map((run, k) => {
    const known = courses[k];
    const first = frame.floor !== null;
    // A run that goes on keeps what led to it; one that had to be begun again is cut back to where it begins.
    const kept = known && (!first || frame.steps > 0) ? known : null;
    const course: Course = kept ?? {
      ...{ loss: run.loss, losses: [], steps: [], means: [] },
      ...{ errors: run.errors, meanError: run.meanError, network: run.network },
      ...{ samples: run.samples ?? new Float64Array(), saved: run.saved ?? new Uint8Array(), savedAt: frame.steps },
    };
    if (first) {
      course.losses.length = Math.min(course.losses.length, frame.steps);
      const past = course.steps.findIndex((steps) => steps > frame.steps);
      if (past >= 0) course.steps.length = course.means.length = past;
    }
    if (run.losses.length > 0) {
      course.losses.push(...run.losses);
      course.steps.push(frame.steps);
      course.means.push(run.mean);
    }
    Object.assign(course, { errors: run.errors, meanError: run.meanError, network: run.network });
    if (run.samples !== null) course.samples = run.samples;
    if (run.saved !== null) Object.assign(course, { saved: run.saved, savedAt: frame.steps });
    return course;
  });
}

export function createTraining(client: Client<DiffusionRequest, DiffusionFrame>): Training {
  const listeners = new Set<() => void>();
  let question: TrainQuestion | null = null;
  let phase: Phase = { kind: "untrained" };
  let courses: readonly Course[] = [];
  let floor: Training["floor"] = null;
  let steps = 0;
  let network: Network | null = null;
  let pausing = false;

  const notify = () => {
    for (const listener of [...listeners]) listener();
  };

  function phaseOf(status: ClientStatus): Phase {
    if (status.phase === "refused") return { kind: "refused", message: status.message };
    if (status.phase === "unavailable" || (status.phase === "restarted" && status.gaveUp))
      return { kind: "failed", message: status.message };
    if (question === null) return { kind: "untrained" };
    if (status.phase !== "idle") return { kind: pausing ? "pausing" : "running" };
    return { kind: steps >= question.steps ? "finished" : "paused" };
  }

  client.onstatus((status) => {
    phase = phaseOf(status);
    notify();
  });
  client.onframe((frame, request) => {
    if (frame.task !== "train" || request.task !== "train" || request !== question) return;
    steps = frame.steps;
    floor = frame.floor ?? floor;
    courses = grown(courses, frame);
    const [best] = courses;
    if (best && steps > 0)
      network = { bytes: best.network, on: { setting: request, steps, loss: best.loss }, name: "" };
    phase = phaseOf(client.status);
    notify();
  });

  function ask(next: TrainQuestion, paused: boolean): void {
    question = next;
    pausing = paused;
    if (paused) client.pause();
    else client.resume();
    client.solve(next);
  }

  return {
    get phase() {
      return phase;
    },
    get question() {
      return question;
    },
    get steps() {
      return steps;
    },
    get courses() {
      return courses;
    },
    get floor() {
      return floor;
    },
    get network() {
      return network;
    },
    start(next, paused = false) {
      client.cancel();
      courses = [];
      floor = null;
      steps = 0;
      ask(next, paused);
      notify();
    },
    extend(wanted) {
      if (question === null || courses.length === 0 || wanted <= steps) return;
      client.cancel();
      ask({ ...question, steps: wanted, saved: courses.map(({ saved }) => saved) }, false);
      notify();
    },
    pause() {
      pausing = true;
      client.pause();
      phase = phaseOf(client.status);
      notify();
    },
    resume() {
      pausing = false;
      client.resume();
      phase = phaseOf(client.status);
      notify();
    },
    step() {
      if (phase.kind === "paused") client.step();
    },
    reset() {
      question = null;
      client.cancel();
      courses = [];
      floor = null;
      steps = 0;
      if (network?.on !== null) network = null;
      phase = { kind: "untrained" };
      notify();
    },
    adopt(bytes, name) {
      network = { bytes, on: null, name };
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      client.cancel();
      listeners.clear();
    },
  };
}
