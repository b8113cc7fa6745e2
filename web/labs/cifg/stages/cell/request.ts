// What the stage "Cell" asks for, and its frames.
import type { CifgProblem, CifgTape } from "../../../../../wasm/lib/types.ts";
import { problemOf } from "../../problem.ts";
import type { CifgState } from "../../state.ts";

export interface CellRequest {
  readonly task: "cell";
  readonly problem: CifgProblem;
}

export interface CellFrame {
  readonly task: "cell";
  readonly tape: CifgTape;
}

export function cellRequest(state: CifgState): CellRequest {
  return { task: "cell", problem: problemOf(state) };
}
