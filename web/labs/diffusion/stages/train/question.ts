// What the stage asks, and what it is answered.
import type { DiffusionState } from "../../model.ts";
import { type Setting, settingOf } from "../../setting.ts";

export interface TrainQuestion extends Setting {
  readonly task: "train";
}

export interface TrainFrame {
  readonly task: "train";
}

/** null while there is nothing to ask. */
export function trainQuestion(state: DiffusionState): TrainQuestion | null {
  const setting = settingOf(state);
  return setting && { task: "train", ...setting };
}
