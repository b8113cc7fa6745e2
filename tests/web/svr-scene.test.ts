import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest, PENDING } from "../../web/kit/main-plot/scene.ts";
import { FOLLOW, isPinned, panned, pinned, zoomed } from "../../web/kit/main-plot/window.ts";
import { answerRows } from "../../web/kit/points/request.ts";
import { MAX_POINTS } from "../../web/kit/points/state.ts";
import { unrounded } from "../../web/kit/points/words.ts";
import { svrData } from "../../web/labs/svr/data-panel.ts";
import { addPoint, movePoint, removePoint } from "../../web/labs/svr/edits.ts";
import { solutionCsv } from "../../web/labs/svr/files.ts";
import { drawBack, layMainPlot } from "../../web/labs/svr/main-plot/draw.ts";
import { legendItems } from "../../web/labs/svr/main-plot/legend.ts";
import { sceneOf } from "../../web/labs/svr/main-plot/scene.ts";
import { windowOf } from "../../web/labs/svr/main-plot/window.ts";
import { axisNames, notes, readout, sentence } from "../../web/labs/svr/main-plot/words.ts";
import model from "../../web/labs/svr/model.ts";
import type { SvrAnswer } from "../../web/labs/svr/request.ts";
import type { SvrState } from "../../web/labs/svr/state.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { answerTo, stateOf } from "./svr-support.ts";

const line = stateOf([0, 1, 2, 3], [0, 1, 5, 3]);

describe("matching an answer to newer data", () => {
  const rowsAfter = (change: Partial<SvrState>) => answerRows(answerTo(line), { ...line, ...change });

  it("is the identity on the same data", () => {
    expect(Array.from(rowsAfter({}) ?? [])).toEqual([0, 1, 2, 3]);
  });
  it("keeps a moved point itself", () => {
    expect(Array.from(rowsAfter(movePoint(line, 1, 9, 9)) ?? [])).toEqual([0, 1, 2, 3]);
  });
  it("leaves an added point open", () => {
    expect(Array.from(rowsAfter(addPoint(line, 7, 7) ?? {}) ?? [])).toEqual([0, 1, 2, 3, -1]);
  });
  it("closes up behind a removed one", () => {
    expect(Array.from(rowsAfter(removePoint(line, 1)) ?? [])).toEqual([0, 2, 3]);
  });
  it("knows nothing of other data, even of the same size", () => {
    expect(rowsAfter({ x: [...line.x], y: [4, 4, 4, 4] })).toBeNull();
    expect(rowsAfter({ d: 2, x: [0, 0, 1, 1, 2, 2, 3, 3] })).toBeNull();
    expect(rowsAfter({ x: [], y: [] })).toBeNull();
  });
  it("never points outside the answer, whatever one edit did", () => {
    const values = fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.nat(7), fc.nat(2), (y, i, kind) => {
        const state = stateOf(y, y);
        const k = i % y.length;
        const edit = [removePoint(state, k), movePoint(state, k, 5, 5), addPoint(state, 5, 5) ?? {}][kind];
        const next = { ...state, ...edit };
        const rows = answerRows(answerTo(state), next);
        expect(rows === null).toBe(next.y.length === 0);
        const known = Array.from(rows ?? []).filter((row) => row >= 0);
        expect(new Set(known).size).toBe(known.length);
        expect(Math.max(-1, ...known)).toBeLessThan(y.length);
        expect(known.length).toBeGreaterThanOrEqual(Math.min(y.length, next.y.length));
      }),
    );
  });
});

describe("the scene", () => {
  // f = x, tube of 0.5, so the third point is 3 above and has slack 2.5.
  const answer = answerTo(line, {
    kktCase: [2, 3, 4, 1],
    alpha: [0, 5, 10, 0],
    alphaStar: [0, 0, 0, 5],
    xi: [0, 0, 2.5, 0],
  });

  it("counts and weighs points by their case", () => {
    const scene = sceneOf(line, answer);
    expect(scene.counts).toEqual([0, 1, 1, 1, 1]);
    expect(Array.from(scene.weight)).toEqual([0, 0.5, 1, 0.5]);
    expect(scene.pending).toBe(0);
  });
  it("draws slack from the point to the tube's edge, in user units", () => {
    const { whiskers } = sceneOf(line, answer);
    expect([Array.from(whiskers.x), Array.from(whiskers.from), Array.from(whiskers.to)]).toEqual([[2], [5], [2.5]]);
    const scaled: SvrAnswer = {
      ...answer,
      frame: { ...answer.frame, scaling: { ...answer.frame.scaling, yScale: 2 } },
    };
    expect(Array.from(sceneOf(line, scaled).whiskers.to)).toEqual([0]);
  });
  it("shows no fit, tube, case or slack of other data", () => {
    const scene = sceneOf({ ...line, x: [...line.x], y: [9, 9, 9, 9] }, answer);
    expect(scene.curve).toBeNull();
    expect(scene.whiskers.x).toHaveLength(0);
    expect(Array.from(scene.role)).toEqual([PENDING, PENDING, PENDING, PENDING]);
  });
  it("shows no curve of another column", () => {
    const state = stateOf([0, 0, 1, 1, 2, 2], [0, 1, 2], 2);
    expect(sceneOf(state, answerTo(state)).curve).not.toBeNull();
    expect(sceneOf({ ...state, column: 1 }, answerTo(state)).curve).toBeNull();
  });
  it("puts predictions against actual values along the diagonal", () => {
    const state = { ...line, plot: "predicted" as const };
    const scene = sceneOf(state, answerTo(state, { fitted: [0, 1, 2, 3] }));
    expect(Array.from(scene.x)).toEqual([0, 1, 2, 3]);
    expect(scene.curve?.f).toEqual(scene.curve?.x);
    expect(sceneOf(state, null).x.every(Number.isNaN)).toBe(true);
  });
  it("lifts the fit to the b on trial, in user units", () => {
    const scaled: SvrAnswer = {
      ...answer,
      frame: { ...answer.frame, scaling: { ...answer.frame.scaling, yScale: 3 } },
    };
    expect(sceneOf({ ...line, b: 2 }, scaled).lift).toBe(6);
    expect(sceneOf(line, scaled).lift).toBeNull();
  });
  it("shows the broken certificate of the open claim until it is mended or closed", () => {
    const state: SvrState = { ...line, claim: "1b", broken: ["1b", "1c1"] };
    const plain = answerTo(state);
    expect(plain.request.drawBroken).toBe("1b");
    const curve = { x: Float64Array.of(0, 3), f: Float64Array.of(7, 8) };
    const broken = { claim: "1b" as const, mistake: "sum", fitted: Float64Array.of(9, 9, 9, 9), curve };
    const known: SvrAnswer = { ...plain, frame: { ...plain.frame, broken } };
    const scene = sceneOf(state, known);
    expect(scene.broken).toEqual({ claim: "1b", mistake: "sum", name: "", curve, points: null });
    expect(legendItems(scene).map(({ text }) => text)).toContain("broken: 1b");
    expect(sentence(state, scene, known)).toMatch(/Dashed: .* 1b/);
    // The answer is still the broken one for a moment: nothing of it is shown any more.
    for (const after of [{ broken: ["1c1"] as const }, { claim: "none" as const }, { claim: "1c1" as const }]) {
      const ended = { ...state, ...after };
      expect(sceneOf(ended, known).broken).toBeNull();
      expect(legendItems(sceneOf(ended, known)).map(({ text }) => text)).not.toContain("broken: 1b");
    }
    expect(model.request({ ...state, broken: ["1c1"] }).drawBroken).toBeNull();
    // Predictions are points, and of another column there is no curve.
    const predicted = sceneOf({ ...state, plot: "predicted" }, known);
    expect(predicted.broken?.points?.x).toEqual(broken.fitted);
    expect(predicted.broken?.curve).toBeNull();
  });
  it("draws it dashed in the colour of fail, over the faded fit", () => {
    const state: SvrState = { ...line, claim: "1b", broken: ["1b"] };
    const plain = answerTo(state);
    const curve = { x: Float64Array.of(0, 3), f: Float64Array.of(1, 2) };
    const broken = { claim: "1b" as const, mistake: "sum", fitted: Float64Array.of(1, 1, 2, 2), curve };
    const drawn = (answer: SvrAnswer) => {
      const pen = new SvgPen();
      const size = { width: 400, height: 300 };
      const scene = sceneOf(state, answer);
      drawBack(pen, PLAIN, scene, layMainPlot(pen, size, PLAIN, scene, axisNames(state)));
      return pen.finish(size, "", null);
    };
    const dashes = (svg: string) =>
      svg.split("<").filter((tag) => tag.includes(PLAIN.fail) && tag.includes("dasharray"));
    expect(dashes(drawn(plain))).toHaveLength(0);
    // The curve, and its swatch in the legend.
    expect(dashes(drawn({ ...plain, frame: { ...plain.frame, broken } }))).toHaveLength(2);
  });
  it("names the mistake where the legend's row has room, and to screen readers always", () => {
    const state: SvrState = { ...line, claim: "1b", broken: ["1b"] };
    const plain = answerTo(state);
    const broken = { claim: "1b" as const, mistake: "plain", fitted: Float64Array.of(1, 1, 2, 2), curve: null };
    const known: SvrAnswer = { ...plain, frame: { ...plain.frame, broken } };
    const scene = sceneOf(state, known, null, (claim, mistake) => `${mistake} of ${claim}`);
    expect(sentence(state, scene, known)).toMatch(/of claim 1b, plain of 1b\.$/);
    const legendAt = (of: typeof scene, width: number) =>
      layMainPlot(new SvgPen(), { width, height: 300 }, PLAIN, of, axisNames(state)).legend;
    const texts = (width: number) => legendAt(scene, width).items.map(({ text }) => text);
    expect(texts(1200)).toContain("broken: 1b, plain of 1b");
    const widths = Array.from({ length: 200 }, (_, k) => 300 + 4 * k);
    expect(widths.some((width) => texts(width).includes("broken: 1b"))).toBe(true);
    // It moves nothing: every item is where it is without the name.
    const unnamed = sceneOf(state, known);
    for (const width of widths) {
      const places = (of: typeof scene) => legendAt(of, width).items.map(({ x, y }) => [x, y]);
      expect(places(scene)).toEqual(places(unnamed));
    }
  });
  it("a broken b takes the place of the one on trial", () => {
    const state: SvrState = { ...line, claim: "1c1", broken: ["1c1"], b: 2 };
    const plain = answerTo(state);
    const broken = { claim: "1c1" as const, mistake: "plain", fitted: Float64Array.of(0, 0, 0, 0), curve: null };
    expect(sceneOf(state, plain).lift).toBe(2);
    expect(sceneOf(state, { ...plain, frame: { ...plain.frame, broken } }).lift).toBeNull();
  });
  it("follows a working pair through an edit", () => {
    expect(sceneOf(line, answer, [1, 3]).pair).toEqual([1, 3]);
    expect(sceneOf({ ...line, ...removePoint(line, 1) }, answer, [1, 3]).pair).toEqual([-1, 2]);
  });
  it("finds the nearest point within reach, the last drawn among equals", () => {
    const scene = sceneOf(stateOf([0, 0, 5], [0, 0, 5]), null);
    const same = (value: number) => value;
    expect(nearest(scene, same, same, 0.5, 0, 2)).toBe(1);
    expect(nearest(scene, same, same, 2.5, 2.5, 1)).toBe(-1);
  });
});

describe("edits", () => {
  it("add at the shown column and at the means of the others", () => {
    const state = { ...stateOf([0, 10, 2, 20], [1, 2], 2), column: 0 };
    expect(addPoint(state, 7, 8)).toMatchObject({ x: [0, 10, 2, 20, 7, 15], y: [1, 2, 8], preset: "own" });
  });
  it("move x only where x is a column", () => {
    expect(movePoint(line, 1, 9, 8)).toMatchObject({ x: [0, 9, 2, 3], y: [0, 8, 5, 3] });
    expect(movePoint({ ...line, plot: "predicted" }, 1, 9, 8)).toMatchObject({ x: line.x, y: [0, 8, 5, 3] });
  });
  it("refuse what has no place", () => {
    expect(addPoint({ ...line, plot: "predicted" }, 0, 0)).toBeNull();
    const full = stateOf(Array(MAX_POINTS).fill(0), Array(MAX_POINTS).fill(0));
    expect(addPoint(full, 0, 0)).toBeNull();
  });
  it("remove a row", () => {
    expect(removePoint(line, 1)).toMatchObject({ x: [0, 2, 3], y: [0, 5, 3] });
    expect(removePoint(stateOf([1], [1]), 0)).toMatchObject({ x: [], y: [] });
  });
  it("leave a state that can be asked about, or none to ask", () => {
    for (const patch of [addPoint(line, 1, 1), movePoint(line, 0, 4, 4), removePoint(line, 2)]) {
      expect(model.inconsistency({ ...line, ...patch })).toBeNull();
    }
  });
});

describe("the window", () => {
  it("shows all data until pinned", () => {
    const { x, y } = windowOf(line);
    expect(x[0]).toBeLessThan(0);
    expect(x[1]).toBeGreaterThan(3);
    expect(y[1]).toBeGreaterThan(5);
    const held = { ...line, ...pinned({ x: [1, 2], y: [3, 4] }) };
    expect(windowOf(held)).toEqual({ x: [1, 2], y: [3, 4] });
    expect(isPinned(held)).toBe(true);
    expect(windowOf({ ...held, ...FOLLOW })).toEqual(windowOf(line));
  });
  it("has room for one point and for none", () => {
    for (const state of [stateOf([3], [7]), stateOf([], [])]) {
      const { x, y } = windowOf(state);
      expect(x[1]).toBeGreaterThan(x[0]);
      expect(y[1]).toBeGreaterThan(y[0]);
    }
  });
  it("zooms about the point under the hand and pans by its way", () => {
    const window = { x: [0, 10], y: [0, 10] } as const;
    expect(zoomed(window, 0.5, { x: 2, y: 10 })).toEqual({ x: [1, 6], y: [5, 10] });
    expect(panned(window, 1, -2)).toEqual({ x: [1, 11], y: [-2, 8] });
  });
  it("stays finite and open however often it is zoomed", () => {
    for (const factor of [0.5, 2]) {
      let window = windowOf(line);
      for (let k = 0; k < 2000; ++k) window = zoomed(window, factor, { x: 1.1, y: 1.3 });
      expect(window.x[1]).toBeGreaterThan(window.x[0]);
      expect(model.inconsistency({ ...line, ...pinned(window) })).toBeNull();
    }
  });
});

describe("words", () => {
  it("say what the picture shows", () => {
    const answer = answerTo(line, { kktCase: [2, 3, 4, 1], alpha: [0, 5, 10, 0], alphaStar: [0, 0, 0, 5] });
    const text = sentence(line, sceneOf(line, answer), answer);
    expect(text).toContain("4 points");
    expect(text).toContain("1 above the tube");
    expect(text).toContain("3 support vectors");
    expect(sentence(stateOf([], []), sceneOf(stateOf([], []), null), null)).toMatch(/no points/i);
  });
  it("read out a point in user units", () => {
    const answer = answerTo(line, { residual: [0, 0, 1.5, 0], fitted: [0, 1, 2, 3] });
    const scaled: SvrAnswer = {
      ...answer,
      frame: { ...answer.frame, scaling: { ...answer.frame.scaling, yScale: 2 } },
    };
    const rows = new Map(readout(line, sceneOf(line, scaled), scaled, 2).map((row) => [row.name, row.value]));
    expect(rows.get("e = y − f(x)")).toBe("3");
    expect(rows.get("f(x)")).toBe("2");
  });
  it("write 0 for what is rounding, here and in the table, and with one minus sign", () => {
    const state = stateOf([0, 1, 2], [0.1, -0.5, 1e-13]);
    const solved = { residual: [6.7e-16, -3.3e-12, -0.25], xi: [4.4e-16, 0, 1e-7], alpha: [2e-16, 0, 1e-6] };
    const answer = answerTo(state, solved);
    const of = (i: number) =>
      new Map(readout(state, sceneOf(state, answer), answer, i).map((row) => [row.name, row.value]));
    const cells = (k: number) => [1, 2, 3].map((column) => svrData.solvedCell(answer, column, k));
    expect(of(0).get("e = y − f(x)")).toBe("0");
    expect(of(0).get("ξ")).toBe("0");
    expect(cells(0)).toEqual(["0", "0", "0"]);
    // Small, but more than rounding.
    expect(cells(1)).toEqual(["\u22123.3×10⁻¹²", "0", "0"]);
    expect(cells(2)).toEqual(["\u22120.25", "10⁻⁶", "10⁻⁷"]);
    // Files keep every digit.
    expect(solutionCsv(state, answer)).toContain("6.7e-16");
    // Relative to the numbers that it was computed from: data may be small.
    expect(unrounded(1e-20, 1e-20, 2e-20)).toBe(1e-20);
    expect(unrounded(1e-40, 1e-20, 2e-20)).toBe(0);
  });
  it("name the axes as the data does", () => {
    expect(axisNames({ ...line, xNames: ["speed (km/h)"], yName: "way (m)" })).toEqual({
      x: "speed (km/h)",
      y: "way (m)",
    });
    expect(axisNames({ ...line, yName: "way (m)", plot: "predicted" }).x).toContain("way (m)");
  });
  it("warn of points outside and of slices", () => {
    const state = { ...line, ...pinned({ x: [0, 1], y: [0, 1] }) };
    expect(notes(state, sceneOf(state, null)).join(" ")).toContain("2 points");
    const wide = stateOf([0, 0, 1, 1], [0, 1], 2);
    expect(notes(wide, sceneOf(wide, null)).join(" ")).toContain("means");
  });
});
