// Which runs are compared, and their samplers.
import type { ControlGroup } from "../../../../host/controls.ts";
import { sample as words } from "../../messages/sample.en.ts";
import type { DiffusionState } from "../../state.ts";
import { runNames } from "./request.ts";

const unless = (way: string) => (state: Readonly<DiffusionState>) =>
  !runNames(state).some((name) => name.endsWith(way));
const { params } = words;

export const controls: readonly ControlGroup<DiffusionState>[] = [
  {
    title: words.group,
    controls: [
      { field: "runA", ...params.runA },
      { field: "runB", ...params.runB },
      { field: "runC", ...params.runC },
      { field: "particles", ...params.particles },
      { field: "reverseVariance", ...params.reverseVariance, hidden: unless("ancestral") },
      // The quality curve is of DDIM, whatever is compared above.
      { field: "eta", ...params.eta },
      { field: "ddimSteps", ...params.ddimSteps, hidden: unless("ddim") },
      { field: "flowSteps", ...params.flowSteps, hidden: unless("flow") },
      { field: "trails", ...params.trails },
      { field: "trailCount", ...params.trailCount, hidden: ({ trails }) => !trails },
    ],
  },
];
