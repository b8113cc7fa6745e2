// How a fit is advanced and judged in the worker: some iterations a call, a report after some calls, a picture of the iterate after
// some more; and a picture before claims that take long.
import type { Report } from "../../../wasm/lib/types.ts";
import type { Fit, Progress, RunRequest } from "./request.ts";

/**
 * Work is counted in iterations times points, and never by a clock: the same request gives the same frames everywhere. One
 * call into WebAssembly is a few milliseconds of it (V8 replaces a function by its optimised form between calls only);
 * one frame is a few tenths of a second at most, and all of a fit of a few hundred points.
 */
const WORK_PER_CALL = 400_000;
const WORK_PER_FRAME = 50_000_000;
const LEAST_PER_CALL = 16;
/** An iteration that is kept for the stepper has its primal objective computed, and costs as much as so many others. */
const TRACED = 100;

/**
 * The first picture comes after about half a second of work. Another one comes when the work has doubled; later, after each
 * second or so of work.
 */
const FIRST_PICTURE = 2 * WORK_PER_FRAME;
const MOST_BETWEEN = 4 * WORK_PER_FRAME;

/** Where n times n and the iterations come to this, claims may take longer than is to be waited for without a picture. */
const LONG_CLAIMS = 2_000_000;

/** What an iterate leaves out: all that judges it, or that is known at the end only. */
export const NOTHING_JUDGED = { trace: null, claims: [], broken: null } as const;

interface Run {
  advance(iterations: number): boolean;
  report(): Report;
}

/** The whole frame of a run's iterate. */
export interface Picture<F extends Fit> {
  /**
   * Kernel values that it needs, times columns. At least as much work as that lies between two pictures: an iteration costs more
   * for each point than a term does, so most of the time goes into solving.
   */
  readonly terms: number;
  make(): F;
}

/**
 * Advance a run of n points to its end, or for `stopAt` iterations; yields reports and pictures while it is not there yet.
 * @param traced how many iterations are kept for the stepper
 */
export function* advance<F extends Fit>(
  run: Run,
  n: number,
  stopAt: number | null,
  traced: number,
  picture: Picture<F>,
): Generator<Progress | F, void, unknown> {
  const most = stopAt ?? Number.POSITIVE_INFINITY;
  let finished = false;
  let [spent, work, framed, pictured] = [0, 0, 0, 0];
  let between = Math.max(picture.terms, FIRST_PICTURE);
  while (!finished && spent < most) {
    if (work >= framed + WORK_PER_FRAME) {
      framed = work;
      if (work < pictured + between) yield { phase: "progress", report: run.report() };
      else {
        pictured = work;
        between = Math.max(picture.terms, Math.min(work, MOST_BETWEEN));
        yield picture.make();
      }
    }
    const each = spent < traced ? TRACED * n : n;
    const iterations = Math.min(Math.max(LEAST_PER_CALL, Math.ceil(WORK_PER_CALL / each)), most - spent);
    finished = run.advance(iterations);
    spent += iterations;
    work += iterations * each;
  }
}

/**
 * The claims of a fit that is at its end, one after the other. Where they may take long the picture comes before them, and a
 * report between two, so that a newer request or a stop need not wait for all.
 * @param claims what judges each
 */
export function* judge<F extends Fit, Claim>(
  run: Pick<Run, "report">,
  n: number,
  claims: readonly (() => Claim)[],
  { make }: Pick<Picture<F>, "make">,
): Generator<Progress | F, Claim[], unknown> {
  const long = n * (n + run.report().iterations) >= LONG_CLAIMS;
  const results: Claim[] = [];
  for (const claim of claims) {
    if (long) yield results.length === 0 ? make() : { phase: "progress", report: run.report() };
    results.push(claim());
  }
  return results;
}

/** The broken certificate that a request wants drawn, from the results of its claims. */
export function certificateToDraw<
  Claim extends { readonly id: string; readonly mistake: string; readonly certificate: unknown },
>(
  { drawBroken }: RunRequest,
  claims: readonly Claim[],
): { claim: Claim["id"]; mistake: string; certificate: NonNullable<Claim["certificate"]> } | null {
  const found = claims.find(({ id }) => id === drawBroken);
  return found?.certificate ? { claim: found.id, mistake: found.mistake, certificate: found.certificate } : null;
}
