// What a lab gives for its tour: at most six steps, each done by the user and noticed by the page. A step waits, whatever else is done.
import type { Judged } from "../lab.ts";

export interface Answer<Request = unknown, Frame = unknown> {
  readonly request: Request;
  readonly frame: Frame;
}

/** What the page knows at one moment. */
export interface Seen<State = object, Claim extends Judged = Judged> {
  readonly state: Readonly<State>;
  /** Results of claims that are about what is on screen. */
  readonly results: ReadonlyMap<string, Claim>;
  /** The newest answer of each of the lab's solvers, the newest one first; those from before the tour are not known. */
  readonly answers: readonly Answer[];
}

export interface Step<State = object, Claim extends Judged = Judged> {
  /** One instruction. */
  readonly say: string;
  /** Selectors of what is used for it, best first: the first that is on screen is outlined. */
  readonly at: readonly string[];
  /** The claim whose verdict the step waits for, where it waits for one. */
  readonly claim?: string;
  /**
   * @param before what was known when the step began
   * @returns one sentence about what came of it; null while it is not done
   */
  came(now: Seen<State, Claim>, before: Seen<State, Claim>): string | null;
}

export type Tour<State = object, Claim extends Judged = Judged> = readonly Step<State, Claim>[];

/** Most steps of a tour. */
export const MOST_STEPS = 6;

/** Checks that the steps fit the lab, then forgets its types: all tours are taken alike. */
export function tour<State extends object, Claim extends Judged>(steps: Tour<State, Claim>): Tour {
  return steps as unknown as Tour;
}
