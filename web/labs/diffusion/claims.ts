// What is asked of the claims of problem 4, and what is answered. Each claim's entry holds all that its result depends on, so that
// two entries that are equal have the same result.
import type { DiffusionClaim, DiffusionClaimId, DiffusionClaimOptions, ScheduleSpec } from "../../../wasm/lib/types.ts";
import { sameRequest } from "../../kit/solve-request.ts";
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

/** Places that are on show; a claim that is given none draws its own by the seed. */
export interface Places {
  readonly x0: readonly number[];
  readonly xt: readonly number[];
  readonly guess: readonly number[] | null;
}

export interface ClaimSpec {
  readonly id: DiffusionClaimId;
  readonly broken: boolean;
  readonly data: DataSpec | BridgeSpec;
  readonly schedule: ScheduleSpec;
  readonly places: Places | null;
  readonly options: Pick<DiffusionClaimOptions, "t" | "seed">;
}

export interface ClaimsRequest {
  readonly task: "claims";
  readonly claims: readonly ClaimSpec[];
}

export interface ClaimsFrame {
  readonly task: "claims";
  /** One a frame, so that what waits for the worker waits for one claim at most. */
  readonly claims: readonly DiffusionClaim[];
}

/** Claims that look at one step t; the others look at all of them. */
const OF_ONE_STEP = new Set<DiffusionClaimId>(["4a", "4b", "4c", "4d", "4r2"]);
/** Claims about one x_0 and its x_t. */
const OF_PLACES = new Set<DiffusionClaimId>(["4b", "4c", "4d"]);

export function looksAtStep(id: DiffusionClaimId): boolean {
  return OF_ONE_STEP.has(id);
}

/** Whether a claim speaks of the places that the picture shows, and not of drawn ones. */
export function placesOnShow({ stage }: Pick<DiffusionState, "stage">, id: DiffusionClaimId): boolean {
  return stage === "posterior" && OF_PLACES.has(id);
}

function placesOf(state: DiffusionState): Places {
  const { x0x, x0y, xtx, xty, guess, guessX, guessY } = state;
  return { x0: [x0x, x0y], xt: [xtx, xty], guess: guess ? [guessX, guessY] : null };
}

/** The question for these claims; without points only the bridge can be asked for. @returns null where none is left */
export function claimsRequest(state: DiffusionState, ids: readonly DiffusionClaimId[]): ClaimsRequest | null {
  const { broken, seed, bridgeT, bridgeM, bridgeSd } = state;
  const given = dataAndSchedule(state);
  const t = stepOf(state, 1);
  const claims = ids.flatMap((id): ClaimSpec[] => {
    const own = { id, broken: broken.includes(id) };
    if (id === "4bridge") {
      const data = { kind: "bridge", m: bridgeM, sd: bridgeSd } as const;
      return [{ ...own, data, schedule: withSteps(scheduleSpec(state), bridgeT), places: null, options: { seed } }];
    }
    if (given === null) return [];
    const places = placesOnShow(state, id) ? placesOf(state) : null;
    return [{ ...own, ...given, places, options: looksAtStep(id) ? { t, seed } : { seed } }];
  });
  return claims.length === 0 ? null : { task: "claims", claims };
}

/** Whether a claim's result is the same in both. */
export function sameClaim(a: ClaimsRequest, b: ClaimsRequest, id: string): boolean {
  const entry = ({ claims }: ClaimsRequest) => claims.find((claim) => claim.id === id);
  return sameRequest(entry(a), entry(b));
}
