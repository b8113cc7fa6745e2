// All requests to the lab's solver, and its frames. `task` is the kind of both.
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
import type { SampleFrames, SampleRequests } from "./stages/sample/request.ts";
import type { TrainFrames, TrainRequests, TrainView } from "./stages/train/request.ts";

export type DiffusionRequest =
  | ForwardRequest
  | PosteriorRequest
  | TrainRequests
  | SampleRequests
  | ElboRequest
  | DatasetPointsRequest
  | StandardiseRequest
  | ClaimsRequest;
export type DiffusionFrame =
  | ForwardFrame
  | PosteriorFrame
  | TrainFrames
  | SampleFrames
  | ElboFrame
  | DatasetPointsFrame
  | StandardiseFrame
  | ClaimsFrame;

/** What only the page's view knows (Client.show). */
export type DiffusionView = TrainView;
