// The parameters of the stage, in the order of the mathematics: sizes, what is drawn, the loss.
import type { ControlGroup } from "../../../../host/controls.ts";
import { flow } from "../../messages/flow.en.ts";
import type { CifgState } from "../../state.ts";

const { groups, controls: words } = flow;

export const controls: readonly ControlGroup<CifgState>[] = [
  {
    title: groups.start,
    controls: [
      { field: "gain", ...words.gain },
      { field: "forgetBias", ...words.forgetBias },
      { field: "inputGain", ...words.inputGain },
      { field: "inputScale", ...words.inputScale },
      { field: "flowSeed", ...words.flowSeed },
    ],
  },
  {
    title: groups.cells,
    controls: [
      { field: "flowDx", ...words.flowDx },
      { field: "flowDh", ...words.flowDh },
      { field: "flowT", ...words.flowT },
    ],
  },
  { title: groups.loss, controls: [{ field: "flowLoss", ...words.flowLoss }] },
];
