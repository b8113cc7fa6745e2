// What the stage asks, and what it is answered.
import type { DiffusionState } from "../../model.ts";
import { type Setting, settingOf } from "../../setting.ts";

export interface PosteriorQuestion extends Setting {
  readonly task: "posterior";
}

export interface PosteriorFrame {
  readonly task: "posterior";
}

/** null while there is nothing to ask. */
export function posteriorQuestion(state: DiffusionState): PosteriorQuestion | null {
  const setting = settingOf(state);
  return setting && { task: "posterior", ...setting };
}
