// The KKT case of each point, as the picture colours it.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import { golden, problemOf } from "./support/golden-svr.ts";
import { loadWatched } from "./support/load.ts";

const NAMES = ["below", "on_lower", "inside", "on_upper", "above"] as const;

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
});

describe("cases of a run", () => {
  // Rounding may put a point of an exact tie a hair off its edge: the file's tolerance is looser than that.
  test.each(golden.cases)("$id: as the golden file has them", (c) => {
    const run = pg.svr.start({ ...problemOf(c), tolerance: Math.max(1e-9, problemOf(c).tolerance ?? 0) });
    while (!run.advance(1000));
    expect(Array.from(run.cases(), (kase) => NAMES[kase])).toEqual(c.class_at_b_mid);
    run.delete();
  });

  test("follow the iterate: before the first step the fit is a constant", () => {
    const run = pg.svr.start({ x: [0, 1, 2], d: 1, y: [-1, 0, 1], kernel: { type: "linear" }, C: 1, epsilon: 0.25 });
    expect(run.solution().alpha.some((alpha) => alpha !== 0)).toBe(false);
    const e = run.solution().residual;
    expect(Array.from(run.cases())).toEqual(Array.from(e, (value) => (value < -0.25 ? 0 : value > 0.25 ? 4 : 2)));
    run.delete();
  });

  test("an edge is as wide as the tolerance, but never a tenth of the tube", () => {
    const at = (tolerance: number) => {
      const run = pg.svr.start({ x: [0], d: 1, y: [0], kernel: { type: "linear" }, C: 1, epsilon: 1, tolerance });
      while (!run.advance(1000));
      const cases = Array.from(run.cases());
      run.delete();
      return cases;
    };
    expect(at(1e-3)).toEqual([2]);
    expect(at(1e9)).toEqual([2]);
  });
});
