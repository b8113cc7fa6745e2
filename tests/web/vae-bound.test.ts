// The stage Bound and the balance sheet without a browser: bars, texts, handles, what is seen, and the links of the bridge.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VaeBoundPicture } from "../../wasm/lib/types.ts";
import { fromFields } from "../../web/host/url.ts";
import { amountText } from "../../web/kit/balance-sheet/balance-sheet.ts";
import { barsOf } from "../../web/kit/balance-sheet/bars.ts";
import type { Entry, SheetRow } from "../../web/kit/balance-sheet/sheet.ts";
import diffusion from "../../web/labs/diffusion/model.ts";
import { type NelboParts, rowsOf } from "../../web/labs/diffusion/stages/elbo/sheet.ts";
import { RANGES, vaeFields } from "../../web/labs/diffusion/stages/elbo/to-vae.ts";
import { MAX_NUMBER, SHARED } from "../../web/labs/vae/fields.ts";
import { manyStepsFields } from "../../web/labs/vae/many-steps.ts";
import vae from "../../web/labs/vae/model.ts";
import { fits, problemOf } from "../../web/labs/vae/problem.ts";
import { controls } from "../../web/labs/vae/stages/bound/controls.ts";
import { bestQ, dataHandles, latentHandles, movedTo } from "../../web/labs/vae/stages/bound/handles.ts";
import { type BoundFrame, boundRequest, shownOf } from "../../web/labs/vae/stages/bound/request.ts";
import { type Scene, sceneOf } from "../../web/labs/vae/stages/bound/scene.ts";
import { notesOf } from "../../web/labs/vae/stages/bound/sheet.ts";
import type { VaeState } from "../../web/labs/vae/state.ts";

const state = vae.initial();
const numbers = (...values: number[]) => Float64Array.from(values);

/** An answer of the shape of the library's, in which only what the page reads matters. */
function frameOf(changes: Partial<BoundFrame> = {}): BoundFrame {
  const drawn = { value: -1, error: 0.1 };
  const terms = { elbo: -3, expectedLogLik: -2, kl: 1, logPx: -2.5, gap: 0.5 };
  const exact = {
    ...{ ...terms, posteriorMean: numbers(0.3, 0.7), posteriorCov: numbers(0.2, 0.05, 0.05, 0.3) },
    ...{ bestDiagVar: numbers(0.19, 0.28), bestDiagElbo: -2.6 },
  };
  const outline = (x: number, y: number, sd: number) => ({ mean: numbers(x, y), radii: numbers(sd, 0, 0, sd) });
  const picture: VaeBoundPicture = {
    ...{ prior: outline(0, 0, 1), q: outline(5, 0.9, 0.5), best: outline(0.3, 0.7, 0.4) },
    ...{ posterior: outline(0.3, -4, 0.4), marginal: outline(0, 0, 2), decoder: outline(1, 9, 0.5) },
    ...{ lattice: numbers(), latent: null, data: null },
  };
  return {
    ...{ task: "bound", exact, best: { ...exact, gap: 0.01 }, picture, oneStepGap: null },
    sampled: { expectedLogLik: drawn, kl: drawn, elbo: drawn, logPx: drawn, gap: drawn, effective: 100 },
    ...changes,
  };
}

function sceneWith(fields: Partial<VaeState>, frame: BoundFrame | null = frameOf()): Scene {
  const now = { ...state, ...fields };
  const request = boundRequest(now);
  return sceneOf(now, frame === null || request === null ? null : { frame, request }, null);
}

const finite = fc.double({ min: -50, max: 50, noNaN: true });
const entry = fc.oneof(
  fc.record({ value: finite, error: fc.double({ min: 0, max: 3, noNaN: true }) }),
  fc.constant<Entry>({ missing: "none" }),
);
const rows = fc.array(
  fc.record({
    kind: fc.constantFrom<SheetRow["kind"]>("plus", "minus", "sum"),
    ...{ exact: entry, sampled: entry },
    ...{ id: fc.constant("row"), name: fc.constant("row"), role: fc.constant<SheetRow["role"]>("dual") },
  }),
  { minLength: 1, maxLength: 7 },
);

describe("balance sheet", () => {
  test("a part begins where the one above it ends, a sum at 0, all within the width", () => {
    fc.assert(
      fc.property(rows, (sheet) => {
        const { bars, zero, ticks } = barsOf(sheet);
        for (const column of ["exact", "sampled"] as const) {
          const other = column === "exact" ? "sampled" : "exact";
          // "other": where the other column's number ends, which this one continues from.
          let end: number | "other" | null = zero;
          sheet.forEach((row, k) => {
            const bar = bars[k]?.[column] ?? null;
            const from: typeof end = row.kind === "sum" ? zero : end;
            const there = "value" in row[column] && from !== null;
            expect(bar !== null).toBe(there);
            if (bar !== null) {
              if (typeof from === "number") expect(bar.from).toBeCloseTo(from, 9);
              const shares = [bar.from, bar.to, bar.low ?? 0, bar.high ?? 1];
              expect(shares.filter((share) => share < -1e-9 || share > 1 + 1e-9)).toEqual([]);
            }
            end = bar?.to ?? (from !== null && "value" in row[other] ? "other" : null);
          });
        }
        expect(ticks.filter(({ at }) => at < 0 || at > 1)).toEqual([]);
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  test("parts of a right sum end where its sum ends", () => {
    const row = (kind: SheetRow["kind"], value: number): SheetRow => ({
      ...{ id: "row", name: "row", kind, role: "dual", exact: { value }, sampled: { missing: "none" } },
    });
    const { bars, zero } = barsOf([
      row("plus", -2),
      row("minus", 1),
      row("sum", -3),
      row("plus", 0.5),
      row("sum", -2.5),
    ]);
    const to = bars.map(({ exact }) => exact?.to ?? Number.NaN);
    expect(to[1]).toBeCloseTo(to[2] as number, 12);
    expect(to[3]).toBeCloseTo(to[4] as number, 12);
    // What is taken away of something below 0 goes further down.
    expect(to[1]).toBeLessThan(to[0] as number);
    expect(zero).toBeGreaterThan(to[3] as number);
  });

  test("what one column has not, it continues from the other's", () => {
    const drawn = { value: 2, error: 0.1 };
    const { bars } = barsOf([
      { id: "a", name: "a", kind: "plus", role: "dual", exact: { value: 1 }, sampled: { missing: "closed form" } },
      { id: "b", name: "b", kind: "plus", role: "dual", exact: { missing: "none" }, sampled: drawn },
    ]);
    expect(bars[0]?.sampled).toBeNull();
    expect(bars[1]?.sampled?.from).toBeCloseTo(bars[0]?.exact?.to ?? Number.NaN, 12);
  });

  test("a number has as many places as its error has with two digits", () => {
    expect(amountText({ value: -2.95321 })).toBe("−2.9532");
    expect(amountText({ value: -0.00001 })).toBe("0.0000");
    expect(amountText({ value: -2.95321, error: 0.0573 })).toBe("−2.953 ± 0.057");
    expect(amountText({ value: 1234.5, error: 31 })).toBe("1235 ± 31");
    expect(amountText({ value: Number.NEGATIVE_INFINITY })).toBe("−∞");
    expect(amountText({ value: Number.NaN })).toBe("—");
  });
});

describe("the diffusion's sheet", () => {
  const parts: NelboParts = {
    ...{ by: "draws", prior: 0.1, reconstruction: [1, 0.01], steps: [2, 0.02], total: [3.1, 0.03] },
    ...{ gap: [0.6, 0.04], entropy: [2.5, 0.02] },
  };

  test("says what is exact, what is drawn and what there is not", () => {
    const drawn = rowsOf(parts);
    expect(drawn.map(({ id }) => id)).toEqual(["prior", "steps", "reconstruction", "nelbo", "gap", "entropy"]);
    for (const { id, exact, sampled } of drawn) {
      expect("value" in exact, id).toBe(id === "prior");
      expect("value" in sampled, id).toBe(id !== "prior");
    }
    for (const { exact, sampled } of rowsOf({ ...parts, by: "quadrature" })) {
      expect("value" in exact).toBe(true);
      expect("missing" in sampled).toBe(true);
    }
  });

  test("a chain of one step has no steps to draw", () => {
    const steps = rowsOf({ ...parts, steps: [0, 0] }).find(({ id }) => id === "steps");
    expect(steps?.exact).toEqual({ value: 0 });
    expect(steps?.sampled).toHaveProperty("missing");
  });

  test("points have no gap", () => {
    const none = rowsOf({ ...parts, gap: [Number.NaN, Number.NaN], entropy: [Number.NEGATIVE_INFINITY, 0] });
    expect(none.find(({ id }) => id === "gap")?.sampled).toEqual({ missing: "—" });
  });
});

describe("handles", () => {
  test("stand where the state says, and dragging one there and back changes nothing", () => {
    for (const dz of [1, 2]) {
      const own = dz === 1 ? { dz, D: [1.2, 0.5], qMean: [0.4], qVar: [0.25] } : {};
      const scene = sceneWith(own, dz === 1 ? null : frameOf());
      for (const { id, x, y } of [...latentHandles(scene), ...dataHandles(scene)]) {
        const change = movedTo(scene, id, x, y);
        for (const [name, value] of Object.entries(change)) {
          const before = scene.state[name as keyof VaeState] as readonly number[];
          (value as readonly number[]).forEach((each, k) => {
            expect(each, `${id} ${name}`).toBeCloseTo(before[k] as number, 3);
          });
        }
      }
    }
  });

  test("a variance stays in its range, from either side of the mean", () => {
    const scene = sceneWith({});
    const [m1 = 0, m2 = 0] = scene.state.qMean;
    expect(movedTo(scene, "sd1", m1, m2).qVar).toEqual([SHARED.qVar.min, 0.35]);
    expect(movedTo(scene, "sd2", m1, m2 + 1000).qVar).toEqual([0.2, SHARED.qVar.max]);
    // Its handle is two standard deviations away.
    expect(movedTo(scene, "sd1", m1 - 1, m2).qVar).toEqual([0.25, 0.35]);
    expect(movedTo(scene, "mean", 99, -99).qMean).toEqual([MAX_NUMBER, -MAX_NUMBER]);
  });

  test("of three coordinates of x the drawn two move", () => {
    const scene = sceneWith({ dx: 3, D: [1, 0, 0, 1, 1, 1], b: [0, 0, 0], x: [1, 2, 3], boundPlane: "13" });
    expect(dataHandles(scene)[0]).toMatchObject({ x: 1, y: 3 });
    expect(movedTo(scene, "x", 5, 6).x).toEqual([5, 2, 6]);
    expect(shownOf({ dx: 2, boundPlane: "23" })).toEqual([0, 1]);
  });

  test("best q is the posterior's mean with the best variances, in what can be typed", () => {
    expect(bestQ(sceneWith({}))).toEqual({ qMean: [0.3, 0.7], qVar: [0.19, 0.28] });
    const far = frameOf();
    const exact = { ...far.exact, posteriorMean: numbers(400, 0), bestDiagVar: numbers(1e-9, 1) };
    expect(bestQ(sceneWith({}, { ...far, exact }))).toEqual({ qMean: [MAX_NUMBER, 0], qVar: [SHARED.qVar.min, 1] });
  });
});

describe("scene", () => {
  test("all Gaussians, q and x are in sight", () => {
    const { windows } = sceneWith({ x: [1, -30] });
    const [z1, z2, x1, x2] = [...windows.latent, ...windows.data];
    expect(z1[1]).toBeGreaterThan(5 + 2 * 0.5);
    expect(z2[0]).toBeLessThan(-4 - 2 * 0.4);
    expect(x1[0]).toBeLessThan(-4);
    expect(x2[0]).toBeLessThan(-30);
    expect(x2[1]).toBeGreaterThan(9);
  });

  test("an answer of other sizes is not drawn, and frozen axes stay", () => {
    const request = boundRequest(state);
    if (request === null) throw new Error("the first state has a request");
    const answer = { frame: frameOf(), request };
    expect(sceneOf({ ...state, dx: 1 }, answer, null).frame).toBeNull();
    const { windows } = sceneWith({});
    expect(sceneOf({ ...state, x: [19, 19] }, answer, windows).windows).toBe(windows);
  });

  test("what is said of the gap follows the tilt and q", () => {
    const frame = frameOf();
    const gaps = (gap: number, least: number) =>
      notesOf({ ...frame, exact: { ...frame.exact, gap }, best: { ...frame.best, gap: least } }, 256).join(" ");
    expect(gaps(0.5, 0.01)).toContain("tilted");
    expect(gaps(0.01, 0.01)).toContain("This is the best q");
    expect(gaps(0.5, 0)).toContain("no tilt, so q can be equal");
    expect(gaps(0, 0)).toContain("This q is the posterior");
    expect(notesOf({ ...frame, sampled: { ...frame.sampled, effective: 1.5 } }, 256).join(" ")).toContain("too small");
  });

  test("other sizes keep what fits, and stay consistent", () => {
    const [model] = controls;
    for (const field of ["dx", "dz"] as const)
      for (const value of [1, 2]) {
        const change = model?.controls.find((each) => each.field === field)?.also?.(value, state);
        const next = { ...state, ...change, [field]: value };
        expect(fits(next), `${field} ${value}`).toBe(true);
        expect(vae.inconsistency(next)).toBeNull();
        expect(boundRequest(next)?.model).toMatchObject({ D: problemOf(next).D });
      }
    expect(boundRequest({ ...state, x: [1] })).toBeNull();
  });
});

describe("the bridge", () => {
  test("links are states of the other lab, at the ends of every range as well", () => {
    for (const modes of [SHARED.modes.min, 1, SHARED.modes.max])
      for (const modeSd of [SHARED.modeSd.min, 0.2, SHARED.modeSd.max]) {
        const found = fromFields(diffusion, manyStepsFields({ modes, modeSd }));
        expect(found).toMatchObject({ state: { bridgeM: modes, bridgeSd: modeSd, stage: "elbo", elboView: "bridge" } });
      }
    for (const end of [0, 1] as const) {
      const [bridgeM, bridgeSd, alphaBar] = [RANGES.modes[end], RANGES.modeSd[end], RANGES.alphaBar[end]];
      const to = vaeFields({ bridgeM, bridgeSd }, alphaBar);
      expect(fromFields(vae, to?.fields)).toMatchObject({
        state: { modes: bridgeM, modeSd: bridgeSd, alphaBar, claim: "4v4", stage: "bound" },
      });
    }
  });

  test("what the other lab cannot show has no link, and its ranges are the other lab's", () => {
    expect(RANGES).toEqual({
      modes: [SHARED.modes.min, SHARED.modes.max],
      modeSd: [SHARED.modeSd.min, SHARED.modeSd.max],
      alphaBar: [SHARED.alphaBar.min, SHARED.alphaBar.max],
    });
    expect(vaeFields({ bridgeM: RANGES.modes[1] + 0.5, bridgeSd: 0.2 }, 0.001)).toBeNull();
    expect(vaeFields({ bridgeM: 1, bridgeSd: 0.2 }, 0.9999)).toBeNull();
    expect(vaeFields({ bridgeM: 1, bridgeSd: 0.2 }, Number.NaN)).toBeNull();
  });
});
