// The handout's slips in problem 1.
import type { SvrClaimId } from "../../../wasm/lib/types.ts";
import type { Slips } from "../../host/slips/slip.ts";

const linear = { type: "linear" } as const;

export default {
  isIn: {
    claim: "1c1",
    compute(pg) {
      const tie = { x: [-1, 1, -1, 1], d: 1, y: [0, 0, 1, 1], kernel: linear, C: 1, epsilon: 0.2, tolerance: 1e-12 };
      const [lo, hi] = pg.svr.fit(tie).bInterval;
      return { lo, hi, length: hi - lo };
    },
  },
  denoteW: {
    claim: "1c1",
    compute(pg) {
      const x = [0, 1, 2, 3];
      const problem = { x, d: 1, y: x, kernel: linear, C: 1, epsilon: 0.1, tolerance: 1e-12 };
      const { w, primal } = pg.svr.fit(problem);
      // With x = 0 everywhere all w are alike, and the best b is left.
      const named = pg.svr.fit({ ...problem, x: x.map(() => 0) }).primal;
      return { named, w: w?.[0] ?? null, least: primal };
    },
  },
  rows: { claim: "1c2", mistake: "plain" },
} as const satisfies Slips<SvrClaimId>;
