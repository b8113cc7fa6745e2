// What the main plot shows, as numbers in its plane: made from the state and the newest answer, without pixels.

import { type NamedBroken, named } from "../../../kit/main-plot/broken.ts";
import { type PointScene, pointScene } from "../../../kit/main-plot/scene.ts";
import { shownWindow, type Window } from "../../../kit/main-plot/window.ts";
import type { PageContext } from "../../../kit/points/page-context.ts";
import { answerRows, type Broken, brokenOnShow } from "../../../kit/points/request.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { countOf } from "../../../kit/points/state.ts";
import type { SvddAnswer, SvddBroken } from "../request.ts";
import { columnsOf, type SvddState, type View, weightOf } from "../state.ts";
import { type Levels, levelAt, levelsOf, type Rings } from "./levels.ts";
import { stack } from "./stack.ts";
import { turned } from "./turn.ts";
import { keepsAspect, wholeWindow } from "./window.ts";

/** The sphere, or its shadow, in the plot's plane. Linear kernel only: the spheres of others lie in feature space. */
export interface Ball {
  readonly x: number;
  readonly y: number;
  /** A solved unit along x and y of the plane: the factor of the radius. */
  readonly unitX: number;
  readonly unitY: number;
  /** Radii for the two ends of the set of rho and for the rho chosen in it; solved units. */
  readonly lo: number;
  readonly hi: number;
  readonly radius: number;
  /** Of the trial rho; null without one. */
  readonly trial: number | null;
  /** Whether there are more columns than the plot shows. */
  readonly shadow: boolean;
}

/** Pulls of the support vectors on the centre: points of the scene and their share of the strongest. */
export interface Pulls {
  readonly point: Int32Array;
  readonly share: Float64Array;
}

/** Lines from points outside to the sphere, plane units. */
export interface Whiskers {
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
}

export interface BrokenBall extends Broken {
  /** Where it is in the plane, as Ball; null where it has no place there. */
  readonly ball: Pick<Ball, "x" | "y" | "radius"> | null;
  /** Its level, where it is no circle. */
  readonly rings: Rings | null;
  /** Whether the break has moved the centre, and so all distances; rho is then the solver's, or the best there. */
  readonly moved: boolean;
  readonly rho: number;
  /** (n) where the points would be in the view of distances; null where they stay. */
  readonly distance2: Float64Array | null;
}

/** Points are as large as their weight. */
export interface Scene extends PointScene {
  readonly view: View;
  /** Pixels of a unit of y over those of a unit of x; null where the axes are independent. */
  readonly aspect: number | null;
  readonly ball: Ball | null;
  readonly pulls: Pulls;
  readonly whiskers: Whiskers;
  readonly levels: Levels | null;
  /** The level of the trial rho. */
  readonly trial: Rings | null;
  /** The open claim, or "none". */
  readonly open: string;
  /** The ball of the open claim's broken certificate. */
  readonly broken: (BrokenBall & NamedBroken) | null;
  /** (n) towards the eye, from the sphere's centre; only in the turning view. */
  readonly depth: Float64Array | null;
  /** (n) squared distance, NaN where not known. */
  readonly distance2: Float64Array;
  readonly rho: readonly [lo: number, rho: number, hi: number] | null;
  /** The points in their two principal directions, beside the distances. */
  readonly map: {
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly centre: readonly [number, number] | null;
  } | null;
}

const NO_WHISKERS: Whiskers = {
  x0: new Float64Array(0),
  y0: new Float64Array(0),
  x1: new Float64Array(0),
  y1: new Float64Array(0),
};
const NO_PULLS: Pulls = { point: new Int32Array(0), share: new Float64Array(0) };

/** Contours take milliseconds to compute and depend on the answer only. */
const kept = new WeakMap<object, Levels>();

function keptLevels({ frame }: SvddAnswer): Levels | null {
  if (frame.map === null) return null;
  const known = kept.get(frame.map);
  if (known !== undefined) return known;
  const { rhoInterval, rho } = frame.solution;
  const made = levelsOf(frame.map, rhoInterval, rho);
  kept.set(frame.map, made);
  return made;
}

/** Size of the points where all weights are equal; otherwise it is the root of a weight's share of the largest. */
const EVEN = 0.4;

function sizes(state: SvddState): (i: number) => number {
  if (state.weights.length === 0) return () => EVEN;
  const largest = Math.max(...state.weights);
  return (i) => Math.sqrt(weightOf(state, i) / largest);
}

/** A column in solved units. */
function solvedColumn(state: SvddState, answer: SvddAnswer | null, column: number): Float64Array {
  const scaling = answer?.request.problem.d === state.d ? answer.frame.scaling : null;
  const [mean, scale] = [scaling?.xMean[column] ?? 0, scaling?.xScale[column] ?? 1];
  return columnOf(state, column).map((value) => (value - mean) / scale);
}

const middleOf = (values: Float64Array) => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Number.isFinite(low) ? low + (high - low) / 2 : 0;
};

interface Placed {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly depth: Float64Array | null;
  readonly whole: () => Window;
  readonly aspect: number | null;
  /** Centre of the sphere in the plane, and solved units there. */
  readonly ball: Pick<Ball, "x" | "y" | "unitX" | "unitY"> | null;
  /** Where another centre (solved units) is in the plane. */
  readonly place: (centre: Float64Array) => readonly [x: number, y: number];
}

const columnBall = (centre: Float64Array | null, columns: readonly number[]) =>
  centre === null ? null : columns.map((column) => centre[column] ?? 0);

/** Two columns, user units. */
function placePlane(state: SvddState, of: SvddAnswer | null, last: SvddAnswer | null): Placed {
  const { columnX, columnY } = state;
  const scaling = last?.request.problem.d === state.d ? last.frame.scaling : null;
  const [unitX, unitY] = [scaling?.xScale[columnX] ?? 1, scaling?.xScale[columnY] ?? 1];
  const centre = of?.frame.solution.center ?? null;
  const user = (value: number, column: number, unit: number) => value * unit + (scaling?.xMean[column] ?? 0);
  const place = (at: Float64Array): [number, number] => [
    user(at[columnX] ?? 0, columnX, unitX),
    user(at[columnY] ?? 0, columnY, unitY),
  ];
  return {
    x: columnOf(state, columnX),
    y: columnOf(state, columnY),
    depth: null,
    whole: () => wholeWindow(state),
    aspect: keepsAspect(state) ? unitX / unitY : null,
    ball: centre && { x: place(centre)[0], y: place(centre)[1], unitX, unitY },
    place,
  };
}

/** Room around the turning sphere and its points. */
const ROUND = 1.03;

/** Three columns, turned, in solved units about the centre. @param broken rho of a broken certificate, 0 for none */
function placeSphere(state: SvddState, of: SvddAnswer | null, last: SvddAnswer | null, broken: number): Placed {
  const columns = columnsOf(state);
  const values = columns.map((column) => solvedColumn(state, last, column));
  const centre = columnBall(of?.frame.solution.center ?? null, columns) ?? values.map(middleOf);
  const n = countOf(state);
  const [x, y, depth] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let farthest = 0;
  const from = (at: (column: number, k: number) => number) =>
    columns.map((column, k) => at(column, k) - (centre[k] as number)) as [number, number, number];
  for (let i = 0; i < n; ++i) {
    const at = from((_, k) => values[k]?.[i] as number);
    [x[i], y[i], depth[i]] = turned(state, at) as [number, number, number];
    farthest = Math.max(farthest, Math.hypot(...at));
  }
  const place = (at: Float64Array): [number, number] => {
    const [px, py] = turned(
      state,
      from((column) => at[column] ?? 0),
    );
    return [px, py];
  };
  const ball = of?.frame.solution.center == null ? null : { x: 0, y: 0, unitX: 1, unitY: 1 };
  const radius = ball === null ? 0 : Math.sqrt(of?.frame.solution.rhoInterval[1] ?? 0);
  const side = Math.max(farthest, radius, Math.sqrt(broken)) * ROUND || 1;
  return { x, y, depth, whole: () => ({ x: [-side, side], y: [-side, side] }), aspect: 1, ball, place };
}

/** Distances along a line, equal ones stacked. @param broken as above */
function placeDistances(distance2: Float64Array, broken: number): Placed {
  const { y, height, most: farthest } = stack(distance2);
  const most = Math.max(farthest, broken);
  const top = Math.max(1, height);
  const whole = (): Window => ({ x: [-0.02 * most, 1.05 * most], y: [-0.7, top + 0.4] });
  return { x: distance2, y, depth: null, whole, aspect: null, ball: null, place: () => [0, 0] };
}

/** Radial lines of the points outside, where the plot shows the sphere itself. */
function whiskersOf(placed: Placed, role: ArrayLike<number>, ball: Ball): Whiskers {
  const outside = Array.from(placed.x.keys()).filter((i) => role[i] === OUTSIDE);
  const edge = (i: number): [number, number] => {
    const [dx, dy] = [((placed.x[i] as number) - ball.x) / ball.unitX, ((placed.y[i] as number) - ball.y) / ball.unitY];
    const share = ball.radius / Math.max(Math.hypot(dx, dy), Number.MIN_VALUE);
    return [ball.x + dx * share * ball.unitX, ball.y + dy * share * ball.unitY];
  };
  const ends = outside.map(edge);
  return {
    x0: Float64Array.from(outside, (i) => placed.x[i] as number),
    y0: Float64Array.from(outside, (i) => placed.y[i] as number),
    x1: Float64Array.from(ends, ([x]) => x),
    y1: Float64Array.from(ends, ([, y]) => y),
  };
}

/** KKT cases, as the solver numbers them. */
export const INSIDE = 0;
export const BOUNDARY = 1;
export const OUTSIDE = 2;
const CASES = 3;
/** Share of the largest multiplier below which no spring is drawn. */
const FAINT = 1e-4;

function pullsOf(rows: Int32Array, alpha: Float64Array): Pulls {
  const largest = rows.reduce((most, k) => Math.max(most, alpha[k] ?? 0), 0);
  const pulling = Array.from(rows.keys()).filter((i) => (alpha[rows[i] as number] ?? 0) > FAINT * largest);
  return {
    point: Int32Array.from(pulling),
    share: Float64Array.from(pulling, (i) => (alpha[rows[i] as number] as number) / largest),
  };
}

function ballOf(
  at: Placed["ball"],
  state: SvddState,
  { frame }: SvddAnswer,
  shown: number,
  trial: number | null,
): Ball | null {
  if (at === null) return null;
  const { rho, rhoInterval } = frame.solution;
  return {
    ...at,
    lo: Math.sqrt(rhoInterval[0]),
    hi: Math.sqrt(rhoInterval[1]),
    radius: Math.sqrt(rho),
    trial: trial === null ? null : Math.sqrt(trial),
    shadow: state.d > shown,
  };
}

/** The claim whose break moves the centre; the other ones move rho. */
const MOVES_CENTRE = "2.5a";

/** The ball of the broken certificate, where this view has a place for it. */
function brokenOf(placed: Placed, found: SvddBroken | null, rows: Int32Array, state: SvddState): BrokenBall | null {
  if (found === null) return null;
  const { claim, mistake, center, rho, map, distance2 } = found;
  const [x, y] = center === null ? [0, 0] : placed.place(center);
  const ball = placed.ball === null || center === null ? null : { x, y, radius: Math.sqrt(rho) };
  const moved = claim === MOVES_CENTRE;
  return {
    ...{ claim, mistake, ball, moved, rho },
    rings: ball === null && map !== null && state.view === "plane" ? levelAt(map, rho) : null,
    distance2: moved && state.view === "strip" ? Float64Array.from(rows, (k) => distance2[k] ?? Number.NaN) : null,
  };
}

/**
 * @param answer the newest solution, perhaps of an older state; null before the first
 * @param pair working pair of the iteration on show, as rows of the answer
 * @param mistakeName the name of what the open claim is broken with
 */
export function sceneOf(
  state: SvddState,
  answer: SvddAnswer | null,
  pair: readonly [number, number] | null = null,
  mistakeName: PageContext["mistakeName"] = () => "",
): Scene {
  const rows = answerRows(answer, state);
  const of = rows === null ? null : answer;
  const solution = of?.frame.solution;
  const distance2 = Float64Array.from({ length: countOf(state) }, (_, i) =>
    solution === undefined ? Number.NaN : (solution.distance2[rows?.[i] as number] ?? Number.NaN),
  );
  const { view } = state;
  const found = of && brokenOnShow(of.frame, state);
  const beyond = found?.rho ?? 0;
  const placed =
    view === "plane"
      ? placePlane(state, of, answer)
      : view === "sphere"
        ? placeSphere(state, of, answer, beyond)
        : placeDistances(distance2, beyond);
  const { x, y, depth, aspect } = placed;
  const points = pointScene({
    ...{ x, y, rows, pair, cases: CASES, weight: sizes(state) },
    window: shownWindow(state, placed.whole),
    kktCase: of?.frame.kktCase ?? null,
  });
  const broken = named(brokenOf(placed, found, points.row, state), mistakeName);
  // A broken rho takes the place of the one on trial.
  const trial = broken === null || broken.moved ? state.rho : null;
  const ball = of && ballOf(placed.ball, state, of, columnsOf(state).length, trial);
  const spec = of?.request.map;
  const sameColumns = spec?.columnX === state.columnX && spec.columnY === state.columnY;
  const levels = of !== null && view === "plane" && sameColumns ? keptLevels(of) : null;
  const map = of?.frame.map ?? null;
  return {
    ...points,
    ...{ view, aspect, ball, levels, depth, distance2, broken, open: state.claim },
    pulls: rows === null || solution === undefined || ball === null ? NO_PULLS : pullsOf(rows, solution.alpha),
    whiskers: ball === null || ball.shadow || view !== "plane" ? NO_WHISKERS : whiskersOf(placed, points.role, ball),
    trial: levels === null || map === null || trial === null || ball !== null ? null : levelAt(map, trial),
    rho: solution === undefined ? null : [solution.rhoInterval[0], solution.rho, solution.rhoInterval[1]],
    map: view === "strip" && of !== null ? projected(of, rows as Int32Array) : null,
  };
}

function projected({ frame: { projection } }: SvddAnswer, rows: Int32Array): Scene["map"] {
  if (projection === null) return null;
  const { points, dims, center } = projection;
  const at = (k: number) =>
    Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : (points[row * dims + k] as number)));
  return { x: at(0), y: at(1), centre: center === null ? null : [center[0] as number, center[1] as number] };
}
