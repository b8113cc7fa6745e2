// All requests to the lab's solver, and its frames. `task` is the kind of both.
import type { ClaimsFrame, ClaimsRequest } from "./claims.ts";
import type { BoundFrame, BoundRequest } from "./stages/bound/request.ts";
import type { CompareFrame, CompareRequest } from "./stages/compare/request.ts";
import type { DigitsFrames, DigitsRequests } from "./stages/digits/request.ts";
import type { TrainFrames, TrainRequests, TrainView } from "./stages/train/request.ts";

export type VaeRequest = BoundRequest | TrainRequests | DigitsRequests | CompareRequest | ClaimsRequest;
export type VaeFrame = BoundFrame | TrainFrames | DigitsFrames | CompareFrame | ClaimsFrame;
/** What only the page knows, for the next frame of a training. */
export type VaeView = TrainView;
