// The parameters in the order of the mathematics: the kernel, then the problem, then the solver.
import { type ControlGroup, mountControls } from "../../host/controls.ts";
import { en as kit } from "../../kit/messages/en.ts";
import { kernelGroup, restartPath, solverGroup } from "../../kit/points/controls.ts";
import { en } from "./messages/en.ts";
import type { SvrContext } from "./request.ts";
import { type SvrState, TABLE } from "./state.ts";

const words = en.params;

const GROUPS: readonly ControlGroup<SvrState>[] = [
  {
    title: kit.params.groups.problem,
    controls: [
      { field: "C", ...words.C, also: restartPath },
      { field: "epsilon", ...words.epsilon, also: restartPath },
      { field: "standardise", ...words.standardise, also: restartPath },
    ],
  },
  kernelGroup(words.gammaHint),
  solverGroup(),
];

/** Put the form into `root`. @returns a function that removes it */
export function mountParameters(root: HTMLElement, context: SvrContext): () => void {
  return mountControls(root, { store: context.store, table: TABLE, groups: GROUPS });
}
