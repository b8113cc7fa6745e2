// What the tape shows: the newest answer with its request, and where the scrubber is.
import type { CifgBackward, CifgProblem, CifgStates } from "../../../../../wasm/lib/types.ts";
import type { Answer } from "../../../../kit/solve-request.ts";
import type { CifgState } from "../../state.ts";
import { ROWS, type Row } from "./layout.ts";
import { type BlockId, deltaOf, stateOf, unitsOf } from "./quantities.ts";
import type { CellFrame, CellRequest } from "./request.ts";
import { countOf, deltaKnown, inputsOf, lit, type Pass, type Place, stateKnown } from "./scrubber.ts";

/** The wrong gradients of a broken claim. */
export interface Wrong {
  readonly claim: string;
  /** Of the mistake, "" while it is not known. */
  readonly name: string;
  readonly back: CifgBackward;
}

export interface Scene {
  readonly problem: CifgProblem;
  readonly states: CifgStates;
  readonly back: CifgBackward;
  readonly pass: Pass;
  /** Equations computed, of those there are. */
  readonly at: number;
  /** Counted from 0. */
  readonly unit: number;
  /** The equation computed last. */
  readonly lit: Place | null;
  /** The claim that is broken now, whether or not its gradients differ. */
  readonly wrong: Wrong | null;
}

/** @param mistakeName of a claim's mistake; "" while its words are not loaded */
export function sceneOf(
  state: CifgState,
  { frame, request }: Answer<CellRequest, CellFrame>,
  mistakeName: (claim: string, mistake: boolean | string) => string,
): Scene {
  const { problem, broken } = request;
  const { T, dh } = problem;
  const at = countOf({ at: state.at, T });
  const wrong =
    broken === null || frame.broken === null
      ? null
      : { claim: broken.claim, name: mistakeName(broken.claim, broken.broken), back: frame.broken };
  return {
    problem,
    states: frame.tape.states,
    back: frame.tape.backward,
    pass: state.pass,
    at,
    unit: Math.min(state.unit, dh - 1),
    lit: lit({ pass: state.pass, at, T }),
    wrong,
  };
}

/** One number of the tape. */
export interface Shown {
  /** The state; null while it is not computed. */
  readonly value: number | null;
  /** dL/da; null on the way forward, and while it is not computed. */
  readonly delta: number | null;
  /** What the broken claim has instead of it, where that differs. */
  readonly wrong: number | null;
}

export function shown(scene: Scene, id: BlockId, t: number, unit: number): Shown {
  const { problem, states, back, pass, at, wrong } = scene;
  const { T } = problem;
  const value = stateKnown({ pass, at, T }, id, t) ? stateOf(states, problem, id, t, unit) : null;
  if (!deltaKnown({ pass, at, T }, id, t)) return { value, delta: null, wrong: null };
  const delta = deltaOf(back, problem, id, t, unit);
  const other = wrong === null ? delta : deltaOf(wrong.back, problem, id, t, unit);
  return { value, delta, wrong: differs(delta, other) ? other : null };
}

/** Two ways to the same number differ by rounding; a mistake by more. */
const ROUNDING = 1e-9;
export function differs(right: number, wrong: number): boolean {
  if (Number.isNaN(right) || Number.isNaN(wrong)) return Number.isNaN(right) !== Number.isNaN(wrong);
  return Math.abs(wrong - right) > ROUNDING * Math.max(Math.abs(right), Math.abs(wrong));
}

/** How many of the deltas of a block, over all steps, the broken claim has wrong. */
function wrongIn({ problem, back, wrong }: Scene, id: BlockId): number {
  if (wrong === null) return 0;
  let count = 0;
  for (let t = id === "c" || id === "h" ? 0 : 1; t <= problem.T; ++t)
    for (let unit = 0; unit < unitsOf(id, problem); ++unit)
      if (differs(deltaOf(back, problem, id, t, unit), deltaOf(wrong.back, problem, id, t, unit))) count++;
  return count;
}

/** The same of all that are drawn. */
export const wrongDeltas = (scene: Scene) =>
  Object.values(ROWS)
    .flat()
    .reduce((sum, id) => sum + wrongIn(scene, id), 0);

/** Rows of the tape in which there are any, wherever the scrubber is: nothing moves while it does. */
export function wrongRows(scene: Scene): ReadonlySet<Row> {
  if (scene.wrong === null || scene.pass === "forward") return new Set();
  return new Set((Object.keys(ROWS) as Row[]).filter((row) => ROWS[row].some((id) => wrongIn(scene, id) > 0)));
}

/** How a block takes part in the equation that is lit. */
export function roleOf({ lit, problem }: Scene, id: BlockId, t: number): "result" | "input" | "none" {
  if (lit === null) return "none";
  if (lit.of === id && lit.t === t) return "result";
  return inputsOf(lit, problem.T).some((input) => input.id === id && input.t === t) ? "input" : "none";
}

/** What full bars stand for: gates 1, everything else the largest of its kind. */
export interface Spans {
  readonly state: Readonly<Record<BlockId, number>>;
  readonly delta: number;
}

function largest(count: number, value: (k: number) => number): number {
  let most = 0;
  for (let k = 0; k < count; ++k) {
    const size = Math.abs(value(k));
    if (size > most && Number.isFinite(size)) most = size;
  }
  return most || 1;
}

export function spansOf({ problem, states, back, wrong }: Scene): Spans {
  const list = (...lists: readonly ArrayLike<number>[]) =>
    Math.max(...lists.map((each) => largest(each.length, (k) => each[k] as number)));
  const z = list(states.zF, states.zO, states.zC);
  const deltas = [back, ...(wrong === null ? [] : [wrong.back])].flatMap((each) => [
    ...Object.values(each.deltas as unknown as Record<string, Float64Array>),
    each.grads.x,
    each.grads.h0,
    each.grads.c0,
  ]);
  return {
    state: {
      ...{ x: list(problem.x), g: list(problem.g), z_f: z, z_o: z, z_c: z, f: 1, o: 1, "c~": 1 },
      ...{ c: list(states.c, problem.c0), h: Math.max(1, list(problem.h0)) },
    },
    delta: list(...deltas),
  };
}

/** Every unit of a block, in order. */
export const unitsIn = (scene: Scene, id: BlockId) => Array.from({ length: unitsOf(id, scene.problem) }, (_, k) => k);
