// All requests to the lab's solver, and its frames. `task` is the kind of both.
import type { ClaimsFrame, ClaimsRequest } from "./claims.ts";
import type { CellFrame, CellRequest } from "./stages/cell/request.ts";
import type { FlowFrame, FlowStageRequest } from "./stages/flow/request.ts";
import type { TrainFrames, TrainRequests, TrainView } from "./stages/train/request.ts";

export type CifgRequest = CellRequest | FlowStageRequest | TrainRequests | ClaimsRequest;
export type CifgFrame = CellFrame | FlowFrame | TrainFrames | ClaimsFrame;
/** What only the page knows, for the next frame of a training. */
export type CifgView = TrainView;
