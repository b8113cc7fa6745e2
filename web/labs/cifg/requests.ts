// All requests to the lab's solver, and its frames. `task` is the kind of both.
import type { CellFrame, CellRequest } from "./stages/cell/request.ts";
import type { FlowFrame, FlowStageRequest } from "./stages/flow/request.ts";

export type CifgRequest = CellRequest | FlowStageRequest;
export type CifgFrame = CellFrame | FlowFrame;
