// The parameters in the order of the mathematics: the kernel, then the problem, then the solver.
import { type ControlGroup, mountControls } from "../../host/controls.ts";
import { en } from "./messages/en.ts";
import { type SvrState, TABLE } from "./model.ts";
import type { SvrContext } from "./parts.ts";

const words = en.params;

/** Kernels on which a parameter acts (api.md): elsewhere it is left out. */
const ACTS: Readonly<Record<"gamma" | "coef0" | "degree", readonly SvrState["kernel"][]>> = {
  gamma: ["rbf", "poly", "sigmoid"],
  coef0: ["poly", "sigmoid"],
  degree: ["poly"],
};

function onlyFor(parameter: keyof typeof ACTS): (state: Readonly<SvrState>) => boolean {
  return (state) => !ACTS[parameter].includes(state.kernel);
}

/** A new problem has a new path: the place on the old one means nothing on it. */
const anew = () => ({ iteration: null });

export const GROUPS: readonly ControlGroup<SvrState>[] = [
  {
    title: words.groups.problem,
    controls: [
      { field: "C", ...words.C, also: anew },
      { field: "epsilon", ...words.epsilon, also: anew },
      { field: "standardise", ...words.standardise, also: anew },
    ],
  },
  {
    title: words.groups.kernel,
    controls: [
      { field: "kernel", ...words.kernel, also: anew },
      { field: "gamma", ...words.gamma, hidden: onlyFor("gamma"), also: anew },
      { field: "coef0", ...words.coef0, hidden: onlyFor("coef0"), also: anew },
      { field: "degree", ...words.degree, hidden: onlyFor("degree"), also: anew },
    ],
  },
  { title: words.groups.solver, controls: [{ field: "tolerance", ...words.tolerance, also: anew }] },
];

/** Put the form into `root`. @returns its undoing */
export function mountParameters(root: HTMLElement, context: SvrContext): () => void {
  return mountControls(root, { store: context.store, table: TABLE, groups: GROUPS });
}
