// From the chain of one step to the lab of what it is, a VAE: the same data and the same step.
import type { LabFields } from "../../../../kit/lab-link.ts";
import type { DiffusionState } from "../../state.ts";

/** What the other lab can show of its step and its data; a test compares them with its table. */
export const RANGES = { modes: [0, 4], modeSd: [0.02, 2], alphaBar: [1e-6, 0.999] } as const;

/** null where that lab cannot show it: its ranges are narrower. @param alphaBar of the one step */
export function vaeFields(
  { bridgeM: modes, bridgeSd: modeSd }: Pick<DiffusionState, "bridgeM" | "bridgeSd">,
  alphaBar: number,
): LabFields | null {
  const fields = { modes, modeSd, alphaBar };
  const inside = Object.entries(RANGES).every(([name, [low, high]]) => {
    const value = fields[name as keyof typeof RANGES];
    return value >= low && value <= high;
  });
  return inside ? { lab: "vae", fields: { stage: "bound", claim: "4v4", ...fields } } : null;
}
