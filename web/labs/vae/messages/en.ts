// Every word the frame of the lab shows, in English; each stage has its own file, loaded with the stage.
import { presetGroups, presets } from "./presets.en.ts";

export const en = {
  presetGroups,
  presets,
  stages: { label: "Stages", bound: "Bound", train: "VAE", digits: "Digits by diffusion", compare: "Side by side" },
  keys: [
    ["Tab", "go to the next handle of a picture"],
    ["Arrow keys", "move the handle; with Alt, finely; on images, pick one"],
    [
      "C",
      "walk along the curves of a picture with the arrow keys and hear their values; C goes to the next, Escape ends it",
    ],
    ["Space, Delete, +, −", "on a pad or a mask: mark a pixel, empty it, change its ink"],
  ],
  loading: "Loading…",
  stageFailed: "This stage could not be loaded. Reload the page to try again.",
} as const;
