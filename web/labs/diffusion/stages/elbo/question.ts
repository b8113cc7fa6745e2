// What the stage asks, and what it is answered.
import type { DiffusionState } from "../../model.ts";
import { type Setting, settingOf } from "../../setting.ts";

export interface ElboQuestion extends Setting {
  readonly task: "elbo";
}

export interface ElboFrame {
  readonly task: "elbo";
}

/** null while there is nothing to ask. */
export function elboQuestion(state: DiffusionState): ElboQuestion | null {
  const setting = settingOf(state);
  return setting && { task: "elbo", ...setting };
}
