// The tasks on centre, radius and slack (2.5a to 2.5e).
import { type Task, tasks } from "../../../host/tasks/task.ts";
import { countOf } from "../../../kit/points/state.ts";
import { nuOf, type SvddState, weightOf } from "../state.ts";
import * as teaching from "../teaching.ts";
import {
  above,
  atLeast,
  atMost,
  between,
  closest,
  exactly,
  LOCK,
  numbersOf,
  offBy,
  pictureOf,
  pointOf,
  reach,
  solved,
} from "./measure.ts";

type Library = Parameters<Task["judge"]>[0];
type State = Readonly<SvddState>;

/** The cloud of twenty, to be edited. */
const CLOUD = { preset: "own", x: teaching.cloud.x, nuShare: 0.25 } as const satisfies Partial<SvddState>;
/** The row of a point of the cloud that is well inside; rows of five that stay so when they are moved a little to the left. */
const INNER = 12;
const TO_THE_LEFT = [0, 4, 5, 8, 13];

/** A multiplier below this pulls with no force that is seen. */
const NO_FORCE = 1e-6;

/** Five pairs of opposite points: every even number of them outside leaves the centre where it is. */
const PAIRS = [3, 0, -3, 0, 2, 0, -2, 0, 0, 1, 0, -1, 0.5, 0.5, -0.5, -0.5, 1.2, 0.2, -1.2, -0.2];

/** Two pairs around a heavy point. */
const HEAVY = { x: [2, 0, -2, 0, 0, 1, 0, -1, 0, 0], weights: [1, 1, 2, 2, 4] } as const;

/** Six points on a small circle and one outlier. */
const SMALL = [0.4, 0, 0.2, 0.35, -0.2, 0.35, -0.4, 0, -0.2, -0.35, 0.2, -0.35];

/** h at the rho on trial. */
const trial = (pg: Library, state: State) =>
  solved(pg, state, ({ rho }, run) => ({ ...pictureOf(run, state, "2.5b"), solvers: rho }));

const widthOf = (pg: Library, state: State) => solved(pg, state, ({ rhoInterval: [lower, upper] }) => upper - lower);

export const primalTasks = tasks<SvddState>([
  {
    id: "2.5a-inside",
    claim: "2.5a",
    level: 1,
    minutes: 5,
    start: { ...CLOUD, claim: "2.5a" },
    lock: LOCK.allButPoints,
    judge(pg, state) {
      const before = solved(pg, { ...state, x: CLOUD.x }, ({ alpha, center }) => ({ alpha, center }));
      const now = solved(pg, state, ({ alpha, center }) => ({ alpha, center }));
      const moved = now?.alpha.filter(
        (alpha, i) =>
          Math.max(alpha, before?.alpha[i] ?? Number.NaN) < NO_FORCE &&
          between(pointOf(state, i), pointOf({ ...CLOUD, d: 2 }, i)) >= 0.5,
      );
      return [
        atLeast("moved", moved?.length, 5),
        atMost("centre", now?.center && before?.center && between(now.center, before.center), 0.01),
        exactly("points", countOf(state), 20),
      ];
    },
    solution: { state: { x: teaching.cloud.x.map((x, k) => (TO_THE_LEFT.includes(k / 2) ? x - 0.6 : x)) } },
  },
  {
    id: "2.5a-uneven",
    claim: "2.5a",
    level: 2,
    minutes: 8,
    start: { preset: "own", claim: "2.5a", x: [0, 4, -3.5, -2, 3.5, -2], nuShare: 0.1 },
    lock: LOCK.allButPoints,
    judge(pg, state) {
      const apart = solved(pg, state, ({ alpha, center }) => {
        const pulling = Array.from(alpha.keys()).filter((i) => (alpha[i] ?? 0) > NO_FORCE);
        const mean = [0, 1].map(
          (k) => pulling.reduce((sum, i) => sum + (pointOf(state, i)[k] ?? 0), 0) / pulling.length,
        );
        return between(mean, center ?? []);
      });
      return [atLeast("apart", apart, 1), atMost("reach", reach(state), 5), atMost("points", countOf(state), 6)];
    },
    solution: { state: { x: [-5, 0, 5, 0, -4.5, 2.5] } },
  },
  {
    id: "2.5b-floor",
    claim: "2.5b",
    level: 1,
    minutes: 3,
    start: { preset: "two-outside", claim: "2.5b" },
    lock: LOCK.problem,
    judge(pg, state) {
      const now = trial(pg, state);
      return [atMost("excess", now?.excess, 1e-6), atLeast("apart", now && offBy(now.pick, now.solvers), 3)];
    },
    solution: { state: { rho: 8.5 } },
  },
  {
    id: "2.5b-slope",
    claim: "2.5b",
    level: 2,
    minutes: 6,
    start: { preset: "cloud", claim: "2.5b" },
    lock: LOCK.problem,
    judge(pg, state) {
      const now = trial(pg, state);
      return [atMost("left", offBy(now?.slopeLeft, -1), 1e-6), atMost("right", offBy(now?.slopeRight, -1), 1e-6)];
    },
    solution: { state: { rho: 1.5 } },
  },
  {
    id: "2.5c-step",
    claim: "2.5c",
    level: 1,
    minutes: 4,
    start: { preset: "own", claim: "2.5c", x: PAIRS, nuShare: 0.3 },
    lock: LOCK.allButNu,
    judge: (pg, state) => [above("width", widthOf(pg, state), 4)],
    solution: { state: { nuShare: 0.2 } },
  },
  {
    id: "2.5c-both",
    claim: "2.5c",
    level: 2,
    minutes: 5,
    start: { preset: "own", claim: "2.5c", ...HEAVY, nuShare: 0.3 },
    lock: LOCK.allButNu,
    judge(pg, state) {
      const [lower, upper] = solved(pg, state, ({ rhoInterval }) => rhoInterval) ?? [Number.NaN, Number.NaN];
      return [atMost("lower", lower, 1e-6), atLeast("upper", upper, 1 - 1e-6)];
    },
    solution: { state: { nuShare: 0.6 } },
  },
  {
    id: "2.5c-long",
    claim: "2.5c",
    level: 3,
    minutes: 10,
    start: { preset: "own", claim: "2.5c", x: [3, 0, -2, 1, 0, 2, 0.5, -2, -1, -1.5, 1, 0.5], nuShare: 0.25 },
    lock: LOCK.allButPoints,
    judge: (pg, state) => [
      above("width", widthOf(pg, state), 1),
      atMost("reach", reach(state), 5),
      atMost("points", countOf(state), 10),
    ],
    solution: { state: { x: [3, 0, -2, 1, 0, 1, 0.5, -1, 0, -1, 1, 0.5, 0, 0.5, 0.5, 0] } },
  },
  {
    id: "2.5d-six",
    claim: "2.5d",
    level: 1,
    minutes: 4,
    start: { preset: "two-outside", claim: "2.5d" },
    lock: LOCK.problem,
    inputs: [{ kind: "number", id: "rho", min: 0, max: 10, step: 0.001, start: 0 }],
    judge(pg, state, inputs) {
      const [rho = Number.NaN] = numbersOf(inputs, "rho");
      const now = trial(pg, { ...state, rho });
      const slack = solved(pg, state, ({ distance2 }) => Math.max(...distance2.map((d2) => Math.max(d2 - rho, 0))));
      return [atMost("off", offBy(slack, 6), 0.001), atMost("excess", now?.excess, 1e-6)];
    },
    solution: { inputs: { rho: 3 } },
  },
  {
    id: "2.5d-lucky",
    claim: "2.5d",
    level: 3,
    minutes: 10,
    start: { preset: "own", claim: "2.5d", x: [...SMALL, 1.2, 0], nuShare: 0.4, point: 6 },
    lock: LOCK.allButPoints,
    judge(pg, state) {
      const now = solved(pg, state, ({ distance2, xi, rho }) => ({
        wrong: Math.max(
          ...xi.map((each, i) => Math.abs(each - Math.max(Math.sqrt(distance2[i] ?? 0) - Math.sqrt(rho), 0))),
        ),
        longest: Math.max(...xi),
      }));
      return [atMost("wrong", now?.wrong, 0.002), atLeast("longest", now?.longest, 0.15)];
    },
    solution: { state: { x: [...SMALL, 0.6, 0] } },
  },
  {
    id: "2.5e-edge",
    claim: "2.5e",
    level: 1,
    minutes: 4,
    start: { ...CLOUD, claim: "2.5e", point: INNER },
    lock: LOCK.allButPoints,
    judge(pg, state) {
      const share = solved(
        pg,
        state,
        ({ alpha }) => ((alpha[INNER] ?? Number.NaN) * nuOf(state)) / weightOf(state, INNER),
      );
      return [atLeast("share", share, 0.2), atMost("share", share, 0.8), exactly("points", countOf(state), 20)];
    },
    solution: { state: { x: teaching.cloud.x.map((x, k) => [-1.31, 0.53][k - 2 * INNER] ?? x) } },
  },
  {
    id: "2.5e-silent",
    claim: "2.5e",
    level: 2,
    minutes: 8,
    start: { preset: "own", claim: "2.5e", x: [0, 3, -3, -2, 3, -2], nuShare: 0.1 },
    lock: LOCK.allButPoints,
    judge(pg, state) {
      const now = solved(pg, state, ({ alpha, distance2, rho }) => ({
        off: Math.max(...distance2.map((d2) => (100 * Math.abs(d2 - rho)) / rho)),
        least: Math.min(...alpha),
      }));
      return [
        exactly("points", countOf(state), 3),
        atMost("off", now?.off, 1),
        atMost("least", now?.least, 0.01),
        atLeast("apart", closest(state), 1),
      ];
    },
    solution: { state: { x: [0, 0, 4, 0, 0, 3] } },
  },
]);
