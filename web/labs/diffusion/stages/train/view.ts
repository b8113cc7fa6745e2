// The page's half of the stage.
import type { MountStage } from "../../stage.ts";

export const mount: MountStage = (_slots, parts) => {
  parts.settled(true);
  return { controls: [], toPng: () => null, toSvg: () => null, dispose: () => undefined };
};
