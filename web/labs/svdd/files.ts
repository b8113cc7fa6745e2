// The files that the lab saves: its data and its solution as text that reads back to the same doubles. Pure.
import type { SvddKktCase, SvddProblem } from "../../../wasm/lib/types.ts";
import type { CsvDialect } from "../../host/csv-write.ts";
import { exactJson } from "../../host/export.ts";
import { columnsCsv, pointColumns, type SavedColumn } from "../../kit/points/files.ts";
import { countOf } from "../../kit/points/state.ts";
import { columnNames } from "../../kit/points/words.ts";
import { rowsOf } from "./edits.ts";
import type { SvddAnswer } from "./request.ts";
import type { SvddState } from "./state.ts";

/** Names of columns and KKT cases in files: they stay the same in every language. */
const WEIGHT = "weight";
const LABEL = "label";
const CASE_NAMES: Readonly<Record<SvddKktCase, string>> = { 0: "inside", 1: "boundary", 2: "outside" };

/** Version of the layout of the JSON file. */
const JSON_FORMAT = "proofground-svdd/1";

/** Whether the answer is to exactly this data. */
export function answers(answer: SvddAnswer | null, { x, weights }: SvddState): answer is SvddAnswer {
  if (answer === null || answer.request.problem.x !== x) return false;
  const solved = answer.request.problem.weights ?? null;
  return solved === null ? weights.length === 0 : solved === weights;
}

/** The points: a column for each coordinate, their weights, and what they are where that is known; user units. */
function points(state: SvddState): SavedColumn[] {
  const columns = pointColumns(rowsOf(state), [...columnNames(state), WEIGHT]);
  return state.labels.length === 0 ? columns : [...columns, [LABEL, state.labels]];
}

export function dataCsv(state: SvddState, dialect?: CsvDialect): string {
  return columnsCsv(points(state), dialect);
}

/** The points with what was solved for each, in solved units: standardised ones where `standardise` is on. */
export function solutionCsv(state: SvddState, { frame }: SvddAnswer, dialect?: CsvDialect): string {
  const { solution, kktCase } = frame;
  const solved: SavedColumn[] = [
    ["distance2", solution.distance2],
    ["alpha", solution.alpha],
    ["xi", solution.xi],
    ["case", Array.from(kktCase, (kase) => CASE_NAMES[kase as SvddKktCase])],
  ];
  return columnsCsv([...points(state), ...solved], dialect);
}

/** Problem, parameters, scaling, solution and report. With solved = (user - mean) / scale, `solution` is in solved units. */
export function solutionJson(state: SvddState, { frame, request }: SvddAnswer, version: string): string {
  const { x: _x, d: _d, weights: _weights, ...parameters }: SvddProblem = request.problem;
  const { x, d, xNames, preset, labels } = state;
  const { scaling, solution, kktCase } = frame;
  const names = xNames.length > 0 ? xNames : columnNames(state);
  return exactJson({
    format: JSON_FORMAT,
    version,
    data: { preset, n: countOf(state), d, xNames: names, x, weights: rowsOf(state).last, labels },
    parameters: { ...parameters, standardise: request.standardise, stopAt: request.stopAt },
    scaling,
    solution,
    case: Array.from(kktCase, (kase) => CASE_NAMES[kase as SvddKktCase]),
  });
}
