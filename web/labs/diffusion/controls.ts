// The parameters that all stages share: the data and the schedule, in the order of the mathematics.
import type { ControlGroup } from "../../host/controls.ts";
import type { ReadText } from "../../host/text-control.ts";
import { KNOTS, stepOf } from "./fields.ts";
import { en } from "./messages/en.ts";
import type { DiffusionState } from "./state.ts";

const words = en.params;

/** What the state needs besides, where a schedule is first chosen to be drawn: a line from small to large steps. */
const FIRST_KNOTS: readonly number[] = Array.from({ length: KNOTS }, (_, k) => -4 + (k * 2.5) / (KNOTS - 1));

/** Letters are written in capitals. */
function letters(text: string): ReturnType<ReadText> {
  const value = text.toUpperCase();
  return /^[A-Z]{1,4}$/.test(value) ? { value } : { refusal: words.text.refused };
}

const unlessKind =
  (...kinds: readonly DiffusionState["schedule"][]) =>
  ({ schedule }: Readonly<DiffusionState>) =>
    !kinds.includes(schedule);

export const SHARED_GROUPS: readonly ControlGroup<DiffusionState>[] = [
  {
    title: words.schedule,
    controls: [
      {
        field: "schedule",
        ...words.kind,
        also: (kind, { knots }) => (kind === "drawn" && knots.length !== KNOTS ? { knots: FIRST_KNOTS } : {}),
      },
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
      // The starting state of the same name describes it.
      { field: "dataset", ...words.dataset, also: (id) => ({ preset: id as DiffusionState["dataset"] }) },
      { field: "text", ...words.text, read: letters, hidden: ({ dataset }) => dataset !== "letters" },
      { field: "n", ...words.n, hidden: ({ dataset }) => dataset === "own" },
      { field: "spread", ...words.spread },
      { field: "dataSeed", ...words.dataSeed, hidden: ({ dataset }) => dataset === "own" },
      { field: "seed", ...words.seed },
    ],
  },
];
