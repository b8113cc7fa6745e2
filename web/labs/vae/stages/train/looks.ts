// Colours of the stage, by what they stand for. A digit is drawn as its character: colour alone tells nothing.
import type { Role } from "../../../../plot/palette.ts";

const CLASSES: readonly Role[] = [
  "below",
  "above",
  "tube",
  "pair",
  "upper",
  "lower",
  "fail",
  "ink",
  "accent",
  "inside",
];

/** @param label 0..9; else not known */
export const classColour = (label: number): Role => CLASSES[label] ?? "muted";
export const classText = (label: number): string => (label >= 0 && label <= 9 ? String(label) : "?");

export const LOOKS = {
  prior: { colour: "muted", dash: [4, 4] },
  shade: { colour: "tube", dash: [] },
  q: { colour: "accent", dash: [] },
  walk: { colour: "pair", dash: [6, 3] },
  place: { colour: "primal", dash: [] },
  training: { colour: "muted", dash: [5, 3] },
  heldOut: { colour: "accent", dash: [] },
} as const satisfies Record<string, { readonly colour: Role; readonly dash: readonly number[] }>;

/** How strong points are drawn that were learnt from, and that were not. */
export const STRENGTH = { training: 0.45, heldOut: 0.95 } as const;
