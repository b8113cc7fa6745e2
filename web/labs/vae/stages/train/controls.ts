// The data, the network and its training, in the order in which they are chosen.
import type { ControlGroup } from "../../../../host/controls.ts";
import { train as words } from "../../messages/train.en.ts";
import type { VaeState } from "../../state.ts";
import { isToy, suited } from "./kind.ts";

const { params, groups } = words;

const isBernoulli = (state: Readonly<VaeState>) => !isToy(state) && state.vaeLikelihood === "bernoulli";
const few = ({ vaeLatents }: Readonly<VaeState>) => vaeLatents <= 2;

export const controls: readonly ControlGroup<VaeState>[] = [
  {
    title: groups.data,
    controls: [
      { field: "vaeData", ...params.data, also: (data, state) => suited(data as VaeState["vaeData"], state) },
      { field: "vaePoints", ...params.points, hidden: (state) => !isToy(state) },
      { field: "vaeDataSeed", ...params.dataSeed, hidden: (state) => !isToy(state) },
    ],
  },
  {
    title: groups.model,
    controls: [
      { field: "vaeBeta", ...params.beta },
      { field: "vaeLatents", ...params.latents },
      { field: "vaeAxisX", ...params.axisX, hidden: few },
      { field: "vaeAxisY", ...params.axisY, hidden: few },
      { field: "vaeLikelihood", ...params.likelihood, hidden: isToy },
      { field: "vaeNoiseVar", ...params.noiseVar, hidden: isBernoulli },
      { field: "vaeWidth", ...params.width },
      { field: "vaeDepth", ...params.depth },
    ],
  },
  {
    title: groups.training,
    controls: [
      { field: "vaeSteps", ...params.steps },
      { field: "vaeBatch", ...params.batch },
      { field: "vaeLearningRate", ...params.learningRate },
      { field: "vaeAverage", ...params.average },
      { field: "vaeSeed", ...params.seed },
    ],
  },
];
