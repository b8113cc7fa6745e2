// What kind of data the stage learns: images, or points of the plane; and what suits each.
import type { VaeState } from "../../state.ts";

export const isToy = ({ vaeData }: Pick<VaeState, "vaeData">): boolean => vaeData !== "digits" && vaeData !== "own";

/** What other data bring along: a narrow decoder for points of the plane, and images in grey. */
export function suited(vaeData: VaeState["vaeData"], state: Readonly<VaeState>): Partial<VaeState> {
  const toy = isToy({ vaeData });
  if (toy === isToy(state)) return {};
  return toy ? { vaeNoiseVar: 0.01, vaeDepth: 2 } : { vaeNoiseVar: 0.05, vaeDepth: 1 };
}
