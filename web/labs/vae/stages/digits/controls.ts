// The parameters of the stage: what is sampled, the sampler, the training.
import type { ControlGroup } from "../../../../host/controls.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeState } from "../../state.ts";

const { params, groups } = words;
type State = Readonly<VaeState>;
const isBetweenImages = ({ digitsView, digitsEnds }: State) => digitsView === "between" && digitsEnds === "images";
const isBetween = ({ digitsView }: State) => digitsView === "between";
/** Guidance needs a class. */
const isUnguided = (state: State) =>
  state.digitsView === "guidance" ||
  isBetweenImages(state) ||
  (state.digitsView === "fill" ? state.digitsFillClass : state.digitsClass) === "none";
const isDdim = (state: State) => isBetween(state) || state.digitsMethod === "ddim";

export const controls: readonly ControlGroup<VaeState>[] = [
  {
    title: groups.sampling,
    controls: [
      {
        field: "digitsClass",
        ...params.digitsClass,
        hidden: (state) => state.digitsView === "fill" || isBetweenImages(state),
      },
      { field: "digitsFillClass", ...params.digitsFillClass, hidden: ({ digitsView }) => digitsView !== "fill" },
      {
        field: "digitsGuidance",
        ...params.digitsGuidance,
        hidden: isUnguided,
      },
      { field: "digitsCount", ...params.digitsCount, hidden: ({ digitsView }) => digitsView !== "grid" },
      { field: "digitsFills", ...params.digitsFills, hidden: ({ digitsView }) => digitsView !== "fill" },
      { field: "digitsEnds", ...params.digitsEnds, hidden: (state) => !isBetween(state) },
      { field: "digitsBetween", ...params.digitsBetween, hidden: (state) => !isBetween(state) },
      { field: "digitsSeed", ...params.digitsSeed, hidden: isBetweenImages },
    ],
  },
  {
    title: groups.sampler,
    controls: [
      { field: "digitsMethod", ...params.digitsMethod, hidden: isBetween },
      { field: "digitsVariance", ...params.digitsVariance, hidden: isDdim },
      { field: "digitsEta", ...params.digitsEta, hidden: (state) => isBetween(state) || !isDdim(state) },
      { field: "digitsSteps", ...params.digitsSteps, hidden: (state) => !isDdim(state) },
    ],
  },
  {
    title: groups.training,
    open: false,
    controls: [
      { field: "digitsBegin", ...params.digitsBegin },
      { field: "digitsTrainOn", ...params.digitsTrainOn },
      { field: "digitsTrainSteps", ...params.digitsTrainSteps },
      { field: "digitsBatch", ...params.digitsBatch },
      { field: "digitsRate", ...params.digitsRate },
    ],
  },
];
