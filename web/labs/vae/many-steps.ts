// From the one step of a VAE to many: the same data in the diffusion lab, at its slider over the number of steps.
import type { TemplateResult } from "lit";
import { labLink } from "../../kit/lab-link.ts";
import type { SharedState } from "./fields.ts";
import { manySteps as words } from "./messages/many-steps.en.ts";

/** The steps that the slider opens at: as many as a chain of the diffusion lab has at most. */
const STEPS = 1000;

/** The fields of the diffusion lab that show these data with many steps. */
export function manyStepsFields({ modes, modeSd }: Pick<SharedState, "modes" | "modeSd">) {
  return { stage: "elbo", elboView: "bridge", bridgeT: STEPS, bridgeM: modes, bridgeSd: modeSd } as const;
}

export function manyStepsLink(state: () => Pick<SharedState, "modes" | "modeSd">): {
  template(): TemplateResult;
} {
  const link = labLink();
  return { template: () => link({ lab: "diffusion", fields: manyStepsFields(state()) }, words.link) };
}
