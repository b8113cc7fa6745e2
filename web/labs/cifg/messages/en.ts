// Every word the frame of the lab shows, in English; each stage has its own file, loaded with the stage.
import { presetGroups, presets } from "./presets.en.ts";

export const en = {
  presetGroups,
  presets,
  stages: { label: "Stages", cell: "Cell", flow: "Gradient flow", train: "Train" },
  keys: [
    ["Tab", "go to the next handle of a picture"],
    ["Arrow keys", "move the handle; with Alt, finely"],
    [
      "C",
      "on the tape or a chart: walk along its rows or curves; C again: the next one; Enter: press there; Escape ends",
    ],
    [", and .", "one equation back or on, in the player"],
  ],
  loading: "Loading…",
  stageFailed: "This stage could not be loaded. Reload the page to try again.",
} as const;
