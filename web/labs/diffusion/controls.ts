// The parameters that all stages share: the data and the schedule, in the order of the mathematics.
import type { ControlGroup } from "../../host/controls.ts";
import { stepOf } from "./fields.ts";
import { en } from "./messages/en.ts";
import type { DiffusionState } from "./model.ts";

const words = en.params;

const unlessKind =
  (...kinds: readonly DiffusionState["schedule"][]) =>
  ({ schedule }: Readonly<DiffusionState>) =>
    !kinds.includes(schedule);

export const SHARED_GROUPS: readonly ControlGroup<DiffusionState>[] = [
  {
    title: words.schedule,
    controls: [
      { field: "schedule", ...words.kind },
      { field: "T", ...words.T, also: (T, state) => ({ t: stepOf({ t: state.t, T: Number(T) }, 0) }) },
      { field: "beta1", ...words.beta1, hidden: unlessKind("linear") },
      { field: "betaT", ...words.betaT, hidden: unlessKind("linear") },
      { field: "s", ...words.s, hidden: unlessKind("cosine") },
      { field: "betaMax", ...words.betaMax, hidden: unlessKind("cosine") },
      { field: "beta", ...words.beta, hidden: unlessKind("constant") },
    ],
  },
  {
    title: words.data,
    controls: [
      { field: "dataset", ...words.dataset },
      { field: "n", ...words.n, hidden: ({ dataset }) => dataset === "own" },
      { field: "spread", ...words.spread },
      { field: "dataSeed", ...words.dataSeed, hidden: ({ dataset }) => dataset === "own" },
      { field: "seed", ...words.seed },
    ],
  },
];
