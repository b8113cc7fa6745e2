// The axes of a picture as they are heard.
import type { AxisOptions, FrameOptions } from "../../plot/frame.ts";
import { log } from "../../plot/log-scale.ts";
import type { Curve } from "./curve.ts";
import type { Axis } from "./pitch.ts";

const heardOn = ({ domain, scale }: AxisOptions): Axis => ({ domain: domain, log: scale === log });

export const axesOf = ({ x, y }: Pick<FrameOptions, "x" | "y">): Pick<Curve, "across" | "up"> => ({
  across: heardOn(x),
  up: heardOn(y),
});
