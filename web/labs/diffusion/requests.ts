// All requests to the lab's solver, and its frames. `task` is the kind of both.
import type { LabContext } from "../../host/lab.ts";
import type { ClaimsFrame, ClaimsRequest } from "./claims.ts";
import type {
  DatasetPointsFrame,
  DatasetPointsRequest,
  StandardiseFrame,
  StandardiseRequest,
} from "./dataset-request.ts";
import type { ElboFrame, ElboRequest } from "./stages/elbo/request.ts";
import type { ForwardFrame, ForwardRequest } from "./stages/forward/request.ts";
import type { PosteriorFrame, PosteriorRequest } from "./stages/posterior/request.ts";
import type { SampleAnswer, SampleAsked } from "./stages/sample/request.ts";
import type { TrainAnswer, TrainRequest } from "./stages/train/request.ts";
import type { DiffusionState } from "./state.ts";

export type DiffusionRequest =
  | ForwardRequest
  | PosteriorRequest
  | TrainRequest
  | SampleAsked
  | ElboRequest
  | DatasetPointsRequest
  | StandardiseRequest
  | ClaimsRequest;
export type DiffusionFrame =
  | ForwardFrame
  | PosteriorFrame
  | TrainAnswer
  | SampleAnswer
  | ElboFrame
  | DatasetPointsFrame
  | StandardiseFrame
  | ClaimsFrame;

export type DiffusionContext = LabContext<DiffusionState, DiffusionRequest, DiffusionFrame>;
