// A small trained network, opened in the stage Cell: its weights, the sequence on show, and the read-out of the last step as the loss.
import type { CifgNetwork } from "../../../../../wasm/lib/types.ts";
import { MAX_SIZE, MAX_T } from "../../fields.ts";
import type { ProblemFields } from "../../problem.ts";
import { readWeights } from "../../weights-file.ts";
import { weightsJson } from "./files.ts";
import type { Shown } from "./scene.ts";

/** The CIFG on show, if it can be looked at number by number. */
export function openable(shown: readonly Shown[]): Shown | null {
  return shown.find(({ cell, units }) => cell === "cifg" && units <= MAX_SIZE) ?? null;
}

/**
 * The first steps of the sequence, which starts with h_0 = c_0 = 0. L = <V, h_T>, without b_y: what the network says at the last of
 * them. @param name of the network in a refusal
 */
export function cellProblem(
  network: CifgNetwork,
  { gates }: Pick<Shown, "gates">,
  now: ProblemFields,
  name: string,
): { readonly problem: ProblemFields } | { readonly refusal: string } {
  const T = Math.min(MAX_T, gates.target.length);
  const read = readWeights(weightsJson(network), name, { ...now, T });
  if ("refusal" in read) return read;
  const { dx, dh, weights } = read.problem;
  const zeros = (count: number) => new Array<number>(count).fill(0);
  return {
    problem: {
      ...{ dx, dh, T, weights, h0: zeros(dh), c0: zeros(dh) },
      x: Array.from(gates.x.slice(0, T * dx)),
      g: [...zeros((T - 1) * dh), ...Array.from(network.readout.V)],
    },
  };
}
