// What the stage asks, and what it is answered.
import type { DiffusionState } from "../../model.ts";
import { type Setting, settingOf } from "../../setting.ts";

export interface ForwardQuestion extends Setting {
  readonly task: "forward";
}

export interface ForwardFrame {
  readonly task: "forward";
}

/** null while there is nothing to ask. */
export function forwardQuestion(state: DiffusionState): ForwardQuestion | null {
  const setting = settingOf(state);
  return setting && { task: "forward", ...setting };
}
