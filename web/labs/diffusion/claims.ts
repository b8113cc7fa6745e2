// What is asked of the claims of problem 4, and what is answered. Each claim's entry holds all that its result depends on, so that
// two entries that are equal have the same result.
import type { DiffusionClaim, DiffusionClaimId, DiffusionClaimOptions, ScheduleSpec } from "../../../wasm/lib/types.ts";
import { sameQuestion } from "../../kit/solve-request.ts";
import { type DataWish, scheduleSpec, settingOf } from "./data-and-schedule.ts";
import { stepOf } from "./fields.ts";
import type { DiffusionState } from "./model.ts";
import { withSteps } from "./stages/elbo/request.ts";

/** Two modes at +-m with this standard deviation, on the line: what the bridge is about. */
export interface BridgeWish {
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

export interface ClaimWish {
  readonly id: DiffusionClaimId;
  readonly broken: boolean;
  readonly data: DataWish | BridgeWish;
  readonly schedule: ScheduleSpec;
  readonly places: Places | null;
  readonly options: Pick<DiffusionClaimOptions, "t" | "seed">;
}

export interface ClaimsQuestion {
  readonly task: "claims";
  readonly claims: readonly ClaimWish[];
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
export function claimsQuestion(state: DiffusionState, ids: readonly DiffusionClaimId[]): ClaimsQuestion | null {
  const { broken, seed, bridgeT, bridgeM, bridgeSd } = state;
  const setting = settingOf(state);
  const t = stepOf(state, 1);
  const claims = ids.flatMap((id): ClaimWish[] => {
    const own = { id, broken: broken.includes(id) };
    if (id === "4bridge") {
      const data = { kind: "bridge", m: bridgeM, sd: bridgeSd } as const;
      return [{ ...own, data, schedule: withSteps(scheduleSpec(state), bridgeT), places: null, options: { seed } }];
    }
    if (setting === null) return [];
    const places = placesOnShow(state, id) ? placesOf(state) : null;
    return [{ ...own, ...setting, places, options: looksAtStep(id) ? { t, seed } : { seed } }];
  });
  return claims.length === 0 ? null : { task: "claims", claims };
}

/** Whether a claim's result is the same in both. */
export function sameMatter(a: ClaimsQuestion, b: ClaimsQuestion, id: string): boolean {
  const entry = ({ claims }: ClaimsQuestion) => claims.find((claim) => claim.id === id);
  return sameQuestion(entry(a), entry(b));
}
