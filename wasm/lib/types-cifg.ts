// The public interface of problem 3: what the library computes for the CIFG-LSTM lab.
import type { CifgClaim, CifgClaimRequest } from "./types-cifg-claims.ts";
import type { CifgBackward, CifgInputs, CifgProblem, CifgStates, CifgTape } from "./types-cifg-data.ts";
import type { FlowAnswer, FlowRequest } from "./types-cifg-flow.ts";
import type { CifgBaselines, CifgNetwork, CifgTask, CifgTrainer, CifgTrainRequest } from "./types-cifg-train.ts";

/** Problem 3. */
export interface Cifg {
  forward(inputs: CifgInputs): CifgStates;
  /** Every gradient of L = sum <g_t, h_t>, by backpropagation through time. */
  backward(problem: CifgProblem): CifgBackward;
  /** States, gradients, the ledger and the memory horizon at once. Refused: batch above 1, a ledger of above 2^20 numbers. */
  tape(problem: CifgProblem): CifgTape;
  /** How the gradient flows back through a drawn CIFG-LSTM, and through a standard LSTM from the same start. */
  flow(request: FlowRequest): FlowAnswer;
  /** The CIFG-LSTM that flow() draws, with its inputs and its loss. */
  drawn(request: FlowRequest): CifgProblem;
  claim(request: CifgClaimRequest): CifgClaim;
  /** @param saved what save() gave: goes on from there. The request must be the same but for the learning rate and the clip. */
  train(request: CifgTrainRequest, saved?: Uint8Array): CifgTrainer;
  /** The weights of a network's file, to be read. */
  weights(network: Uint8Array): CifgNetwork;
  /** The file of these weights; the inverse of weights(). */
  network(weights: CifgNetwork): Uint8Array;
  /** The held-out errors of the naive predictors of a task, which a network is compared with. */
  baselines(task: CifgTask, seed: number): CifgBaselines;
}
