// Requests for the claims of problem 4, and their frames.
import type { DiffusionClaim, DiffusionClaimId, DiffusionClaimOptions, ScheduleSpec } from "../../../wasm/lib/types.ts";
import { brokenBy } from "../../kit/claims/mistakes.ts";
import type { StageClaimsFrame, StageClaimsRequest } from "../../kit/stages/claims.ts";
import { type DataSpec, dataAndSchedule, scheduleSpec } from "./data-and-schedule.ts";
import { stepOf } from "./fields.ts";
import { withSteps } from "./stages/elbo/request.ts";
import type { DiffusionState } from "./state.ts";

/** Two modes at +-m with this standard deviation, on the line: what the bridge is about. */
export interface BridgeSpec {
  readonly kind: "bridge";
  readonly m: number;
  readonly sd: number;
}

/** Places that the main plot shows; a claim that is given none draws its own by the seed. */
export interface Places {
  readonly x0: readonly number[];
  readonly xt: readonly number[];
  readonly guess: readonly number[] | null;
}

export interface ClaimSpec {
  readonly id: DiffusionClaimId;
  readonly broken: boolean | string;
  readonly data: DataSpec | BridgeSpec;
  readonly schedule: ScheduleSpec;
  readonly places: Places | null;
  readonly options: Pick<DiffusionClaimOptions, "t" | "seed">;
}

export type ClaimsRequest = StageClaimsRequest<ClaimSpec>;

export type ClaimsFrame = StageClaimsFrame<DiffusionClaim>;

/** Claims about one step t; the others are about all of them. */
const AT_ONE_STEP = new Set<DiffusionClaimId>(["4a", "4b", "4c", "4d", "4r2"]);
/** Claims about one x_0 and its x_t. */
const AT_PLACES = new Set<DiffusionClaimId>(["4b", "4c", "4d"]);

export function isAtOneStep(id: DiffusionClaimId): boolean {
  return AT_ONE_STEP.has(id);
}

/** Whether a claim is checked at the places that the main plot shows, and not at drawn ones. */
export function placesOnShow({ stage }: Pick<DiffusionState, "stage">, id: DiffusionClaimId): boolean {
  return stage === "posterior" && AT_PLACES.has(id);
}

function placesOf(state: DiffusionState): Places {
  const { x0x, x0y, xtx, xty, guess, guessX, guessY } = state;
  return { x0: [x0x, x0y], xt: [xtx, xty], guess: guess ? [guessX, guessY] : null };
}

/** The request for these claims; without data points only the bridge can be checked. @returns null where none is left */
export function claimsRequest(state: DiffusionState, ids: readonly DiffusionClaimId[]): ClaimsRequest | null {
  const { broken, seed, bridgeT, bridgeM, bridgeSd } = state;
  const given = dataAndSchedule(state);
  const t = stepOf(state, 1);
  const claims = ids.flatMap((id): ClaimSpec[] => {
    const own = { id, broken: brokenBy(broken, id) };
    if (id === "4bridge") {
      const data = { kind: "bridge", m: bridgeM, sd: bridgeSd } as const;
      return [{ ...own, data, schedule: withSteps(scheduleSpec(state), bridgeT), places: null, options: { seed } }];
    }
    if (given === null) return [];
    const places = placesOnShow(state, id) ? placesOf(state) : null;
    return [{ ...own, ...given, places, options: isAtOneStep(id) ? { t, seed } : { seed } }];
  });
  return claims.length === 0 ? null : { task: "claims", claims };
}
