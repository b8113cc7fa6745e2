// The groups of the parameter form that labs of points share: the kernel and the solver.
import type { ControlGroup, ControlSpec } from "../../host/controls.ts";
import { en } from "../messages/en.ts";
import { NEW_PATH, type PointsState } from "./state.ts";

const words = en.params;

/** Kernels on which a parameter acts (kernel.ts): elsewhere it is left out. */
const ACTS: Readonly<Record<"gamma" | "coef0" | "degree", readonly PointsState["kernel"][]>> = {
  gamma: ["rbf", "poly", "sigmoid"],
  coef0: ["poly", "sigmoid"],
  degree: ["poly"],
};

function onlyFor(parameter: keyof typeof ACTS): (state: Readonly<PointsState>) => boolean {
  return (state) => !ACTS[parameter].includes(state.kernel);
}

export const restartPath = () => NEW_PATH;

/** @param gamma what a larger gamma does, a sentence */
export function kernelGroup<State extends PointsState>(gamma: string): ControlGroup<State> {
  const controls: ControlSpec<PointsState>[] = [
    { field: "kernel", ...words.kernel, also: restartPath },
    { field: "gamma", ...words.gamma, hint: gamma, hidden: onlyFor("gamma"), also: restartPath },
    { field: "coef0", ...words.coef0, hidden: onlyFor("coef0"), also: restartPath },
    { field: "degree", ...words.degree, hidden: onlyFor("degree"), also: restartPath },
  ];
  return { title: words.groups.kernel, controls: controls as ControlSpec<State>[] };
}

export function solverGroup<State extends PointsState>(): ControlGroup<State> {
  const controls: ControlSpec<PointsState>[] = [{ field: "tolerance", ...words.tolerance, also: restartPath }];
  return { title: words.groups.solver, controls: controls as ControlSpec<State>[] };
}
