// The words of the mistakes in the ledger and in the horizon (3ledger, 3horizon).
import type { ClaimMistakes } from "../../../host/proof.ts";

export const pathMistakes = {
  "3ledger": {
    unseen: "A wrong δf, δo or δc̃ that no entry is made from. That is claim 3b.",
    mistakes: {
      plain: {
        name: "The loss a tenth too large",
        breaks: "Every gₜ is multiplied by 1.1, in all entries and in the gradients.",
        wrong: "The books still add up, but the entry of the direct edge is not gₜ any more (step 4).",
      },
      twice: {
        name: "The path through U_f counted twice",
        breaks: "U_fᵀ δz of f is added to δhₜ twice, and booked so.",
        wrong:
          "Sums and gradients agree, since both are wrong. But each path belongs to exactly one entry, and counts once (step 6).",
      },
      "no-recurrent": {
        name: "δh without what comes back",
        breaks: "δhₜ = gₜ, so the entries of U_f, U_o and U_c are all 0.",
        wrong: "Step 4 has three more edges out of hₜ. Books without them add up to a wrong gradient.",
      },
      "no-transpose": {
        name: "U in place of its transpose",
        breaks: "The entries of U_k are U_k δz in place of U_kᵀ δz.",
        wrong: "Step 4 uses the transposed Jacobian. Only a symmetric U hides it.",
      },
      source: {
        name: "Booked under step t + 1",
        breaks: "What comes back from step t + 1 is booked as that step's loss, wherever it began.",
        wrong:
          "The sums are right, and the entries are not: the source is where the path ends, on the edge from hₛ to L (step 2).",
      },
      "no-cell": {
        name: "The cell's own path not booked",
        breaks: "δcₜ₊₁ ⊙ fₜ₊₁ is left out of the entries of δcₜ.",
        wrong: "It is one of the edges out of cₜ (step 4). Without it the entries do not add up to δcₜ.",
      },
    },
    hypotheses: {},
  },
  "3horizon": {
    unseen: "Whether a memory is of use to the loss: only what c_T feels of cₜ is measured.",
    mistakes: {
      plain: {
        name: "All a tenth too large",
        breaks: "The products of f and dc_T/dcₜ are multiplied by 1.1.",
        wrong: "At t = T nothing lies between: both are 1 there.",
      },
      product: {
        name: "“f keeps the gradient”: h left out",
        breaks: "The Jacobian dc_T/dcₜ is taken to be the product of the forget gates alone.",
        wrong:
          "That is the one path that never leaves the cell (step 1). Every path that goes out to some h and comes back is missing (step 4).",
      },
      "f-t": {
        name: "fₜ … f_T₋₁ in place of fₜ₊₁ … f_T",
        breaks: "The product starts at the gate of step t and ends one step early.",
        wrong: "From cₜ to cₜ₊₁ the gate is fₜ₊₁ (step 1): cₜ has passed fₜ already.",
      },
      "input-gate": {
        name: "The input gates multiplied",
        breaks: "The product is of 1 − f in place of f.",
        wrong: "1 − f is the coefficient of c̃, and f that of cₜ₋₁ (step 1).",
      },
      transposed: {
        name: "Rows and columns exchanged",
        breaks: "Entry (i, j) of the Jacobian is what entry i of cₜ does to entry j of c_T.",
        wrong: "It is the other way round: row i is of c_T, column j of cₜ. The norm is the same, the entries are not.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Record<string, ClaimMistakes>;
