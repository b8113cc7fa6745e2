import { geoOrthographic } from "d3-geo";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerRows } from "../../web/kit/points/request.ts";
import {
  addPoint,
  editedLabelled,
  editsWith,
  movePoint,
  removePoint,
  rowsOf,
  weighPoint,
} from "../../web/labs/svdd/edits.ts";
import { levelAt, levelsOf, lineValues } from "../../web/labs/svdd/main-plot/levels.ts";
import { sceneOf } from "../../web/labs/svdd/main-plot/scene.ts";
import { stack } from "../../web/labs/svdd/main-plot/stack.ts";
import { rotation, turned, turnedBy } from "../../web/labs/svdd/main-plot/turn.ts";
import { detailsOf, notes, readout, sentence } from "../../web/labs/svdd/main-plot/words.ts";
import type { SvddState } from "../../web/labs/svdd/state.ts";
import { layFrame } from "../../web/plot/frame.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { answerTo, stateOf } from "./svdd-support.ts";

// Around the origin: one inside, one on the unit circle, one outside at distance 2.
const SOLVED = { alpha: [0, 0.25, 0.5], kktCase: [0, 1, 2] };
const plane = stateOf([0.5, 0, 0, 1, -2, 0]);

describe("the plane", () => {
  const scene = sceneOf(plane, answerTo(plane, SOLVED));

  it("has the circle where the solver put it, and counts cases", () => {
    expect(scene.ball).toMatchObject({ x: 0, y: 0, radius: 1, lo: 1, hi: 1, trial: null, shadow: false });
    expect(scene.counts).toEqual([1, 1, 1]);
    expect(Array.from(scene.distance2)).toEqual([0.25, 1, 4]);
  });

  it("pulls where there is a multiplier, by its share of the largest", () => {
    expect(Array.from(scene.pulls.point)).toEqual([1, 2]);
    expect(Array.from(scene.pulls.share)).toEqual([0.5, 1]);
  });

  it("draws slack from the point to the circle, in user units", () => {
    const { x0, y0, x1, y1 } = scene.whiskers;
    expect([x0[0], y0[0], x1[0], y1[0]].map((value) => value! + 0)).toEqual([-2, 0, -1, 0]);
    expect(x0).toHaveLength(1);
  });

  it("makes circles round in solved units: the circle is an ellipse in user units", () => {
    const state = { ...stateOf([10, 0, 10, 8, 14, 4]), standardise: true };
    const { ball, aspect } = sceneOf(state, answerTo(state, { xMean: [12, 4], xScale: [2, 4], rho: 4 }));
    expect(ball).toMatchObject({ x: 12, y: 4, unitX: 2, unitY: 4, radius: 2 });
    expect(aspect).toBe(0.5);
  });

  it.each([
    ["equal, and far from 0", 2023, 2023],
    ["equal, and very far from 0", 1e15, 1e15],
    ["equal, and next to 0", 1e-100, 1e-100],
    ["apart by one rounding", 0.3, 0.30000000000000004],
    ["apart by less than a picture shows", 1e15, 1e15 + 1],
  ])("keeps one column's spread where those of the other are %s", (_, a, b) => {
    const spread = Math.abs(b - a) / 2 || 1;
    for (const standardise of [true, false]) {
      for (const [x, xScale, side] of [
        [[1, a, 2, b], [0.5, spread], "x"],
        [[a, 1, b, 2], [spread, 0.5], "y"],
      ] as const) {
        const state = { ...stateOf(x), standardise };
        const { window, aspect } = sceneOf(state, answerTo(state, standardise ? { xScale } : {}));
        const axes = { x: { domain: window.x }, y: { domain: window.y }, ...(aspect === null ? {} : { aspect }) };
        const frame = layFrame(new SvgPen(), { width: 900, height: 500 }, PLAIN, axes);
        expect(Math.abs(frame[side](2) - frame[side](1))).toBeGreaterThan(100);
      }
    }
  });

  it("shows a set of radii as one, and the rho on trial", () => {
    const state = { ...plane, rho: 2.25 };
    const { ball, rho } = sceneOf(state, answerTo(state, { rho: 2, interval: [1, 4] }));
    expect(ball).toMatchObject({ lo: 1, hi: 2, trial: 1.5 });
    expect(rho).toEqual([1, 2, 4]);
  });

  it("is a shadow where there are more columns, without slack", () => {
    const state = stateOf([0, 0, 0, 3, 0, 0], { d: 3 });
    const { ball, whiskers } = sceneOf(state, answerTo(state, { kktCase: [0, 2] }));
    expect(ball?.shadow).toBe(true);
    expect(whiskers.x0).toHaveLength(0);
  });

  it("has level sets but no circle for a kernel without a centre", () => {
    const state: SvddState = { ...plane, kernel: "rbf", rho: 0.5 };
    const seen = sceneOf(state, answerTo(state, { ...SOLVED, center: null }));
    expect(seen.ball).toBeNull();
    expect(seen.levels?.lines.length).toBeGreaterThan(3);
    expect(seen.trial).not.toBeNull();
    expect(sceneOf({ ...state, columnX: 1, columnY: 0 }, answerTo(state, { center: null })).levels).toBeNull();
  });

  const broken = (claim: SvddState["claim"], change: Partial<SvddState> = {}): SvddState => ({
    ...{ ...plane, claim, broken: [claim], rho: 0.5 },
    ...change,
  });

  it("has the ball of the broken certificate, which takes the place of a rho on trial, until the claim is mended", () => {
    const state = broken("2.5b");
    const solved = { ...SOLVED, broken: { claim: "2.5b", rho: 6.25 } };
    const seen = sceneOf(state, answerTo(state, solved));
    expect(seen.broken).toMatchObject({ claim: "2.5b", ball: { x: 0, y: 0, radius: 2.5 }, rings: null, moved: false });
    expect(seen.ball).toMatchObject({ radius: 1, trial: null });
    expect(sentence(state, seen, answerTo(state, solved))).toMatch(/broken certificate of claim 2\.5b/);
    for (const change of [{ broken: [] }, { claim: "none" as const }]) {
      const mended = sceneOf({ ...state, ...change }, answerTo(state, solved));
      expect(mended.broken).toBeNull();
      expect(mended.ball?.trial).toBeCloseTo(Math.SQRT1_2);
    }
  });

  it("has the moved centre in user units, and draws no springs to the old one", () => {
    const state = { ...broken("2.5a"), standardise: true };
    const solved = { xMean: [12, 4], xScale: [2, 4], broken: { claim: "2.5a", center: [0.5, 0.25], rho: 1 } };
    const seen = sceneOf(state, answerTo(state, solved));
    expect(seen.broken).toMatchObject({ moved: true, ball: { x: 13, y: 5, radius: 1 } });
  });

  it("has the level of the broken rho where the sphere is no circle, and around the moved centre", () => {
    const kernel = { kernel: "rbf" as const };
    const solved = { ...SOLVED, center: null, broken: { claim: "2.2", center: null, rho: 2.25 } };
    const seen = sceneOf(broken("2.2", kernel), answerTo(broken("2.2", kernel), solved)).broken;
    expect(seen?.ball).toBeNull();
    const reach = (rings: ReturnType<typeof levelAt> | null | undefined, axis: 0 | 1) =>
      Math.max(...(rings ?? []).flat().map((at) => at[axis]));
    expect(reach(seen?.rings, 0)).toBeCloseTo(1.5, 1);
    const moved = { ...SOLVED, center: null, broken: { claim: "2.5a", center: [0.5, 0], rho: 2.25 } };
    expect(
      reach(sceneOf(broken("2.5a", kernel), answerTo(broken("2.5a", kernel), moved)).broken?.rings, 0),
    ).toBeCloseTo(2, 1);
  });

  it("has the broken rho among the distances; a moved centre moves the points there", () => {
    const strip = { view: "strip" as const };
    const seen = sceneOf(broken("2.6", strip), answerTo(broken("2.6", strip), { broken: { claim: "2.6", rho: 6 } }));
    expect(seen.broken).toMatchObject({ moved: false, rho: 6, distance2: null, ball: null });
    expect(seen.window.x[1]).toBeGreaterThan(6);
    const at = { broken: { claim: "2.5a", center: [0, 1], rho: 1 } };
    const away = sceneOf(broken("2.5a", strip), answerTo(broken("2.5a", strip), at)).broken?.distance2;
    expect(Array.from(away ?? [])).toEqual([1.25, 0, 5]);
  });

  it("shows nothing of other data", () => {
    const seen = sceneOf({ ...plane, x: [9, 9, 8, 8, 7, 7] }, answerTo(plane, SOLVED));
    expect([seen.ball, seen.levels, seen.rho, seen.pending]).toEqual([null, null, null, 3]);
  });
});

describe("level sets", () => {
  const state = stateOf([2, 0, -2, 0, 0, 2]);
  const map = answerTo(state).frame.map!;
  const radii = (rings: readonly (readonly (readonly [number, number])[])[]) =>
    rings.flat().map(([x, y]) => Math.hypot(x, y));

  it("lie where the distance says, to a share of a sample", () => {
    const step = (map.window.x1 - map.window.x0) / (map.window.width - 1);
    for (const rho of [0.5, 1, 2]) {
      const { inner } = levelsOf(map, [rho, rho], rho);
      for (const radius of radii(inner)) expect(Math.abs(radius - Math.sqrt(rho))).toBeLessThan(step * 0.2);
      expect(radii(inner).length).toBeGreaterThan(20);
    }
  });

  it("tell both ends of a set of rho apart", () => {
    const { inner, outer } = levelsOf(map, [1, 2.25], 1.5);
    expect(Math.max(...radii(inner))).toBeLessThan(1.05);
    expect(Math.min(...radii(outer))).toBeGreaterThan(1.45);
  });

  it("go along values between the least and the most, and leave rho to itself", () => {
    expect(lineValues(0, 3, 30)).toEqual([1, 2, 4, 5, 6, 7, 8, 9]);
    expect(lineValues(0, 0, 6)).toEqual([1, 2, 3, 4, 5]);
    expect(lineValues(1, 1, 1)).toEqual([]);
    for (const radius of radii(levelAt(map, 1))) expect(radius).toBeCloseTo(1, 1);
  });
});

describe("the turning sphere", () => {
  it("turns as d3's globe does, and keeps lengths", () => {
    const angle = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(angle(180), angle(90), angle(180), angle(89), (azimuth, elevation, longitude, latitude) => {
        const turn = { azimuth, elevation };
        const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
        const point = [Math.cos(phi) * Math.sin(lambda), Math.sin(phi), Math.cos(phi) * Math.cos(lambda)] as const;
        const [x, y, front] = turned(turn, point);
        expect(Math.hypot(x, y, front)).toBeCloseTo(1, 9);
        const globe = geoOrthographic().scale(1).translate([0, 0]).rotate(rotation(turn)).clipAngle(null);
        const [px, py] = globe([longitude, latitude]) as [number, number];
        expect(px).toBeCloseTo(x, 6);
        expect(-py).toBeCloseTo(y, 6);
      }),
    );
  });

  it("goes round without end and stops at the poles", () => {
    expect(turnedBy({ azimuth: 170, elevation: 0 }, 30, 0)).toEqual({ azimuth: -160, elevation: 0 });
    expect(turnedBy({ azimuth: 0, elevation: 80 }, 0, 30)).toEqual({ azimuth: 0, elevation: 90 });
    expect(turnedBy({ azimuth: -170, elevation: -80 }, -30, -30)).toEqual({ azimuth: 160, elevation: -90 });
  });

  it("knows what is before the centre and what behind, and holds the sphere and all points however it is turned", () => {
    const state = stateOf([0, 0, 3, 0, 0, -1, 1, 0, 0], { d: 3, view: "sphere", azimuth: 0, elevation: 0 });
    const at = (turn: Partial<SvddState>) => sceneOf({ ...state, ...turn }, answerTo(state, { rho: 4 }));
    expect(Array.from(at({}).depth!)).toEqual([3, -1, 0]);
    expect(Array.from(at({ azimuth: 180 }).depth!).map((depth) => Math.round(depth) + 0)).toEqual([-3, 1, 0]);
    for (const azimuth of [0, 45, 90]) {
      const { window } = at({ azimuth });
      expect(window).toEqual(at({}).window);
      expect(window.x[1]).toBeGreaterThanOrEqual(3);
    }
  });

  it("has points but no sphere for other kernels", () => {
    const state = stateOf([0, 0, 3, 0, 0, -1], { d: 3, view: "sphere", kernel: "rbf" });
    const scene = sceneOf(state, answerTo(state, { center: null }));
    expect(scene.ball).toBeNull();
    expect(scene.depth).not.toBeNull();
  });
});

describe("the distances", () => {
  it("has every distance, equal ones stacked, and the projection beside it", () => {
    const state = stateOf([1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0], { d: 4, view: "strip" });
    const scene = sceneOf(state, answerTo(state, SOLVED));
    expect(Array.from(scene.x)).toEqual([1, 1, 9]);
    expect(Array.from(scene.y)).toEqual([0, 1, 0]);
    expect(scene.map).toMatchObject({ centre: [0.5, 0.5] });
    expect(Array.from(scene.map!.x)).toEqual([0, 2, 4]);
    expect(detailsOf(state, answerTo(state)).axes[0]).toContain("75");
  });

  it("stacks never overlap within a bin, and unknown distances have no place", () => {
    const values = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        const { y, most } = stack(Float64Array.of(...list, Number.NaN));
        expect(y.at(-1)).toBeNaN();
        const places = list.map((value, i) => `${Math.floor((value / most) * 48)} ${y[i]}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});

describe("edits", () => {
  const heavy = { ...plane, weights: [1, 2, 5], labels: ["a", "b", "c"] };

  it("keep equal weights equal, and give a new point the mean of others", () => {
    expect(addPoint(plane, 7, 8)).toMatchObject({ x: [...plane.x, 7, 8], weights: [], preset: "own" });
    expect(addPoint(heavy, 7, 8)).toMatchObject({ weights: [1, 2, 5, 8 / 3], labels: ["a", "b", "c", ""] });
    expect(removePoint(heavy, 1)).toMatchObject({ weights: [1, 5], labels: ["a", "c"], x: [0.5, 0, -2, 0] });
    expect(movePoint(heavy, 1, 3, 4)).toMatchObject({ x: [0.5, 0, 3, 4, -2, 0], weights: [1, 2, 5] });
  });

  it("weigh a point within the limits, starting from 1/n", () => {
    expect(weighPoint(plane, 0, 0.5).weights).toEqual([0.5, 1 / 3, 1 / 3]);
    expect(weighPoint(heavy, 0, 1e99).weights).toEqual([1e6, 2, 5]);
    expect(weighPoint(heavy, 0, -1).weights).toEqual([1e-6, 2, 5]);
    expect(weighPoint({ ...plane, weights: [1, 2, 2] }, 0, 2).weights).toEqual([]);
  });

  it("change nothing where points have no place, and turn a sphere instead of moving it", () => {
    const solid = stateOf([0, 0, 3, 0, 0, -1], { d: 3, view: "sphere" });
    const edits = editsWith(() => ({ x: [0, 1], y: [0, 1] }));
    expect(addPoint(solid, 1, 1)).toBeNull();
    expect(edits.fixed?.(solid)).toBe(true);
    expect(edits.turn?.(solid, 20, 0)).toMatchObject({ azimuth: -20 });
    expect(edits.turn?.(plane, 20, 0)).toBeNull();
  });

  it("a table row more keeps a label for each point", () => {
    expect(editedLabelled({ ...rowsOf(heavy), last: [1, 2, 5, 5] }, heavy).labels).toEqual(["a", "b", "c", ""]);
  });

  it("leave the answer's rows to the points they are of", () => {
    const answer = answerTo(plane, SOLVED);
    const rowsWith = (change: object) => Array.from(answerRows(answer, { ...plane, ...change }) ?? []);
    expect(rowsWith({})).toEqual([0, 1, 2]);
    expect(rowsWith(addPoint(plane, 7, 7)!)).toEqual([0, 1, 2, -1]);
    expect(rowsWith(removePoint(plane, 1))).toEqual([0, 2]);
    expect(rowsWith(weighPoint(plane, 1, 4))).toEqual([0, 1, 2]);
    expect(answerRows(answer, stateOf([1, 2, 3], { d: 3 }))).toBeNull();
  });
});

describe("words", () => {
  it("say what is seen, with the set of radii, and what a point is", () => {
    const state = { ...plane, labels: ["zero", "", ""] };
    const answer = answerTo(state, { ...SOLVED, rho: 1.5, interval: [1, 2] });
    const scene = sceneOf(state, answer);
    const text = sentence(state, scene, answer);
    expect(text).toMatch(/3 points in 2 columns.*1 inside.*2 support vectors.*from 1 to 2 is optimal/);
    expect(readout(state, scene, answer, 2).map(({ value }) => value)).toEqual(["−2", "0", "4", "0.5", "2.5"]);
    expect(sentence(stateOf([]), sceneOf(stateOf([]), null), null)).toMatch(/no points/);
  });

  it("warn of projections, of kernels and of nu in the units of weights", () => {
    const about = (change: Partial<SvddState>, x = plane.x) => {
      const state = { ...stateOf(x), ...change };
      return notes(state, sceneOf(state, null), null).join(" ");
    };
    expect(about({})).toBe("");
    expect(about({ kernel: "rbf" })).toMatch(/feature space/);
    expect(about({ d: 3 })).toMatch(/projection of a sphere/);
    expect(about({ weights: [1, 2, 5], nuShare: 0.25 })).toMatch(/2 of ΣC = 8/);
  });
});
