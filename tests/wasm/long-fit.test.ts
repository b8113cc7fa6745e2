// A fit that takes long, on the built library: its iterates come as whole frames, each with memory of its own, and the run is freed
// where it is left. The problems have kernel matrices of full rank, and a tolerance that takes any solver seconds.
import { beforeAll, describe, expect, test } from "vitest";
import type { LabSolver } from "../../web/host/lab.ts";
import { transferables } from "../../web/host/protocol.ts";
import type { Fit, Progress } from "../../web/kit/points/request.ts";
import svddModel from "../../web/labs/svdd/model.ts";
import svddSolver from "../../web/labs/svdd/solver.ts";
import svrModel from "../../web/labs/svr/model.ts";
import svrSolver from "../../web/labs/svr/solver.ts";
import { loadWatched, type Watched } from "./support/load.ts";

let watched: Watched;
beforeAll(async () => {
  watched = await loadWatched();
});

const N = 5000;
const x = Array.from({ length: 2 * N }, (_, i) => Math.sin(i * i * 0.37) * (1 + Math.cos(i)));
const hard = { preset: "own", x, d: 2, xNames: ["a", "b"], gamma: 100, tolerance: 1e-10 } as const;
const y = Array.from({ length: N }, (_, i) => Math.sin(7 * i * i));

/** The frames up to the second picture, each sent away as the worker sends it; then the run is left. */
function pictures<Request, F extends Fit>(solver: LabSolver<Request, F | Progress>, request: Request): F[] {
  const run = solver(watched.pg, request);
  const found: F[] = [];
  for (let frames = 0; found.length < 2; ++frames) {
    const { value, done } = run.next();
    if (done === true || frames > 20) throw new Error("it ended, or there are no pictures");
    const sent = structuredClone(value, { transfer: transferables(value) });
    if (sent.phase !== "progress") found.push(sent);
  }
  run.return();
  return found;
}

const known = (values: ArrayLike<number>) => Array.from(values).every(Number.isFinite);

describe("a fit that takes long", () => {
  test("of the SVR lab shows iterates that a later run stops at, too", () => {
    const request = svrModel.request({ ...svrModel.initial(), ...hard, y, C: 1e4, plot: "column" });
    const [first, second] = pictures(svrSolver, request);
    for (const { phase, solution, fitted, kktCase, curve, claims, trace, broken } of [first!, second!]) {
      expect([phase, solution.report.converged, claims, trace, broken]).toEqual(["iterate", false, [], null, null]);
      expect([fitted.length, kktCase.length, known(fitted), known(curve?.f ?? [Number.NaN])]).toEqual([
        N,
        N,
        true,
        true,
      ]);
    }
    expect(second!.solution.report.iterations).toBeGreaterThan(first!.solution.report.iterations);
    // However it is cut into calls, the run passes through the picture.
    const stopAt = first!.solution.report.iterations;
    const whole = [...svrSolver(watched.pg, { ...request, stopAt, claims: [] })].at(-1);
    if (whole?.phase !== "done") throw new Error("the run did not stop");
    expect(whole.solution).toEqual(first!.solution);
    expect(whole.fitted).toEqual(first!.fitted);
  });

  test("of the SVDD lab likewise; what is left is freed", () => {
    const request = svddModel.request({
      ...svddModel.initial(),
      ...hard,
      kernel: "rbf",
      nuShare: 0.5,
      weights: [],
      labels: [],
    });
    const both = () => pictures(svddSolver, request);
    for (const { phase, solution, kktCase, map, claims } of both()) {
      expect([phase, solution.report.converged, claims, kktCase.length]).toEqual(["iterate", false, [], N]);
      expect(known(map?.values ?? [Number.NaN])).toBe(true);
    }
    const before = watched.heapBytes();
    both();
    expect(watched.heapBytes()).toBe(before);
  });
});
