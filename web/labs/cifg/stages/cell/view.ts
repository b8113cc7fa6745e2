// The page's half of the stage.
import type { CifgStage } from "../../stage.ts";

export const mount: CifgStage = () => ({ controls: [], picture: () => null, dispose: () => undefined });
