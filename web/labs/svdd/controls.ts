// The parameters in the order of the mathematics: the problem, the kernel, the solver.
import { type ControlGroup, mountControls } from "../../host/controls.ts";
import { en as kit } from "../../kit/messages/en.ts";
import { kernelGroup, restartPath, solverGroup } from "../../kit/points/controls.ts";
import { en } from "./messages/en.ts";
import type { SvddContext } from "./request.ts";
import { type SvddState, TABLE } from "./state.ts";

const words = en.params;

/** Another problem has another path and other multipliers. */
const newProblem = () => ({ ...restartPath(), rho: null, alpha: null, beta: null, gammaMult: null });

const GROUPS: readonly ControlGroup<SvddState>[] = [
  {
    title: kit.params.groups.problem,
    controls: [
      { field: "nuShare", ...words.nuShare, also: newProblem },
      { field: "standardise", ...words.standardise, also: newProblem },
    ],
  },
  kernelGroup(words.gamma),
  solverGroup(),
];

/** Put the form into `root`. @returns a function that removes it */
export function mountParameters(root: HTMLElement, context: SvddContext): () => void {
  return mountControls(root, { store: context.store, table: TABLE, groups: GROUPS });
}
