// What the SVR lab's solver is sent, and what it sends back.
import type {
  Curve,
  Scaling,
  SvrClaim,
  SvrClaimId,
  SvrClaimOptions,
  SvrProblem,
  SvrSolution,
} from "../../../wasm/lib/types.ts";
import type { Answer, Broken, Fit, PointsContext, Progress } from "../../kit/points/request.ts";
import type { SvrState } from "./state.ts";

export interface SvrRequest {
  problem: SvrProblem;
  standardise: boolean;
  /** Stop after this many iterations (the stepper); null: solve to the end. */
  stopAt: number | null;
  /** Keep the path for the stepper. */
  trace: boolean;
  /** Sample f along this column over [from, to] (user units); null: no curve is drawn. */
  curve: { column: number; from: number; to: number; samples: number } | null;
  claims: { id: SvrClaimId; broken: boolean | string; options: SvrClaimOptions }[];
  drawBroken: SvrState["claim"] | null;
}

/** What the multipliers and the b of a broken certificate give: user units. */
export interface SvrBroken extends Broken {
  /** (n) f at the training points */
  readonly fitted: Float64Array;
  readonly curve: Curve | null;
}

export interface SvrFit extends Fit {
  readonly solution: SvrSolution;
  readonly scaling: Scaling;
  /** (n) f at the training points, user units */
  readonly fitted: Float64Array;
  /** Half width of the tube, user units of y */
  readonly tube: number;
  readonly curve: Curve | null;
  readonly claims: readonly SvrClaim[];
  readonly broken: SvrBroken | null;
}

export type SvrFrame = Progress | SvrFit;
export type SvrAnswer = Answer<SvrRequest, SvrFit>;
export type SvrContext = PointsContext<SvrState, SvrRequest, SvrFit>;
