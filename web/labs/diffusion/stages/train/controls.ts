// The network and its training, in the order in which they are chosen.
import type { ControlGroup } from "../../../../host/controls.ts";
import { train as words } from "../../messages/train.en.ts";
import type { DiffusionState } from "../../state.ts";

const { params, groups } = words;

export const controls: readonly ControlGroup<DiffusionState>[] = [
  {
    title: groups.training,
    controls: [
      { field: "race", ...params.race },
      { field: "loss", ...params.loss, hidden: ({ race }) => race },
      { field: "trainSteps", ...params.trainSteps },
      { field: "batch", ...params.batch },
      { field: "learningRate", ...params.learningRate },
      { field: "emaDecay", ...params.emaDecay },
      { field: "asPrinted", ...params.asPrinted },
    ],
  },
  {
    title: groups.network,
    controls: [
      { field: "width", ...params.width },
      { field: "depth", ...params.depth },
      { field: "embedding", ...params.embedding },
      { field: "frequencies", ...params.frequencies },
    ],
  },
];
