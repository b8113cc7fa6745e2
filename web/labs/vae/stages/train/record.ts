// What a training's frames have said along the way and its history does not keep: the bound at each.
import type { VaeProgress } from "../../../../../wasm/lib/types.ts";
import type { Training } from "../../../../kit/training/training.ts";
import type { TrainTypes } from "./request.ts";

/** Steps taken at each frame, from 0 on, and the mean ELBO there. */
export interface Track {
  readonly steps: number[];
  /** By draws. */
  readonly training: number[];
  readonly heldOut: number[];
}

export interface TrainRecord {
  readonly track: Track;
  dispose(): void;
}

export const emptyTrack = (): Track => ({ steps: [], training: [], heldOut: [] });

/** Add what a frame says, which ends at `steps`. A run that goes on from an earlier step says the same again. */
export function withNow(track: Track, steps: number, { training, heldOut }: VaeProgress): void {
  const past = track.steps.findIndex((each) => each >= steps);
  if (past >= 0) track.steps.length = track.training.length = track.heldOut.length = past;
  track.steps.push(steps);
  track.training.push(training.sampled.elbo);
  track.heldOut.push(heldOut.sampled.elbo);
}

export function createRecord(training: Training<TrainTypes>): TrainRecord {
  let track = emptyTrack();
  let known: VaeProgress | null = null;

  function take(): void {
    const [history] = training.histories;
    const now = history?.now ?? null;
    if (now === null) track = emptyTrack();
    if (now === known) return;
    known = now;
    if (history !== undefined && now !== null) withNow(track, training.steps, now);
  }
  const unsubscribe = training.subscribe(take);
  take();
  return {
    get track() {
      return track;
    },
    dispose: unsubscribe,
  };
}
