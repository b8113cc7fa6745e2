// One step back and the bound without a browser: the requests, the views, the layout of formulas and numbers.
import { describe, expect, test } from "vitest";
import { fromFields, toFields } from "../../web/host/url.ts";
import { keyed, readable } from "../../web/kit/interaction/drag-handles.ts";
import model from "../../web/labs/diffusion/model.ts";
import { logDomain, stepTicks } from "../../web/labs/diffusion/stages/elbo/chart.ts";
import { filesOf, numbersOf } from "../../web/labs/diffusion/stages/elbo/files.ts";
import { type BridgeFrame, elboRequest, withSteps } from "../../web/labs/diffusion/stages/elbo/request.ts";
import { curveOf } from "../../web/labs/diffusion/stages/elbo/scene.ts";
import { posteriorRequest } from "../../web/labs/diffusion/stages/posterior/request.ts";
import { closeView, stretch, wholeView } from "../../web/labs/diffusion/stages/posterior/window.ts";
import type { DiffusionState } from "../../web/labs/diffusion/state.ts";
import { formula, piecesOf } from "../../web/plot/formula.ts";
import { log } from "../../web/plot/log-scale.ts";
import { linear } from "../../web/plot/scale.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const state = (change: Partial<DiffusionState> = {}): DiffusionState => ({ ...model.initial(), ...change });

describe("one step back: request", () => {
  test("on the line only first coordinates count, and no data are needed", () => {
    const request = posteriorRequest(
      state({ dims: "1", x0x: 1, x0y: 9, xtx: 2, xty: 9, guess: true, guessX: 3 }),
      null,
    );
    expect(request).toMatchObject({ task: "posterior", x0: [1], xt: [2], guess: [3], data: null });
  });

  test("in the plane both do, and the data come along where there are any", () => {
    const request = posteriorRequest(state({ dims: "2", x0x: 1, x0y: 2 }), null);
    expect(request).toMatchObject({ x0: [1, 2], guess: null, data: { kind: "named" } });
    expect(posteriorRequest(state({ dims: "2", dataset: "own", points: [] }), null).data).toBeNull();
  });

  test("t is one of 1..T; where only the data have been looked at, one between them and the noise", () => {
    expect(posteriorRequest(state({ t: 0, T: 200 }), null).t).toBe(60);
    expect(posteriorRequest(state({ t: 0, T: 1 }), null).t).toBe(1);
    expect(posteriorRequest(state({ t: 1 }), null).t).toBe(1);
    expect(posteriorRequest(state({ t: 900, T: 40 }), null).t).toBe(40);
  });

  test("what is held is looked at, whatever else is wished", () => {
    expect(posteriorRequest(state({ closeUp: true }), [[-1, 1]]).view).toEqual([[-1, 1]]);
    expect(posteriorRequest(state({ closeUp: true }), null).view).toBe("close");
    expect(posteriorRequest(state({ t: 3 }), null).view).toEqual(posteriorRequest(state({ t: 150 }), null).view);
  });
});

describe("one step back: what is looked at", () => {
  test("both places, the tip of the arrow and 0, with room around", () => {
    const [[low, high]] = wholeView({ x0: [1], xt: [-2], guess: [-4] }) as [[number, number]];
    expect(low).toBeLessThan(-6);
    expect(high).toBeGreaterThan(1);
  });

  const answer = {
    ...{ eps: [0], priorMean: [0.5], priorVariance: 0.01, likelihoodMean: [1], likelihoodVariance: 0.04 },
    ...{ mean: [0.6], variance: 0.008, noiseForm: [0.6] },
  } as unknown as Parameters<typeof closeView>[0];

  test("the close-up has all three means, and no likelihood makes the rest invisible", () => {
    const [[low, high]] = closeView(answer) as [[number, number]];
    expect(low).toBeLessThan(0.5 - 0.3);
    expect(high).toBeGreaterThan(1);
    const [[wideLow, wideHigh]] = closeView({ ...answer, likelihoodVariance: 1e6 }) as [[number, number]];
    expect(wideHigh - wideLow).toBeLessThan(4);
  });

  test("a point mass has no stretch, and neither has what is out of view", () => {
    expect(stretch(0, 0, [-1, 1])).toBeNull();
    expect(stretch(50, 1, [-1, 1])).toBeNull();
    expect(stretch(0, 1e-6, [-1, 1])![1]).toBeCloseTo(6e-3, 10);
    expect(stretch(0, 100, [-1, 1])).toEqual([-1, 1]);
  });

  test("with a point mass for a prior the close-up is still one", () => {
    const point = {
      ...answer,
      priorVariance: 0,
      variance: 0,
      priorMean: [1],
      mean: [1],
      noiseForm: [1],
      likelihoodMean: [1],
    };
    const [[low, high]] = closeView(point as unknown as Parameters<typeof closeView>[0]) as [[number, number]];
    expect(high - low).toBeGreaterThan(0.5);
  });
});

describe("ELBO: requests", () => {
  test("weights and bridge need no data, terms and the simple loss do", () => {
    const none = { dataset: "own", points: [] } as const;
    expect(elboRequest(state({ ...none, elboView: "weights" }))).toMatchObject({ view: "weights" });
    expect(elboRequest(state({ ...none, elboView: "bridge" }))).toMatchObject({ view: "bridge" });
    expect(elboRequest(state({ ...none, elboView: "terms" }))).toBeNull();
    expect(elboRequest(state({ ...none, elboView: "printed" }))).toBeNull();
  });

  test("the bridge has a T of its own on the lab's schedule", () => {
    const request = elboRequest(state({ elboView: "bridge", bridgeT: 7, T: 300, schedule: "cosine" }));
    expect(request).toMatchObject({ T: 7, schedule: { kind: "cosine", T: 7, betaMax: 0.999 } });
    expect(withSteps({ kind: "own", betas: [0.1] }, 7)).toEqual({ kind: "own", betas: [0.1] });
  });

  test("moving t makes no other request", () => {
    for (const elboView of ["weights", "terms", "bridge", "printed"] as const)
      expect(elboRequest(state({ elboView, t: 9 }))).toEqual(elboRequest(state({ elboView, t: 99 })));
  });
});

describe("ELBO: layout", () => {
  test("a logarithmic axis takes what has a place on it", () => {
    expect(logDomain([Number.POSITIVE_INFINITY, 0.5, 2, 0, -3])).toEqual([0.25, 4]);
    expect(logDomain([Number.POSITIVE_INFINITY])).toEqual([0.1, 10]);
    expect(logDomain([1, 1e-30])[0]).toBeCloseTo(5e-10, 15);
    expect(stepTicks(2)).toMatchObject({ ticks: [1, 2] });
    expect(stepTicks(100)).toEqual({});
  });

  test("a longer curve is kept until a run has come as far", () => {
    const gap = (T: number) => ({ T, posterior: 1, forward: 1, best: 1 });
    const frame = (curve: number[], last: boolean) => ({ curve: curve.map(gap), last }) as unknown as BridgeFrame;
    const before = [1, 2, 3].map(gap);
    expect(curveOf(frame([], false), before)).toBe(before);
    expect(curveOf(frame([1, 2, 3], false), before)).not.toBe(before);
    expect(curveOf(frame([1, 2], true), before)).toHaveLength(2);
  });
});

describe("ELBO: files", () => {
  const gap = (T: number) => ({ T, posterior: 3 / T, forward: 2 / T, best: 1 / T });
  const scene = { frame: { view: "bridge" }, curve: [1, 10].map(gap) } as unknown as Parameters<typeof numbersOf>[0];

  test("hold the numbers of the picture, column by column", () => {
    expect(numbersOf(scene)).toEqual([
      ["T", [1, 10]],
      ["posterior", [3, 0.3]],
      ["forward", [2, 0.2]],
      ["best", [1, 0.1]],
    ]);
    const [file] = filesOf(scene);
    expect(file?.make()).toMatchObject({
      name: expect.stringMatching(/bridge.*\.csv$/),
      data: expect.stringContaining("10,0.3,0.2,0.1"),
    });
    expect(filesOf({ ...scene, frame: null })).toEqual([]);
  });
});

describe("formulas and numbers", () => {
  test("subscripts of one letter and of many", () => {
    expect(piecesOf("x_{t-1}")).toEqual([
      { text: "x", sub: false },
      { text: "t-1", sub: true },
    ]);
    expect(piecesOf("ε_θ*").map(({ text }) => text)).toEqual(["ε", "θ", "*"]);
    expect(piecesOf("from x_0").at(-1)).toEqual({ text: "0", sub: true });
  });

  test("Chinese words in one stand upright", () => {
    const pen = new SvgPen();
    formula(pen, "來自 x_0", 0, 0, { fill: "black" });
    const texts = [...pen.finish({ width: 100, height: 20 }, "", null).matchAll(/<text([^>]*)>([^<]*)</g)];
    expect(texts.map(([, attributes = "", text]) => [text, attributes.includes("italic")])).toEqual([
      ["來自 ", false],
      ["x", true],
      ["0", true],
    ]);
  });

  test("a dragged number has the digits of a pixel", () => {
    expect(readable(0.123456789, 8)).toBe(0.123);
    expect(readable(0.123456789, 0.01)).toBe(0.12346);
    expect(readable(123.456, 1e6)).toBe(123);
  });

  test("a key moves a handle by a hundredth of the picture, and one of whole numbers by one at least", () => {
    const frame = { x: log([1, 1000], [0, 900]), y: linear([0, 1], [500, 0]) };
    expect(keyed({ x: 1, y: 0, whole: true }, frame, [1, 0], false)[0]).toBe(2);
    expect(keyed({ x: 500, y: 0, whole: true }, frame, [1, 0], false)[0]).toBe(536);
    expect(keyed({ x: 500, y: 0, whole: true }, frame, [-1, 0], true)[0]).toBe(499);
    expect(keyed({ x: 10, y: 0.5 }, frame, [0, 1], false)).toEqual([10, expect.closeTo(0.51, 12)]);
    expect(keyed({ x: 10, y: 0.5 }, frame, [1, 0], false)[0]).toBeCloseTo(10 ** 1.03, 9);
  });

  test("what the stages remember goes into a link and comes back", () => {
    const back = { stage: "posterior", dims: "2", x0x: -1.5, xty: 3.25, guess: true, guessX: 0.25 } as const;
    const bound = { elboView: "bridge", bridgeT: 37, bridgeM: 2, bridgeSd: 0.3, elboPrinted: true } as const;
    const change: Partial<DiffusionState> = { ...back, ...bound, closeUp: true };
    const fields = toFields(model, state(change));
    expect(fields).toEqual(change);
    expect(fromFields(model, JSON.parse(JSON.stringify(fields)))).toEqual({ state: state(change) });
  });
});
