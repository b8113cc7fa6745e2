// The contract of a stage (kit/stages/stage.ts) with the types of this lab.
import type { MountStage, StageContext, StageView } from "../../kit/stages/stage.ts";
import type { DiffusionFrame, DiffusionRequest } from "./requests.ts";
import type { DiffusionState } from "./state.ts";

export type DiffusionStageContext = StageContext<DiffusionState, DiffusionRequest, DiffusionFrame>;
export type DiffusionStageView = StageView<DiffusionState>;
/** Puts one of the lab's stages into its slots. */
export type DiffusionStage = MountStage<DiffusionState, DiffusionRequest, DiffusionFrame>;
