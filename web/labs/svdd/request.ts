// What the SVDD lab's solver is sent, and what it sends back.
import type {
  Projection,
  SvddCertificate,
  SvddClaim,
  SvddClaimId,
  SvddClaimOptions,
  SvddMapRequest,
  SvddProblem,
  SvddSolution,
  XScaling,
} from "../../../wasm/lib/types.ts";
import type { Answer, Broken, Fit, PointsContext, Progress } from "../../kit/points/request.ts";
import type { SvddState } from "./state.ts";

/** The window that the map has to cover, and how many samples it may have. */
export interface MapSpec {
  columnX: number;
  columnY: number;
  x: readonly [number, number];
  y: readonly [number, number];
  samples: number;
}

export interface SvddRequest {
  problem: SvddProblem;
  standardise: boolean;
  /** Stop after this many iterations (the stepper); null: solve to the end. */
  stopAt: number | null;
  /** Keep the path for the stepper. */
  trace: boolean;
  /** Squared distances over this window (user units); null: no map is drawn. */
  map: MapSpec | null;
  /** Principal directions of the points; null: none are drawn. */
  projection: 2 | 3 | null;
  claims: { id: SvddClaimId; broken: boolean | string; options: SvddClaimOptions }[];
  drawBroken: SvddState["claim"] | null;
}

export interface DistanceMap {
  /** What was sampled: the window of the request, enlarged so that a sphere can be drawn round. */
  readonly window: SvddMapRequest;
  /** (height*width) row-major from (x0, y0), solved units squared */
  readonly values: Float64Array;
}

/** The ball of a broken certificate, in solved units. */
export interface SvddBroken extends Broken, Pick<SvddCertificate, "center" | "rho" | "distance2"> {
  /** Squared distances to its centre, as the map of the answer. */
  readonly map: DistanceMap | null;
}

export interface SvddFit extends Fit {
  readonly solution: SvddSolution;
  readonly scaling: XScaling;
  readonly map: DistanceMap | null;
  readonly projection: Projection | null;
  readonly claims: readonly SvddClaim[];
  readonly broken: SvddBroken | null;
}

export type SvddFrame = Progress | SvddFit;
export type SvddAnswer = Answer<SvddRequest, SvddFit>;
export type SvddContext = PointsContext<SvddState, SvddRequest, SvddFit>;
