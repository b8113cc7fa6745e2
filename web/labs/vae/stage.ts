// The contract of a stage (kit/stages/stage.ts) with the types of this lab.
import type { MountStage, StageContext, StageView } from "../../kit/stages/stage.ts";
import type { VaeFrame, VaeRequest } from "./requests.ts";
import type { VaeState } from "./state.ts";

export type VaeStageContext = StageContext<VaeState, VaeRequest, VaeFrame>;
export type VaeStageView = StageView<VaeState>;
/** Puts one of the lab's stages into its slots. */
export type VaeStage = MountStage<VaeState, VaeRequest, VaeFrame>;
