// What the stage "Gradient flow" asks for, and its frames.
import type { FlowAnswer, FlowRequest } from "../../../../../wasm/lib/types.ts";
import type { CifgState } from "../../state.ts";

export interface FlowStageRequest {
  readonly task: "flow";
  readonly flow: FlowRequest;
}

export interface FlowFrame {
  readonly task: "flow";
  readonly answer: FlowAnswer;
}

export function flowRequest(state: CifgState): FlowStageRequest {
  const { flowDx: dx, flowDh: dh, flowT: T, inputGain, gain, forgetBias, inputScale, flowLoss, flowSeed } = state;
  return { task: "flow", flow: { dx, dh, T, inputGain, gain, forgetBias, inputScale, loss: flowLoss, seed: flowSeed } };
}
