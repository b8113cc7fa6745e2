// What the lab saves: its data and its solution as texts that read back to the same doubles. Pure.
import type { KktCase, SvrProblem } from "../../../wasm/lib/types.ts";
import { type CsvDialect, STANDARD, writeCsv } from "../../host/csv-write.ts";
import { exactJson } from "../../host/export.ts";
import type { SvrState } from "./model.ts";
import type { Answer } from "./scene.ts";
import { columnName } from "./words.ts";

/** Names of the KKT cases in files: they stay the same in every language. */
const CASE_NAMES: Readonly<Record<KktCase, string>> = {
  0: "below",
  1: "lower_edge",
  2: "inside",
  3: "upper_edge",
  4: "above",
};

/** Version of the layout of the JSON file. */
const JSON_FORMAT = "proofground-svr/1";

/** Whether the answer is to exactly this data. */
export function answers(answer: Answer | null, state: SvrState): answer is Answer {
  return answer !== null && answer.request.problem.x === state.x && answer.request.problem.y === state.y;
}

function columnNames(state: SvrState): string[] {
  return Array.from({ length: state.d }, (_, k) => columnName(state, k));
}

function columns(state: SvrState): number[][] {
  return Array.from({ length: state.d }, (_, k) => state.y.map((_, i) => state.x[i * state.d + k]!));
}

/** The points: a column for each input, then y; user units. */
export function dataCsv(state: SvrState, dialect: CsvDialect = STANDARD): string {
  return writeCsv([...columnNames(state), state.yName], [...columns(state), state.y], dialect);
}

/**
 * The points with what was solved for each: f, e = y - f and xi in user units of y; alpha and alpha_star as solved (of the
 * standardised problem where `standardise` is on).
 */
export function solutionCsv(state: SvrState, { frame }: Answer, dialect: CsvDialect = STANDARD): string {
  const { solution, fitted, kktCase, scaling } = frame;
  const inUserUnits = (values: Float64Array) => values.map((value) => value * scaling.yScale);
  return writeCsv(
    [...columnNames(state), state.yName, "f", "e", "alpha", "alpha_star", "xi", "case"],
    [
      ...columns(state),
      state.y,
      fitted,
      inUserUnits(solution.residual),
      solution.alpha,
      solution.alphaStar,
      inUserUnits(solution.xi),
      Array.from(kktCase, (kase) => CASE_NAMES[kase as KktCase]),
    ],
    dialect,
  );
}

/**
 * Problem, parameters, scaling, solution and report. With solved = (user - mean) / scale for every column and y, `solution`
 * is that of the solved units; `fitted` and `tube` are in user units.
 */
export function solutionJson(state: SvrState, { frame, request }: Answer, version: string): string {
  const { x: _x, y: _y, d: _d, ...parameters }: SvrProblem = request.problem;
  const { x, y, d, xNames, yName, preset } = state;
  const { scaling, solution, fitted, tube, kktCase } = frame;
  return exactJson({
    format: JSON_FORMAT,
    version,
    data: { preset, n: y.length, d, xNames: xNames.length > 0 ? xNames : columnNames(state), yName, x, y },
    parameters: { ...parameters, standardise: request.standardise, stopAt: request.stopAt },
    scaling,
    solution,
    fitted,
    tube,
    case: Array.from(kktCase, (kase) => CASE_NAMES[kase as KktCase]),
  });
}
