// How many images, and how the two generators make them.
import type { ControlGroup } from "../../../../host/controls.ts";
import { compare as words } from "../../messages/compare.en.ts";
import type { VaeState } from "../../state.ts";

const { params, groups } = words;

export const controls: readonly ControlGroup<VaeState>[] = [
  {
    title: groups.images,
    controls: [
      { field: "compareCount", ...params.compareCount },
      { field: "compareSeed", ...params.compareSeed },
    ],
  },
  {
    title: groups.diffusion,
    controls: [
      { field: "compareGuidance", ...params.compareGuidance },
      { field: "compareSteps", ...params.compareSteps },
    ],
  },
  {
    title: groups.vae,
    controls: [
      { field: "compareLatents", ...params.compareLatents },
      { field: "compareTrainSteps", ...params.compareTrainSteps },
    ],
  },
];
