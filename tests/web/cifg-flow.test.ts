// The stage "Gradient flow" of the CIFG lab: numbers beyond doubles in words, its scene, sentences, files, and its
// drawing as strokes.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { FlowAnswer, FlowOf } from "../../wasm/lib/types.ts";
import model from "../../web/labs/cifg/model.ts";
import { drawFlow } from "../../web/labs/cifg/stages/flow/draw.ts";
import { filesOf, gateColumns, stepColumns } from "../../web/labs/cifg/stages/flow/files.ts";
import { byUnit, runsOf } from "../../web/labs/cifg/stages/flow/gates.ts";
import { type Layout, layFlow, stepAt, stepBeside } from "../../web/labs/cifg/stages/flow/layout.ts";
import { powerText, tickText } from "../../web/labs/cifg/stages/flow/log-number.ts";
import { flowRequest } from "../../web/labs/cifg/stages/flow/request.ts";
import { decadesWithin, domainOf, markedAt, type Scene, sceneOf } from "../../web/labs/cifg/stages/flow/scene.ts";
import { cursorText, description, sentencesOf, verdictOf } from "../../web/labs/cifg/stages/flow/sentences.ts";
import { spokenOfFlow } from "../../web/labs/cifg/stages/flow/spoken.ts";
import { PLAIN, type Theme } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const NOTHING = Number.NEGATIVE_INFINITY;
const T = 30;
const dh = 2;

/** A cell whose sizes fall by `rate` decades a step, and whose product of f falls by `f` decades a step. */
function flowOf(rate: number, f: number, change: Partial<FlowOf> = {}): FlowOf {
  const steps = (of: (back: number) => number) => Float64Array.from({ length: T }, (_, k) => of(T - 1 - k));
  const units = (of: (t: number, j: number) => number) =>
    Float64Array.from({ length: T * dh }, (_, k) => of(Math.floor(k / dh), k % dh));
  const share = Float64Array.from({ length: dh }, () => 0);
  return {
    f: units((t, j) => (t + j) / (T + dh)),
    i: units((t, j) => 1 - (t + j) / (T + dh)),
    o: units(() => 0.5),
    c: units(() => 0.1),
    h: units(() => 0.2),
    forgetMarks: new Int32Array(T * dh),
    inputMarks: new Int32Array(T * dh),
    logDc: steps((back) => -rate * back),
    logDh: steps((back) => -rate * back - 0.5),
    logDcThroughCell: steps((back) => -f * back),
    logHorizon: steps((back) => -rate * back),
    logHorizonThroughCell: steps((back) => -f * back),
    logHorizonThroughH: steps((back) => (back === 0 ? NOTHING : -rate * back)),
    logDiagonal: units(() => -1),
    logProduct: units(() => -2),
    logDzF: units(() => -3),
    ...{ open: share, closed: share, flat: share, dead: share, parameters: 30 },
    ...change,
  };
}

function sceneWith(answer: FlowAnswer, change: Partial<ReturnType<typeof model.initial>> = {}): Scene {
  const state = { ...model.initial(), flowT: T, flowDh: dh, ...change };
  const scene = sceneOf(state, { request: flowRequest(state), frame: { task: "flow", answer } });
  if (scene === null) throw new Error("no scene");
  return scene;
}

const VANISHING: FlowAnswer = { cifg: flowOf(0.2, 2), lstm: flowOf(0.1, 1) };

describe("numbers beyond doubles", () => {
  it.each([
    [0, "1"],
    [-3, "0.001"],
    [Math.log10(0.2), "0.2"],
    [NOTHING, "0"],
    [-5185.5, "3.16×10⁻⁵¹⁸⁶"],
    [400.30103, "2×10⁴⁰⁰"],
    [399.9999, "10⁴⁰⁰"],
  ])("10 to the %s is %s", (log, text) => expect(powerText(log)).toBe(text));

  it("writes ticks as numbers near 1, as powers of ten beyond", () => {
    expect([-2, 0, 3].map(tickText)).toEqual(["0.01", "1", "1000"]);
    expect(tickText(-5000)).toBe("10⁻⁵⁰⁰⁰");
  });

  it("takes whole decades, never more than there is room for", () => {
    for (const span of [1, 3, 17, 80, 700, 9000])
      for (const most of [2, 4, 8]) {
        const domain = [-span + 0.3, 0.3] as const;
        const ticks = decadesWithin(domain, most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect(ticks.length).toBeGreaterThan(0);
        for (const tick of ticks) expect(tick >= domain[0] && tick <= domain[1] && Number.isInteger(tick)).toBe(true);
      }
  });
});

describe("the scene", () => {
  it("has its sizes from the request that was answered, and keeps the cursor within", () => {
    const state = { ...model.initial(), flowT: T, flowAt: 25 };
    const solved = {
      request: flowRequest({ ...state, flowT: 12 }),
      frame: { task: "flow", answer: VANISHING },
    } as const;
    expect(sceneOf(state, solved)).toMatchObject({ T: 12, t: 12 });
    expect(sceneOf(state, null)).toBeNull();
  });

  it("has one axis for both cells, around all that is finite", () => {
    const [low, high] = domainOf(sceneWith(VANISHING));
    expect(low).toBeLessThan(-2 * (T - 1));
    expect(high).toBeGreaterThan(0);
    const [only] = domainOf(sceneWith({ cifg: flowOf(0, 0), lstm: flowOf(0, 0) }));
    expect(only).toBeLessThanOrEqual(-1);
    const none = new Float64Array(T).fill(NOTHING);
    const dead = flowOf(0, 0, { logDc: none, logDh: none, logDcThroughCell: none });
    expect(domainOf(sceneWith({ cifg: dead, lstm: dead }))).toEqual([-1, 1]);
  });

  it("counts the marks of one step", () => {
    const marks = new Int32Array(T * dh);
    marks.set([1, 5], 2 * dh);
    expect([markedAt(marks, "open", 3, dh), markedAt(marks, "flat", 3, dh), markedAt(marks, "open", 2, dh)]).toEqual([2, 1, 0]); // biome-ignore format: one line
  });
});

describe("sentences", () => {
  it.each<[number, number, number, ReturnType<typeof verdictOf>]>([
    [-5, -0.7, -0.7, "almostAll"],
    [-1, -0.5, -0.6, "most"],
    [-0.1, -2, -0.1, "less"],
    [-0.1, -0.11, -3, "right"],
    [-0.1, -0.15, -0.5, "close"],
    [-0.1, -0.1, NOTHING, "exact"],
    [-0.1, NOTHING, -0.1, "nothing"],
    [NOTHING, NOTHING, NOTHING, "nothing"],
  ])("promised 10^%s, measured 10^%s, through h 10^%s: %s", (product, measured, throughH, verdict) =>
    expect(verdictOf(product, measured, throughH)).toBe(verdict),
  );

  it("name the step and the numbers of both cells", () => {
    const [first, second] = sentencesOf(sceneWith(VANISHING, { flowView: "memory", flowAt: 28 }));
    expect(first).toBe("CIFG-LSTM: the product of f promises at most 10⁻⁴ of c₂₈ at T. Measured are 0.398: almost all of it came through h."); // biome-ignore format: one line
    expect(second).toContain("Standard LSTM: the product of f promises at most 0.01 of c₂₈");
    const [end] = sentencesOf(sceneWith(VANISHING, { flowView: "memory", flowAt: T }));
    expect(end).toContain("∂c_T/∂c_T = I");
  });

  it("say what a float cannot hold", () => {
    const [fast, slow] = sentencesOf(sceneWith({ cifg: flowOf(2, 2), lstm: flowOf(-0.01, 2) }));
    expect(fast).toBe("CIFG-LSTM: from T back to step 1 |∂L/∂cₜ| shrinks by a factor of 10⁵⁸. In single precision it is 0 at 7 steps: there the gates f and c̃ learn nothing."); // biome-ignore format: one line
    expect(slow).toContain("is about what it is at T (the ratio is 1.9)");
    const [grows] = sentencesOf(sceneWith({ cifg: flowOf(-2, 2), lstm: flowOf(0, 0) }));
    expect(grows).toContain("grows by a factor of 10⁵⁸. In single precision it overflows at 10 steps.");
  });

  it("describe the picture to who does not see it", () => {
    expect(description(sceneWith(VANISHING))).toContain(
      "CIFG-LSTM: from step 30 back to step 1 |∂L/∂cₜ| goes from 1 to",
    );
    expect(description(sceneWith(VANISHING, { flowView: "memory" }))).toContain("the product of f is 10⁻⁵⁸");
  });
});

describe("files", () => {
  it("have every number of the picture, one row for each step, or for each step and unit", () => {
    const scene = sceneWith(VANISHING);
    const steps = stepColumns(scene);
    expect(steps.map(([name]) => name)).toContain("lstm_log10_through_h");
    expect(steps.every(([, values]) => values.length === T)).toBe(true);
    const gates = gateColumns(scene);
    expect(new Set(gates.map(([name]) => name)).size).toBe(gates.length);
    expect(gates.every(([, values]) => values.length === T * dh)).toBe(true);
    const [file] = filesOf(scene);
    const made = file?.make() as { data: string } | undefined;
    expect(made?.data.trim().split("\r\n").length).toBe(T + 1);
    expect(filesOf(null)).toEqual([]);
  });
});

describe("the drawing", () => {
  beforeAll(() => vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) }));
  afterAll(() => vi.unstubAllGlobals());
  const WIDE = { width: 1000, height: 500 };
  const PHONE = { width: 350, height: 820 };

  function drawn(scene: Scene, size = WIDE, theme: Theme = PLAIN): { layout: Layout; svg: string } {
    const pen = new SvgPen();
    const layout = layFlow(pen, size, theme, scene);
    drawFlow(pen, theme, scene, layout);
    return { layout, svg: pen.finish(size, "", null) };
  }
  const count = (svg: string, text: string) => svg.split(text).length - 1;

  it.each([WIDE, PHONE])("keeps both cells and their gates inside, beside or below each other", (size) => {
    const { blocks } = drawn(sceneWith(VANISHING), size).layout;
    for (const { left, top, frame, strips } of blocks) {
      expect(left + frame.right).toBeLessThanOrEqual(size.width);
      const last = strips.at(-1);
      expect(top + (last?.top ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(size.height);
      expect(strips[0]?.top).toBeGreaterThanOrEqual(frame.size.height);
      expect(frame.bottom - frame.top).toBeGreaterThan(70);
    }
    const [first, second] = blocks;
    if (size === WIDE) expect(second.left).toBeGreaterThan(first.left + first.frame.right);
    else expect(second.top).toBeGreaterThan(first.top + first.frame.bottom);
    expect(first.frame.left).toBe(second.frame.left);
  });

  it("finds the step under a pointer in either cell, and none outside", () => {
    const { layout } = drawn(sceneWith(VANISHING));
    for (const block of layout.blocks) {
      const { left, top, frame, strips } = block;
      expect(stepAt(layout, T, left + frame.x(7.3), top + frame.top + 5)).toBe(7);
      expect(stepAt(layout, T, left + frame.x(T), top + (strips[1]?.top ?? 0) + 2)).toBe(T);
      expect(stepAt(layout, T, left + frame.left - 30, top + frame.top + 5)).toBeNull();
      expect(stepBeside(block, T, left + frame.right + 500)).toBe(T);
      expect(stepBeside(block, T, left - 500)).toBe(1);
    }
  });

  it("writes no NaN, marks what is 0 and what no float holds", () => {
    const far = drawn(sceneWith({ cifg: flowOf(20, 30), lstm: flowOf(-20, 0) })).svg;
    expect(far).not.toMatch(/NaN|Infinity/);
    for (const text of ["0 as a float", "0 as a double", "too large for a float", "too large for a double"])
      expect(far).toContain(text);
    const near = drawn(sceneWith(VANISHING)).svg;
    expect(near).not.toContain("too large");
    expect(near).not.toContain("exactly 0");
    const memory = drawn(sceneWith(VANISHING, { flowView: "memory" })).svg;
    expect(memory).toContain("exactly 0");
    expect(memory).not.toMatch(/NaN|Infinity/);
  });

  it.each([
    ["light", PLAIN],
    ["dark", { ...PLAIN, surface: "#1c1f24", ink: "#eeeeee", accent: "#70b5ff", dark: true }],
  ] as const)("shows in the legend the colours of the heat maps, %s", (_, theme) => {
    const images: number[][] = [];
    const context = {
      createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(4 * width * height) }),
      putImageData: ({ data }: { data: Uint8ClampedArray }) => images.push([...data.subarray(0, 3)]),
    };
    const made = vi.spyOn(document, "createElement");
    made.mockReturnValue({ getContext: () => context, toDataURL: () => "" } as unknown as HTMLElement);
    const gates = { f: new Float64Array(T * dh).fill(1), i: new Float64Array(T * dh) };
    const scene = sceneWith({ cifg: flowOf(0.2, 2, gates), lstm: flowOf(0.1, 1, gates) });
    const { svg } = drawn(scene, WIDE, theme);
    made.mockRestore();
    const [near1 = [], near0 = []] = images;
    expect(near1).not.toEqual(near0);
    for (const pixel of [near0, near1]) expect(count(svg, `fill="rgb(${pixel.join(", ")})"`)).toBe(1);
  });

  it("draws dead units in their colour and saturated ones as lines through their rows", () => {
    const marks = new Int32Array(T * dh);
    const plain = drawn(sceneWith({ cifg: flowOf(0.2, 2), lstm: flowOf(0.2, 2) })).svg;
    marks.fill(8, 0, 10);
    const dead = drawn(sceneWith({ cifg: flowOf(0.2, 2, { forgetMarks: marks }), lstm: flowOf(0.2, 2) })).svg;
    expect(count(dead, `fill="${PLAIN.above}"`)).toBe(count(plain, `fill="${PLAIN.above}"`) + 1);
    const open = new Int32Array(T * dh).fill(1);
    const lines = drawn(sceneWith({ cifg: flowOf(0.2, 2, { forgetMarks: open }), lstm: flowOf(0.2, 2) })).svg;
    expect(count(lines, `stroke="${PLAIN.surface}"`)).toBeGreaterThan(count(plain, `stroke="${PLAIN.surface}"`));
  });

  it("turns the gates into rows of units, and finds runs of marks", () => {
    expect([...byUnit([1, 2, 3, 4, 5, 6], 3, 2)]).toEqual([1, 3, 5, 2, 4, 6]);
    const marks = [1, 0, 5, 0, 1, 1];
    expect(runsOf(marks, 3, 2, 5, 1)).toEqual([
      { unit: 0, from: 1, to: 1 },
      { unit: 0, from: 3, to: 3 },
      { unit: 1, from: 3, to: 3 },
    ]);
    expect(runsOf(marks, 3, 2, 1, 1)).toEqual([
      { unit: 0, from: 1, to: 3 },
      { unit: 1, from: 3, to: 3 },
    ]);
  });
});

describe("what is said besides", () => {
  const spoken = (scene: Scene) =>
    spokenOfFlow(
      () => scene,
      () => null,
      () => null,
    );

  it("names extremes, their steps, and what is lost as a float", () => {
    const logDc = VANISHING.cifg.logDc.map((value, k) => (k === 0 ? NOTHING : value));
    const told = spoken(sceneWith({ ...VANISHING, cifg: flowOf(0.2, 2, { logDc }) })).told();
    expect(told).toContain("largest at t = 30, 1, and smallest at t = 1, 0.");
    expect(told).toContain("as a float it is 0 at 1 step and too large at 0.");
    expect(told).not.toContain("Standard LSTM: as a float");
  });

  it("counts the marks of all steps and units", () => {
    const forgetMarks = Int32Array.from({ length: T * dh }, (_, k) => (k < T / 2 ? 1 : 2));
    expect(spoken(sceneWith({ ...VANISHING, cifg: flowOf(0.2, 2, { forgetMarks }) })).told()).toContain(
      "25 % are above 0.99, 75 % below 0.01",
    );
  });

  it("walks along every line of both cells, from the cursor on", () => {
    const curves = spoken(sceneWith(VANISHING, { flowAt: 4 })).curves?.() ?? [];
    expect(curves).toHaveLength(6);
    expect([curves[0]?.length, curves[0]?.start, curves[0]?.at(T - 1)]).toEqual([T, 3, "t = 30: 1"]);
  });

  it("has what both cells measure in the value of the cursor", () => {
    expect(cursorText(sceneWith(VANISHING, { flowAt: T }))).toBe(
      "t = 30 of 30. CIFG-LSTM: |∂L/∂c| 1. Standard LSTM: |∂L/∂c| 1.",
    );
  });
});
