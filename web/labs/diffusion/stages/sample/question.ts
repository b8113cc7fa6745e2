// What the stage asks, and what it is answered.
import type { DiffusionState } from "../../model.ts";
import { type Setting, settingOf } from "../../setting.ts";

export interface SampleQuestion extends Setting {
  readonly task: "sample";
}

export interface SampleFrame {
  readonly task: "sample";
}

/** null while there is nothing to ask. */
export function sampleQuestion(state: DiffusionState): SampleQuestion | null {
  const setting = settingOf(state);
  return setting && { task: "sample", ...setting };
}
