// The names of the data sets that come with the lab. The table of the state lists them, so this file imports nothing.

/** In the order of the menu. */
export const DATA_PRESETS = [
  "faithful",
  "iris",
  "iris-strangers",
  "digits",
  "ring",
  "clusters",
  "banana",
  "doubtful",
  "cloud",
  "shell",
  "three-ball",
  "three-band",
  "three-point",
  "heavy-centre",
  "two-outside",
  "circle",
  "weighted",
  "repeated",
  "far",
  "identical",
  "one-point",
  "two-points",
  "indefinite",
] as const;
export type PresetId = (typeof DATA_PRESETS)[number];

/** The values of the state's `preset`: a data set of the lab, or "own" once the data is the user's. */
export const PRESET_IDS = [...DATA_PRESETS, "own"] as const;

export const firstPreset: PresetId = "ring";
