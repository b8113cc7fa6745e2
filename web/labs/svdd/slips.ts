// The handout's slips in problem 2.
import type {
  Proofground,
  SvddClaimId,
  SvddDualityPicture,
  SvddSimplifiedDualPicture,
} from "../../../wasm/lib/types.ts";
import type { Slips } from "../../host/slips/slip.ts";

const linear = { type: "linear" } as const;
/** Two ends and the middle: for this nu the ball is [-1, 1]. */
const THREE = { x: [-1, 0, 1], d: 1, nu: 0.5, kernel: linear, tolerance: 1e-12 };
const TEN = Array.from({ length: 10 }, (_, i) => i + 1);
/** A distance this close to rho counts as on the sphere. */
const BAND = 1e-9;

/** By claim. */
interface Pictures {
  "2.2": SvddDualityPicture;
  "2.4": SvddSimplifiedDualPicture;
}

/** What the picture of a claim is drawn from. */
function pictureOf<Id extends "2.2" | "2.4">(pg: Proofground, id: Id): Pictures[Id] {
  const run = pg.svdd.start(THREE);
  try {
    while (!run.advance(1000));
    return run.claim(id, false, { point: 0 }).picture as Pictures[Id];
  } finally {
    run.delete();
  }
}

/** The share of ten points that are not inside, where each has the weight 1/n. */
function notInside(pg: Proofground, n: number): number {
  const weights = TEN.map(() => 1 / n);
  const { distance2, rho } = pg.svdd.fit({ x: TEN, d: 1, weights, nu: 0.35, kernel: linear, tolerance: 1e-12 });
  return distance2.filter((each) => each >= rho * (1 - BAND)).length / TEN.length;
}

export default {
  radius: {
    claim: "2.2",
    compute: (pg) => ({ short: pictureOf(pg, "2.2").chordShortfall }),
  },
  zero: {
    claim: "2.4",
    compute(pg) {
      const { s, objective } = pictureOf(pg, "2.4");
      const at = (sum: number) => objective[s.findIndex((each) => Math.abs(each - sum) < BAND)] ?? null;
      const alpha = [0, 0, 0];
      const sum = alpha.reduce((total, each) => total + each, 0);
      return { hat: alpha.every((each) => Number.isFinite(each / sum)), end: at(1), half: at(0.5), zero: at(0) };
    },
  },
  count: {
    claim: "2.6",
    compute: (pg) => ({ printed: notInside(pg, 5), right: notInside(pg, 10) }),
  },
} as const satisfies Slips<SvddClaimId>;
