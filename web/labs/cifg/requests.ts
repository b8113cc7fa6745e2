// All requests to the lab's solver, and its frames. `task` is the kind of both.
import type { CellFrame, CellRequest } from "./stages/cell/request.ts";
import type { FlowFrame, FlowStageRequest } from "./stages/flow/request.ts";
import type { TrainFrames, TrainRequests, TrainView } from "./stages/train/request.ts";

export type CifgRequest = CellRequest | FlowStageRequest | TrainRequests;
export type CifgFrame = CellFrame | FlowFrame | TrainFrames;
/** What only the page knows, for the next frame of a training. */
export type CifgView = TrainView;
