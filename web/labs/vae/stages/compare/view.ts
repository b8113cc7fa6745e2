// The page's half of the stage.
import type { VaeStage } from "../../stage.ts";

export const mount: VaeStage = () => ({ controls: [], picture: () => null, dispose: () => undefined });
