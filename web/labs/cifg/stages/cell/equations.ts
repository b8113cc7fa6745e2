// An equation as one would write it on paper: its letters, then the numbers put in, then the result. The numbers are those of the
// answer and of its request; nothing is computed here.
import type { CifgBackward, CifgProblem, CifgStates, Numbers } from "../../../../../wasm/lib/types.ts";
import { deltaOf, stateOf } from "./quantities.ts";
import { equationId, type Place } from "./scrubber.ts";

/** Signs as they are, numbers to be formatted; a number after a sign is put in parentheses where it is negative. */
export type Token = string | number;

export interface Line {
  /** What the line is of: "W_f x_t"; "" where the equation says it. */
  readonly of: string;
  /** "=" or "+". */
  readonly sign: string;
  readonly tokens: readonly Token[];
}

export interface Written {
  /** As plot/formula.ts writes them. */
  readonly formula: string;
  readonly lines: readonly Line[];
  readonly result: number;
  /** f has a twin: 1 - f, by an equation of its own. */
  readonly twin: { readonly formula: string; readonly tokens: readonly Token[]; readonly result: number } | null;
  /** At t = T nothing comes back from later steps. */
  readonly last: boolean;
}

export interface Source {
  readonly problem: CifgProblem;
  readonly states: CifgStates;
  readonly back: CifgBackward;
}

const FORMULAS = {
  z_f: "z_{f,t} = W_f x_t + U_f h_{t−1} + b_f",
  f: "f_t = σ(z_{f,t})",
  z_o: "z_{o,t} = W_o x_t + U_o h_{t−1} + b_o",
  o: "o_t = σ(z_{o,t})",
  z_c: "z_{c,t} = W_c x_t + U_c h_{t−1} + b_c",
  "c~": "c̃_t = tanh(z_{c,t})",
  c: "c_t = f_t ⊙ c_{t−1} + (1 − f_t) ⊙ c̃_t",
  h: "h_t = o_t ⊙ tanh(c_t)",
  dh: "δh_t = g_t + U_fᵀ δz_{f,t+1} + U_oᵀ δz_{o,t+1} + U_cᵀ δz_{c,t+1}",
  do: "δo_t = δh_t ⊙ tanh(c_t)",
  dc: "δc_t = δh_t ⊙ o_t ⊙ (1 − tanh²(c_t)) + δc_{t+1} ⊙ f_{t+1}",
  df: "δf_t = δc_t ⊙ (c_{t−1} − c̃_t)",
  "dc~": "δc̃_t = δc_t ⊙ (1 − f_t)",
  dz_f: "δz_{f,t} = δf_t ⊙ f_t ⊙ (1 − f_t)",
  dz_o: "δz_{o,t} = δo_t ⊙ o_t ⊙ (1 − o_t)",
  dz_c: "δz_{c,t} = δc̃_t ⊙ (1 − c̃_t²)",
} as const;

export const formulaOf = (place: Place): string => FORMULAS[equationId(place)];

/** "a · b + c · d + ..." */
function products(count: number, left: (k: number) => number, right: (k: number) => number): Token[] {
  return Array.from({ length: count }, (_, k) => [...(k === 0 ? [] : [" + "]), left(k), " · ", right(k)]).flat();
}

const at = (list: Numbers, k: number) => list[k] ?? Number.NaN;

function preactivation({ problem, states }: Source, gate: "f" | "o" | "c", t: number, unit: number): Line[] {
  const { dx, dh, params } = problem;
  const value = (id: "x" | "h", when: number, k: number) => stateOf(states, problem, id, when, k);
  const w = products(dx, (k) => at(params[`W_${gate}`], unit * dx + k), (k) => value("x", t, k)); // biome-ignore format: a sum
  const u = products(dh, (k) => at(params[`U_${gate}`], unit * dh + k), (k) => value("h", t - 1, k)); // biome-ignore format: a sum
  return [
    { of: `W_${gate} x_t`, sign: "=", tokens: w },
    { of: `U_${gate} h_{t−1}`, sign: "+", tokens: u },
    { of: `b_${gate}`, sign: "+", tokens: [at(params[`b_${gate}`], unit)] },
  ];
}

function hiddenDelta({ problem, states, back }: Source, t: number, unit: number): Line[] {
  const { dh, T, params } = problem;
  const loss: Line = { of: "g_t", sign: "=", tokens: [stateOf(states, problem, "g", t, unit)] };
  if (t === T) return [loss];
  const from = (gate: "f" | "o" | "c"): Line => ({
    of: `U_${gate}ᵀ δz_{${gate},t+1}`,
    sign: "+",
    tokens: products(
      dh,
      (k) => at(params[`U_${gate}`], k * dh + unit),
      (k) => deltaOf(back, problem, `z_${gate}`, t + 1, k),
    ),
  });
  return [loss, from("f"), from("o"), from("c")];
}

/** The lines of one equation with the numbers of a unit. */
function linesOf(source: Source, { pass, t, of }: Place, unit: number): Line[] {
  const { problem, states, back } = source;
  const value = (id: Parameters<typeof stateOf>[2], when = t) => stateOf(states, problem, id, when, unit);
  const delta = (id: Parameters<typeof deltaOf>[2], when = t) => deltaOf(back, problem, id, when, unit);
  const oneMinusF = at(states.oneMinusF, (t - 1) * problem.dh + unit);
  const tanhC = at(states.tanhC, (t - 1) * problem.dh + unit);
  const line = (...tokens: Token[]): Line => ({ of: "", sign: "=", tokens });
  const more = (of: string, ...tokens: Token[]): Line => ({ of, sign: "+", tokens });
  if (pass === "forward")
    switch (of) {
      case "z_f":
      case "z_o":
      case "z_c":
        return preactivation(source, of.slice(2) as "f" | "o" | "c", t, unit);
      case "f":
        return [line("σ(", value("z_f"), ")")];
      case "o":
        return [line("σ(", value("z_o"), ")")];
      case "c~":
        return [line("tanh(", value("z_c"), ")")];
      case "c":
        return [line(value("f"), " · ", value("c", t - 1), " + ", oneMinusF, " · ", value("c~"))];
      case "h":
        return [line(value("o"), " · tanh(", value("c"), ")"), line(value("o"), " · ", tanhC)];
    }
  switch (of) {
    case "h":
      return hiddenDelta(source, t, unit);
    case "o":
      return [line(delta("h"), " · tanh(", value("c"), ")"), line(delta("h"), " · ", tanhC)];
    case "c": {
      const own = line(delta("h"), " · ", value("o"), " · (1 − ", tanhC, "²)");
      if (t === problem.T) return [own];
      return [own, more("", delta("c", t + 1), " · ", value("f", t + 1))];
    }
    case "f":
      return [line(delta("c"), " · (", value("c", t - 1), " − ", value("c~"), ")")];
    case "c~":
      return [line(delta("c"), " · ", oneMinusF)];
    case "z_f":
      return [line(delta("f"), " · ", value("f"), " · ", oneMinusF)];
    case "z_o":
      return [line(delta("o"), " · ", value("o"), " · (1 − ", value("o"), ")")];
    case "z_c":
      return [line(delta("c~"), " · (1 − ", value("c~"), "²)")];
  }
}

/** @param unit counted from 0 */
export function written(source: Source, place: Place, unit: number): Written {
  const { problem, states, back } = source;
  const { pass, t, of } = place;
  const k = (t - 1) * problem.dh + unit;
  const twin =
    pass === "forward" && of === "f"
      ? { formula: "1 − f_t = σ(−z_{f,t})", tokens: ["σ(−", at(states.zF, k), ")"], result: at(states.oneMinusF, k) }
      : null;
  return {
    formula: formulaOf(place),
    lines: linesOf(source, place, unit),
    result: pass === "forward" ? stateOf(states, problem, of, t, unit) : deltaOf(back, problem, of, t, unit),
    twin,
    last: pass === "backward" && t === problem.T && (of === "h" || of === "c"),
  };
}
