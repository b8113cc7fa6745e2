// What a training's frames have said along the way and its history does not keep: held-out errors at each frame, and the norms of the
// gradient at each step.
import type { Training } from "../../../../kit/training/training.ts";
import type { TrainNow, TrainTypes } from "./request.ts";

/** Of one trainer. */
export interface TrainTrack {
  /** Steps taken at each frame, and the held-out error there; from step 0 on. */
  readonly steps: number[];
  readonly errors: number[];
  /** (steps) norms of the gradient. */
  readonly before: number[];
  readonly after: number[];
}

export interface TrainRecord {
  readonly tracks: readonly TrainTrack[];
  dispose(): void;
}

/** Add what a frame says, which ends at `steps`. A run that goes on from an earlier step says the same again. */
export function withNow(track: TrainTrack, steps: number, now: TrainNow): void {
  const from = steps - now.before.length;
  track.before.length = track.after.length = Math.max(0, Math.min(track.before.length, from));
  for (let k = 0; k < now.before.length; ++k) {
    track.before[from + k] = now.before[k] as number;
    track.after[from + k] = now.after[k] as number;
  }
  const past = track.steps.findIndex((each) => each >= steps);
  if (past >= 0) track.steps.length = track.errors.length = past;
  track.steps.push(steps);
  track.errors.push(now.error);
}

export function createRecord(training: Training<TrainTypes>): TrainRecord {
  let tracks: TrainTrack[] = [];
  let known: (TrainNow | null)[] = [];

  function take(): void {
    const { histories, steps } = training;
    if (histories.length === 0) {
      tracks = [];
      known = [];
    }
    histories.forEach(({ now }, k) => {
      if (known[k] === now) return;
      known[k] = now;
      tracks[k] ??= { steps: [], errors: [], before: [], after: [] };
      withNow(tracks[k], steps, now);
    });
  }
  const unsubscribe = training.subscribe(take);
  take();
  return {
    get tracks() {
      return tracks;
    },
    dispose: unsubscribe,
  };
}
