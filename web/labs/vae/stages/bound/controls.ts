// The sizes of the model, its noise, and the draws beside the exact numbers. What both sizes have of every list stays.
import type { ControlGroup, ControlSpec } from "../../../../host/controls.ts";
import { bound } from "../../messages/bound.en.ts";
import { resized } from "../../problem.ts";
import type { VaeState } from "../../state.ts";

const words = bound.controls;

function size(field: "dx" | "dz"): ControlSpec<VaeState> {
  return {
    field,
    ...words[field],
    also: (value, state) => {
      const to = { ...state, [field]: value as number };
      return resized(state, to.dx, to.dz);
    },
  };
}

export const controls: readonly ControlGroup<VaeState>[] = [
  { title: words.model, controls: [size("dx"), size("dz"), { field: "noiseVar", ...words.noiseVar }] },
  {
    title: words.draws,
    controls: [
      { field: "boundDraws", ...words.boundDraws },
      { field: "seed", ...words.seed },
    ],
  },
];
