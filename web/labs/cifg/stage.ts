// The contract of a stage (kit/stages/stage.ts) with the types of this lab.
import type { MountStage, StageContext, StageView } from "../../kit/stages/stage.ts";
import type { CifgFrame, CifgRequest } from "./requests.ts";
import type { CifgState } from "./state.ts";

export type CifgStageContext = StageContext<CifgState, CifgRequest, CifgFrame>;
export type CifgStageView = StageView<CifgState>;
/** Puts one of the lab's stages into its slots. */
export type CifgStage = MountStage<CifgState, CifgRequest, CifgFrame>;
