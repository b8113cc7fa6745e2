// Keys, requests and the player: the page side of the SVR lab without a page.
import { describe, expect, it, vi } from "vitest";
import { createStore } from "../../web/host/store.ts";
import { Controller } from "../../web/kit/interaction/controller.ts";
import { neighbour, onKey } from "../../web/kit/interaction/keyboard.ts";
import { isPinned } from "../../web/kit/main-plot/window.ts";
import { drawObjectives, layObjectives, objectiveDomain, thinned } from "../../web/kit/points/objectives.ts";
import { Selection } from "../../web/kit/points/selection.ts";
import { keepPointsSolved } from "../../web/kit/points/solve-request.ts";
import { edits } from "../../web/labs/svr/edits.ts";
import { sceneOf } from "../../web/labs/svr/main-plot/scene.ts";
import { windowOf } from "../../web/labs/svr/main-plot/window.ts";
import { announcePoint } from "../../web/labs/svr/main-plot/words.ts";
import model from "../../web/labs/svr/model.ts";
import { CLAIMS, type SvrState, TABLE } from "../../web/labs/svr/state.ts";
import { layFrame } from "../../web/plot/frame.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { SvgPen } from "../../web/plot/svg.ts";
import { PatientClient, stateOf } from "./svr-support.ts";

function controllerOn(state = stateOf([2, 0, 1], [5, 0, 9])) {
  const store = createStore(state);
  const said: string[] = [];
  const scene = () => sceneOf(store.state, null);
  const frame = () => controllerFrame(store.state);
  const say = (text: string) => void said.push(text);
  const announce = (i: number) => announcePoint(store.state, scene(), i);
  const selection = new Selection(store, edits.pick);
  const controller = new Controller({
    store,
    edits,
    selection,
    scene,
    frame,
    announce,
    say,
    notify: say,
    moved: () => {},
  });
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    onKey(controller, scene(), {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...more,
    } as KeyboardEvent);
  return { store, controller, press, said };
}

const controllerFrame = (state: SvrState) => {
  const { x, y } = windowOf(state);
  return layFrame(new SvgPen(), { width: 400, height: 300 }, PLAIN, { x: { domain: x }, y: { domain: y } });
};

describe("keys", () => {
  it("walk through the points in the order of x, and of y", () => {
    const scene = sceneOf(stateOf([2, 0, 1], [5, 0, 9]), null);
    expect(neighbour(scene, -1, "x", 1)).toBe(1);
    expect(neighbour(scene, 1, "x", 1)).toBe(2);
    expect(neighbour(scene, 0, "x", 1)).toBe(0);
    expect(neighbour(scene, 0, "y", 1)).toBe(2);
    expect(neighbour(sceneOf(stateOf([], []), null), -1, "x", 1)).toBe(-1);
  });

  it("move a point as one undo entry", () => {
    const { store, press } = controllerOn();
    press("Home");
    press("Enter");
    for (let k = 0; k < 5; ++k) press("ArrowUp");
    press("Enter");
    expect(store.state.y[1]).toBeGreaterThan(0);
    expect(store.state.preset).toBe("own");
    store.undo();
    expect(store.state.y[1]).toBe(0);
    expect(store.canUndo).toBe(false);
  });

  it("put a point back without a trace", () => {
    const { store, press } = controllerOn({ ...stateOf([2, 0, 1], [5, 0, 9]), preset: "sinc" });
    press("Home");
    press("Enter");
    press("ArrowRight");
    expect(store.state.preset).toBe("own");
    press("Escape");
    expect(store.state.x).toEqual([2, 0, 1]);
    expect(store.state.preset).toBe("sinc");
    expect(store.canUndo).toBe(false);
  });

  it("add at the cross, remove, and say so", () => {
    const { store, controller, press, said } = controllerOn();
    press("a");
    expect(controller.cross).not.toBeNull();
    press("ArrowRight");
    press("Enter");
    expect(store.state.y).toHaveLength(4);
    expect(controller.selected).toBe(3);
    press("Delete");
    expect(store.state.y).toHaveLength(3);
    expect(controller.selected).toBe(-1);
    expect(said.some((text) => text.includes("added"))).toBe(true);
    expect(said.at(-1)).toContain("3 left");
    press("Delete");
    expect(store.state.y).toHaveLength(3);
  });

  it("zoom, pan and show all without undo entries", () => {
    const { store, press } = controllerOn();
    const whole = windowOf(store.state);
    press("+");
    const closer = windowOf(store.state);
    expect(closer.x[1] - closer.x[0]).toBeLessThan(whole.x[1] - whole.x[0]);
    press("ArrowRight", { shiftKey: true });
    expect(windowOf(store.state).x[0]).toBeGreaterThan(closer.x[0]);
    press("0");
    expect(windowOf(store.state)).toEqual(whole);
    expect(store.canUndo).toBe(false);
  });

  it("leave the page's own keys alone", () => {
    const { press } = controllerOn();
    expect(press("z", { ctrlKey: true })).toBe(false);
    expect(press("Tab")).toBe(false);
    expect(press("Escape")).toBe(false);
  });
});

describe("the controller", () => {
  it("keeps the window still while a point is carried, and the point in it", () => {
    const { store, controller } = controllerOn();
    const before = windowOf(store.state);
    controller.pick(0);
    controller.carry(1e9, -1e9);
    expect(isPinned(store.state)).toBe(true);
    expect(windowOf(store.state)).toEqual(before);
    expect(store.state.x[0]).toBe(before.x[1]);
    expect(store.state.y[0]).toBe(before.y[0]);
  });

  it("places a point without a drag: a press picks it, the next one puts it, as one undo entry", () => {
    const { store, controller, said } = controllerOn();
    const { x, y } = controllerFrame(store.state);
    const before = store.state.x;
    const press = (at: readonly [number, number]) => controller.press(x(at[0]), y(at[1]), 12);
    press([1, 9]);
    expect([controller.selected, controller.placed]).toEqual([2, 2]);
    expect(said.at(-1)).toContain("point 3");
    // Beside another point, even on it: no other is picked, and none is added.
    press([0, 0]);
    expect(store.state.y).toHaveLength(3);
    expect(store.state.x[2]).toBeCloseTo(0, 6);
    expect(store.state.y[2]).toBeCloseTo(0, 6);
    expect(controller.placed).toBe(-1);
    store.undo();
    expect(store.state.x).toEqual(before);
    expect(store.canUndo).toBe(false);
  });

  it("lets go of a point that is pressed again, by Escape, and where no point can be moved", () => {
    const { store, controller, press } = controllerOn();
    const { x, y } = controllerFrame(store.state);
    const on = () => controller.press(x(1), y(9), 12);
    on();
    on();
    expect([controller.placed, controller.selected]).toEqual([-1, 2]);
    on();
    press("Escape");
    expect([controller.placed, controller.selected]).toEqual([-1, 2]);
    expect(store.canUndo).toBe(false);
    controller.press(x(1.5), y(4), 12);
    expect(store.state.y).toHaveLength(4);
  });

  it("says why a prediction cannot be added", () => {
    const { store, controller, said } = controllerOn({ ...stateOf([0], [0]), plot: "predicted" });
    expect(controller.addAt(100, 100)).toBe(false);
    expect(store.state.y).toHaveLength(1);
    expect(said).toHaveLength(1);
  });

  it("lets go of points that are gone", () => {
    const { store, controller } = controllerOn();
    controller.pick(2);
    store.patch({ x: [0], y: [0] });
    controller.follow();
    expect([controller.selected, controller.point, controller.lifted]).toEqual([-1, -1, -1]);
    expect(() => controller.carry(1, 1)).not.toThrow();
  });

  it("brings the proof panel's point along, with its own multipliers", () => {
    const { store, controller } = controllerOn({ ...stateOf([2, 0, 1], [5, 0, 9]), alpha: 3 });
    controller.select(2);
    expect(store.state).toMatchObject({ point: 2, alpha: null });
  });
});

describe("questions", () => {
  const on = (state = stateOf([0, 1, 2], [0, 1, 0])) => {
    const store = createStore(state);
    const client = new PatientClient();
    const changed = vi.fn();
    const asking = keepPointsSolved(store, client, {
      request: model.request,
      plain: (request) => ({ ...request, curve: null }),
      changed,
      progress: () => {},
    });
    return { store, client, changed, asking };
  };

  it("are asked at once for every change that matters, and for no other", () => {
    const { store, client } = on();
    expect(client.asked).toHaveLength(1);
    store.patch({ C: 3 });
    expect(client.asked.at(-1)?.problem.C).toBe(3);
    store.patch({ hideX: true });
    expect(client.asked).toHaveLength(2);
  });

  it("are not asked without points", () => {
    const { store, client, asking } = on();
    client.answer();
    expect(asking.answer).not.toBeNull();
    store.patch({ x: [], y: [] });
    expect(client.asked).toHaveLength(1);
    expect(client.cancelled).toBe(1);
    expect(asking.answer).toBeNull();
    expect(asking.current).toBe(true);
  });

  it("say whether the answer is to the present state", () => {
    const { store, client, asking } = on();
    client.answer();
    expect(asking.current).toBe(true);
    store.patch({ epsilon: 0.7 });
    expect(asking.current).toBe(false);
    client.answer();
    expect(asking.current).toBe(true);
  });

  it("learn the path first, then show the iteration asked for", () => {
    const { client, asking, changed } = on({ ...stateOf([0, 1, 2], [0, 1, 0]), stepper: true, iteration: 3 });
    expect(client.asked.at(-1)).toMatchObject({ stopAt: null, trace: true, curve: null });
    client.answer({ iterations: 9 });
    expect(changed).not.toHaveBeenCalled();
    expect(asking.path?.count).toBe(9);
    expect(client.asked.at(-1)).toMatchObject({ stopAt: 3, trace: false });
    client.answer({ iterations: 9 });
    expect(asking.answer?.frame.solution.report.iterations).toBe(3);
    expect(asking.current).toBe(true);
  });

  it("know the path of this problem only", () => {
    const { store, client, asking } = on({ ...stateOf([0, 1, 2], [0, 1, 0]), stepper: true });
    client.answer();
    expect(asking.path).not.toBeNull();
    store.patch({ C: 2 });
    expect(asking.path).toBeNull();
  });

  it("hear nothing once disposed of", () => {
    const { client, asking, changed } = on();
    asking.dispose();
    client.answer();
    expect(changed).not.toHaveBeenCalled();
  });
});

describe("the model", () => {
  it("starts with a state of its table that can be asked about", () => {
    const state = model.initial();
    expect(Object.keys(state).sort()).toEqual(Object.keys(TABLE).sort());
    expect(model.inconsistency(state)).toBeNull();
    expect(state.y.length).toBeGreaterThan(0);
  });
  it("opens every claim on data, once they are here, and knows no other", async () => {
    await model.bringExamples?.();
    for (const claim of CLAIMS) expect(model.forClaim(claim)).toMatchObject({ claim });
    expect(model.forClaim("9z")).toEqual(model.initial());
  });
  it("names every starting state after its option, once its data are here", async () => {
    expect(() => model.base?.state("co2")).toThrow("bringData");
    for (const option of TABLE.preset.options) {
      await model.base?.bring?.(option);
      expect(model.base?.state(option).preset).toBe(option);
    }
    for (const strange of ["", "none", "constructor", "__proto__"]) await model.base?.bring?.(strange);
  });
  it("asks for the open claim with the state's trial values", () => {
    const state = { ...stateOf([0, 1], [0, 1]), claim: "1c1" as const, b: 0.25, broken: ["1c1"], point: 99 };
    expect(model.request(state).claims).toEqual([
      { id: "1c1", broken: true, options: expect.objectContaining({ b: 0.25, point: 1, at: null }) },
    ]);
  });
  it.each([
    ["sizes", { x: [1] }],
    ["names", { xNames: ["a", "b"] }],
    ["column", { column: 1 }],
    ["at", { at: [1, 2] }],
    ["view", { viewX0: 1 }],
    ["view", { viewX0: 1, viewX1: 0, viewY0: 0, viewY1: 1 }],
  ])("finds a quarrel about %s", (word, change) => {
    expect(model.inconsistency({ ...stateOf([0, 1], [0, 1]), ...change })).toBe(word);
  });
});

describe("objectives", () => {
  it("thin a long path and keep both ends", () => {
    expect(thinned(5, 10, [])).toEqual([1, 2, 3, 4, 5]);
    const some = thinned(10_000, 100, []);
    expect([some.length, some[0], some[99]]).toEqual([100, 1, 10_000]);
    expect(thinned(0, 10, [])).toHaveLength(0);
  });
  it("show where the curves meet, not only where they start", () => {
    const n = 200;
    const dual = Float64Array.from({ length: n }, (_, k) => 1 - 1 / (k + 1));
    const primal = Float64Array.from({ length: n }, (_, k) => 1 + 1000 / (k + 1) ** 2);
    const none = new Int32Array(n);
    const [low, high] = objectiveDomain({
      trace: { method: new Uint8Array(n), i: none, j: none, dual, primal, kktGap: dual },
      count: n,
    });
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(1);
    expect(high).toBeLessThan(10);
  });
  it("are named above the data, where no curve is, and marked at the last iteration", () => {
    // Both end at the upper end of the axis.
    const [dual, primal] = [Float64Array.of(0, 1, 2), Float64Array.of(2, 2, 2)];
    const none = new Int32Array(3);
    const path = { trace: { method: new Uint8Array(3), i: none, j: none, dual, primal, kktGap: dual }, count: 3 };
    for (const width of [1000, 330]) {
      const pen = new SvgPen();
      const layout = layObjectives(pen, { width, height: 190 }, PLAIN, path);
      drawObjectives(pen, PLAIN, layout, path, 3);
      const svg = pen.finish({ width, height: 190 }, "", null);
      const names = Array.from(svg.matchAll(/<text[^>]* y="([\d.]+)"[^>]*>(primal|dual)</g));
      expect(names.map(([, , name]) => name)).toEqual(["primal", "dual"]);
      for (const [, y] of names) expect(Number(y)).toBeLessThan(layout.frame.top);
    }
  });
});
