// The handout's slip in problem 3.
import type { CifgClaimId } from "../../../wasm/lib/types.ts";
import type { Slips } from "../../host/slips/slip.ts";

export default {
  leftOut: { claim: "3b", mistake: "no-recurrent" },
} as const satisfies Slips<CifgClaimId>;
