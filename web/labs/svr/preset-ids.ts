// The names of the data sets that come with the lab. The table of the state lists them, so this file imports nothing.

/** In the order of the menu. */
const REAL = [
  "motorcycle",
  "faithful",
  "cars",
  "co2",
  "co2-season",
  "lynx",
  "air-passengers",
  "iris",
  "digits",
] as const;
export const TEACHING = [
  "sinc",
  "outlier",
  "five-cases",
  "parabola",
  "saddle",
  "tie-wide",
  "tie-slack",
  "inside-tube",
  "duplicates",
  "one-point",
  "two-points",
  "collinear",
  "indefinite",
] as const;
export const DATA_PRESETS = [...REAL, ...TEACHING] as const;
export type RealId = (typeof REAL)[number];
export type TeachingId = (typeof TEACHING)[number];
export type PresetId = (typeof DATA_PRESETS)[number];

/** The values of the state's `preset`: a data set of the lab, or "own" once the data is the user's. */
export const PRESET_IDS = [...DATA_PRESETS, "own"] as const;

export const firstPreset: PresetId = "motorcycle";
