// The shape of a request and of its answer, as far as the kit reads them; and when two requests are the same.
import type { ClaimResult, Numbers, Report, Trace } from "../../../wasm/lib/types.ts";
import type { LabContext, LabModel } from "../../host/lab.ts";
import { mistakeOf } from "../claims/mistakes.ts";
import { matchRows } from "./rows.ts";
import type { PointsState } from "./state.ts";

/** The model of a lab of points. */
export interface PointsModel<State, Request> extends LabModel<State> {
  /** What the solver is sent for this state. */
  request(state: State): Request;
}

/** The request for these claims at once. */
export function restingRequest<State extends PointsState, Request extends RunRequest>(
  model: Pick<PointsModel<State, Request>, "claims" | "request">,
  state: State,
  ids = model.claims,
): Request {
  const claims = ids.flatMap((claim) => model.request({ ...state, claim }).claims);
  return { ...model.request(state), trace: false, claims };
}

export interface RunRequest {
  readonly problem: { readonly x: Numbers; readonly d: number; readonly maxIterations?: number };
  readonly standardise: boolean;
  /** Stop after this many iterations (the stepper); null: solve to the end. */
  readonly stopAt: number | null;
  /** Keep the path for the stepper. */
  readonly trace: boolean;
  readonly claims: readonly { readonly id: string; readonly broken: boolean | string; readonly options: object }[];
  /** The claim whose broken certificate the main plot shows (brokenClaim); null for none. */
  readonly drawBroken: string | null;
}

/** What the main plot shows of a broken certificate; a lab adds what it draws. */
export interface Broken {
  readonly claim: string;
  /** The code of the mistake that the claim is broken with. */
  readonly mistake: string;
}

/** Not yet solved: how far a run has come. */
export interface Progress {
  readonly phase: "progress";
  readonly report: Report;
}

/** A whole frame: everything that was requested; or, of a run that goes on, the iterate that it has come to, the last one included. */
export interface Fit {
  /**
   * An iterate is a picture and no answer: it has no path, no claims and no broken certificate. It is converged only where nothing
   * but these is missing.
   */
  readonly phase: "done" | "iterate";
  readonly solution: { readonly report: Report };
  /** (n) KKT case of each point, as the lab numbers them. */
  readonly kktCase: Uint8Array;
  readonly trace: Trace | null;
  readonly claims: readonly ClaimResult<string, unknown>[];
  /** null: nothing is broken, or the break leaves no certificate to draw. */
  readonly broken: Broken | null;
}

/** The newest fit with its request. */
export interface Answer<Request extends RunRequest = RunRequest, F extends Fit = Fit> {
  readonly frame: F;
  readonly request: Request;
}

/** The row of the answer that each point on screen is: (n), -1 for none; null when the answer is about other data. */
export function answerRows(answer: Answer | null, state: Pick<PointsState, "x" | "d">): Int32Array | null {
  return answer === null ? null : matchRows(answer.request.problem, state);
}

/** The claim whose broken certificate the main plot shows: the open one, if it is broken. */
export function brokenClaim<Id extends string>(state: {
  readonly claim: Id;
  readonly broken: readonly string[];
}): Id | null {
  return mistakeOf(state.broken, state.claim) === "" ? null : state.claim;
}

/** What a frame has for the main plot of the broken claim; null as soon as that claim is mended or closed. */
export function brokenOnShow<B extends Broken>(
  frame: { readonly broken: B | null },
  state: Pick<PointsState, "claim" | "broken">,
): B | null {
  return frame.broken?.claim === brokenClaim(state) ? frame.broken : null;
}

/** What the host gives a lab of points. */
export type PointsContext<
  State extends PointsState = PointsState,
  Request extends RunRequest = RunRequest,
  F extends Fit = Fit,
> = LabContext<State, Request, Progress | F>;

/** Data by identity, since the state never changes an array in place; everything else by value. */
function sameFields(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) =>
      Array.isArray(value) || ArrayBuffer.isView(value)
        ? value === right[key]
        : JSON.stringify(value) === JSON.stringify(right[key]),
    )
  );
}

/** Same problem, hence same path. */
export function sameProblem(a: RunRequest, b: RunRequest): boolean {
  return a.standardise === b.standardise && sameFields(a.problem, b.problem);
}

/** Same path, as far as the shorter one goes: where a run ends is no part of it. */
function samePath(a: RunRequest, b: RunRequest): boolean {
  const { maxIterations } = a.problem;
  return sameProblem(a, { ...b, problem: { ...b.problem, maxIterations } });
}

/** Whether a fit is further on the way than the one that is known: an iterate may be of a run that only comes there again. */
export function isFurther({ frame, request }: Answer, known: Answer | null): boolean {
  if (known === null || !samePath(request, known.request)) return true;
  return frame.solution.report.iterations > known.frame.solution.report.iterations;
}

/** Whether both are about the same solution. */
export function sameSolution(a: RunRequest, b: RunRequest): boolean {
  return a.stopAt === b.stopAt && sameProblem(a, b);
}
