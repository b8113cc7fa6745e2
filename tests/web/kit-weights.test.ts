// The kit with another lab than the ones there are: a plane of two columns, a weight for each point.

import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../web/host/fields.ts";
import type { StateOf, Table } from "../../web/host/lab.ts";
import { createStore } from "../../web/host/store.ts";
import { claimFields } from "../../web/kit/claims/fields.ts";
import { Controller } from "../../web/kit/interaction/controller.ts";
import { onKey } from "../../web/kit/interaction/keyboard.ts";
import { outsideOf, PENDING, pointScene } from "../../web/kit/main-plot/scene.ts";
import { shownWindow } from "../../web/kit/main-plot/window.ts";
import type { Edits } from "../../web/kit/points/edits.ts";
import { columnOf, matchRows, type Rows, withCell, withoutPoint, withPoint } from "../../web/kit/points/rows.ts";
import { Selection } from "../../web/kit/points/selection.ts";
import {
  COORDINATES,
  countOf,
  editedFrom,
  KERNEL,
  PICKED,
  SOLVER,
  STEPPER,
  WINDOW,
} from "../../web/kit/points/state.ts";
import { layFrame } from "../../web/plot/frame.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import { extent, padded } from "../../web/plot/scale.ts";
import { SvgPen } from "../../web/plot/svg.ts";

const TABLE = {
  preset: { kind: "choice", default: "made", options: ["made", "own"] },
  ...{ ...COORDINATES, ...WINDOW, ...KERNEL, ...SOLVER, ...STEPPER, ...PICKED, ...claimFields(["9z"], { "9z": [] }) },
  weights: { kind: "numbers", default: [], maxCount: 10 },
} as const satisfies Table;
type State = StateOf<typeof TABLE>;

const LIGHTEST = 0.1;
const rowsOf = ({ d, x, weights }: State): Rows => ({ d, x, last: weights });
const own = ({ x, last }: Rows, state: State) => ({ ...editedFrom(state), x, weights: last });

const edits: Edits<State> = {
  maxPoints: 4,
  whole: (state) => ({ x: padded(extent(columnOf(state, 0)), 0.1), y: padded(extent(columnOf(state, 1)), 0.1) }),
  add: (state, x, y) => (countOf(state) < 4 ? own(withPoint(rowsOf(state), { 0: x, 1: y }, 1), state) : null),
  cannotAdd: "no place",
  move: (state, i, x, y) => own(withCell(withCell(rowsOf(state), i, 0, x), i, 1, y), state),
  remove: (state, i) => own(withoutPoint(rowsOf(state), i), state),
  pick: (point) => ({ point }),
  weight: {
    of: ({ weights }, i) => weights[i] ?? 0,
    set: (state, i, weight) => own(withCell(rowsOf(state), i, state.d, Math.max(LIGHTEST, weight)), state),
  },
};

function controllerOn() {
  const store = createStore<State>({ ...defaultsOf(TABLE), d: 3, x: [0, 0, 6, 1, 2, 8, 4, 1, 7], weights: [1, 2, 3] });
  const said: string[] = [];
  const scene = () =>
    pointScene({
      x: columnOf(store.state, 0),
      y: columnOf(store.state, 1),
      window: shownWindow(store.state, () => edits.whole(store.state)),
      ...{ rows: null, kktCase: null, cases: 3, pair: null },
      weight: (i) => store.state.weights[i] ?? 0,
    });
  const frame = () => {
    const { x, y } = scene().window;
    const axes = { x: { domain: x }, y: { domain: y }, aspect: 1 };
    return layFrame(new SvgPen(), { width: 900, height: 300 }, PLAIN, axes);
  };
  const say = (text: string) => void said.push(text);
  const selection = new Selection(store, edits.pick);
  const controller = new Controller({
    store,
    edits,
    selection,
    scene,
    frame,
    announce: String,
    say,
    notify: say,
    moved: () => {},
  });
  const press = (key: string) =>
    onKey(controller, scene(), {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
    } as KeyboardEvent);
  return { store, controller, press, said, frame, scene };
}

describe("a plane of two columns", () => {
  it("adds at both columns, the third at its mean", () => {
    const { store, controller } = controllerOn();
    expect(controller.add(5, 6)).toBe(true);
    expect(store.state).toMatchObject({ x: [0, 0, 6, 1, 2, 8, 4, 1, 7, 5, 6, 7], weights: [1, 2, 3, 1], point: 3 });
  });
  it("says what is full, and takes no more", () => {
    const { store, controller, said } = controllerOn();
    controller.add(5, 6);
    expect(controller.add(7, 8)).toBe(false);
    expect(countOf(store.state)).toBe(4);
    expect(said.at(-1)).toContain("4");
  });
  it("moves both columns as one undo entry, and puts both back", () => {
    const { store, press } = controllerOn();
    press("Home");
    press("Enter");
    press("ArrowRight");
    press("ArrowUp");
    press("Enter");
    expect(store.state.x[0]).toBeGreaterThan(0);
    expect(store.state.x[1]).toBeGreaterThan(0);
    expect(store.state.x.slice(2)).toEqual([6, 1, 2, 8, 4, 1, 7]);
    store.undo();
    expect(store.state.x.slice(0, 2)).toEqual([0, 0]);
    press("Enter");
    press("ArrowLeft");
    press("Escape");
    expect(store.state.x.slice(0, 2)).toEqual([0, 0]);
    expect(store.canUndo).toBe(false);
  });
  it("lets a point be carried to the edge of what is seen, where that is more than the window", () => {
    const { store, controller, frame, scene } = controllerOn();
    const { window } = scene();
    controller.pick(0);
    controller.carry(1e9, 0);
    const [, edge] = frame().x.domain;
    expect(edge).toBeGreaterThan(window.x[1]);
    expect(store.state.x[0]).toBe(edge);
  });
});

describe("weights", () => {
  it("are changed by the controller, one gesture for one point", () => {
    const { store, controller } = controllerOn();
    controller.weigh(1, 2);
    controller.weigh(1, 2);
    expect(store.state).toMatchObject({ weights: [1, 8, 3], preset: "own" });
    controller.weigh(0, 3);
    store.undo();
    expect(store.state.weights).toEqual([1, 8, 3]);
    store.undo();
    expect(store.state.weights).toEqual([1, 2, 3]);
    expect(store.canUndo).toBe(false);
  });
  it("are changed by keys, for the selected point only, and said", () => {
    const { store, press, said } = controllerOn();
    expect(press("PageUp")).toBe(false);
    press("Home");
    expect(press("PageUp")).toBe(true);
    expect(store.state.weights).toEqual([1.25, 2, 3]);
    expect(said.at(-1)).toContain("1.25");
    press("PageDown");
    expect(store.state.weights).toEqual([1, 2, 3]);
  });
  it("stay in the range that the lab gives them", () => {
    const { store, controller } = controllerOn();
    controller.weigh(0, 1e-9);
    expect(store.state.weights[0]).toBe(LIGHTEST);
  });
  it("do not make another point of one", () => {
    const rows: Rows = { d: 1, x: [0, 1, 2], last: [1, 1, 1] };
    expect(Array.from(matchRows(rows, withCell(rows, 1, 1, 5)) ?? [])).toEqual([0, 1, 2]);
    expect(matchRows(rows, { ...rows, x: [...rows.x] })).toBeNull();
  });
  it("are the size of points that no solution knows yet", () => {
    const { scene } = controllerOn();
    expect(Array.from(scene().weight)).toEqual([1, 2, 3]);
    expect(Array.from(scene().role)).toEqual([PENDING, PENDING, PENDING]);
    expect(scene().pending).toBe(3);
  });
});

describe("points outside the view", () => {
  it("are those that are not seen: a plot with one scale for both axes shows more than its window", () => {
    const { scene, frame } = controllerOn();
    const places = { x: Float64Array.of(0, 4, -20, 4, Number.NaN), y: Float64Array.of(0, 1, 1, 40, 1) };
    const window = { x: [-1, 1], y: [-1, 1] } as const;
    expect(outsideOf(places, window)).toBe(3);
    const wide = { x: [-8, 8], y: [-1, 1] } as const;
    expect(outsideOf(places, wide)).toBe(2);
    const { x, y } = frame();
    expect(x.domain[1] - x.domain[0]).toBeGreaterThan(scene().window.x[1] - scene().window.x[0]);
    expect(outsideOf(scene(), { x: x.domain, y: y.domain })).toBe(0);
  });
});
