// How a fit is advanced in the worker: some iterations a call, a report after some calls.
import type { Report } from "../../../wasm/lib/types.ts";
import type { Progress } from "./request.ts";

/**
 * Work is counted in iterations times points, never by a clock: the same request gives the same frames everywhere. One
 * call into WebAssembly is about a millisecond of it (V8 replaces a function by its optimised form between calls only);
 * one frame is under a tenth of a second, and all of a fit of a few hundred points.
 */
const WORK_PER_CALL = 400_000;
const WORK_PER_FRAME = 50_000_000;
const LEAST_PER_CALL = 16;

interface Run {
  advance(iterations: number): boolean;
  report(): Report;
}

/** Advance a run of n points to its end, or for `stopAt` iterations; yields progress reports. */
export function* advance(run: Run, n: number, stopAt: number | null): Generator<Progress, void, unknown> {
  const perCall = Math.max(LEAST_PER_CALL, Math.ceil(WORK_PER_CALL / n));
  const perFrame = Math.max(LEAST_PER_CALL, Math.ceil(WORK_PER_FRAME / n));
  const most = stopAt ?? Number.POSITIVE_INFINITY;
  let finished = false;
  for (let spent = 0, inFrame = 0; !finished && spent < most; ) {
    if (inFrame >= perFrame) {
      yield { phase: "progress", report: run.report() };
      inFrame = 0;
    }
    const iterations = Math.min(perCall, most - spent);
    finished = run.advance(iterations);
    spent += iterations;
    inFrame += iterations;
  }
}
