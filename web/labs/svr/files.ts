// The files that the lab saves: its data and its solution as text that reads back to the same doubles. Pure.
import type { KktCase, SvrProblem } from "../../../wasm/lib/types.ts";
import type { CsvDialect } from "../../host/csv-write.ts";
import { exactJson } from "../../host/export.ts";
import { columnsCsv, pointColumns, type SavedColumn } from "../../kit/points/files.ts";
import { columnNames } from "../../kit/points/words.ts";
import { rowsOf } from "./edits.ts";
import type { SvrAnswer } from "./request.ts";
import type { SvrState } from "./state.ts";

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
export function answers(answer: SvrAnswer | null, state: SvrState): answer is SvrAnswer {
  return answer !== null && answer.request.problem.x === state.x && answer.request.problem.y === state.y;
}

function points(state: SvrState): SavedColumn[] {
  return pointColumns(rowsOf(state), [...columnNames(state), state.yName]);
}

/** The points: a column for each input, then y; user units. */
export function dataCsv(state: SvrState, dialect?: CsvDialect): string {
  return columnsCsv(points(state), dialect);
}

/**
 * The points with what was solved for each: f, e = y - f and xi in user units of y; alpha and alpha_star as solved (of the
 * standardised problem where `standardise` is on).
 */
export function solutionCsv(state: SvrState, { frame }: SvrAnswer, dialect?: CsvDialect): string {
  const { solution, fitted, kktCase, scaling } = frame;
  const inUserUnits = (values: Float64Array) => values.map((value) => value * scaling.yScale);
  const solved: SavedColumn[] = [
    ["f", fitted],
    ["e", inUserUnits(solution.residual)],
    ["alpha", solution.alpha],
    ["alpha_star", solution.alphaStar],
    ["xi", inUserUnits(solution.xi)],
    ["case", Array.from(kktCase, (kase) => CASE_NAMES[kase as KktCase])],
  ];
  return columnsCsv([...points(state), ...solved], dialect);
}

/**
 * Problem, parameters, scaling, solution and report. With solved = (user - mean) / scale for every column and y, `solution`
 * is that of the solved units; `fitted` and `tube` are in user units.
 */
export function solutionJson(state: SvrState, { frame, request }: SvrAnswer, version: string): string {
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
