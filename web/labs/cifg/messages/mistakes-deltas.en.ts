// The words of the mistakes in the deltas and in the gradients of the parameters (3a, 3b, 3c).
import type { ClaimMistakes } from "../../../host/proof.ts";

export const deltaMistakes = {
  "3a": {
    unseen: "How δcₜ came about: its value is compared, not its way. That is claim 3b.",
    mistakes: {
      plain: {
        name: "Derivatives a tenth too large",
        breaks: "All three local derivatives of cₜ are multiplied by 1.1.",
        wrong: "The slopes of step 2 are the coefficients themselves. One of f and 1 − f is at least ½, so it shows.",
      },
      "lost-minus": {
        name: "The lost minus: ∂c/∂f = cₜ₋₁",
        breaks: "The gate fₜ is taken to stand in the first term only: − c̃ₜ is lost.",
        wrong:
          "The gate also stands in (1 − fₜ) c̃ₜ. Step 2 has both terms: cₜ₋₁ − c̃ₜ. In a standard LSTM, where i is another gate, cₜ₋₁ would be right.",
      },
      plus: {
        name: "A lost sign: ∂c/∂f = cₜ₋₁ + c̃ₜ",
        breaks: "(1 − fₜ) c̃ₜ is differentiated as if it were + fₜ c̃ₜ.",
        wrong: "The derivative of 1 − f by f is −1 (step 2): opening the gate for the old closes it for the new.",
      },
      "no-complement": {
        name: "1 − f forgotten: ∂c/∂c̃ = 1",
        breaks: "δcₜ is handed on to c̃ₜ whole.",
        wrong:
          "The candidate c̃ₜ enters cₜ with the factor 1 − fₜ (step 2). With f near 1 nearly nothing of it is written.",
      },
      "f-for-complement": {
        name: "f in place of 1 − f",
        breaks: "∂cₜ/∂c̃ₜ is taken to be fₜ.",
        wrong:
          "The gate fₜ is the coefficient of cₜ₋₁; that of c̃ₜ is 1 − fₜ (step 2). Only at f = ½ are they the same.",
      },
      "from-difference": {
        name: "1 − f as a difference of rounded numbers",
        breaks: "1 − f is computed from the rounded f, also in the slope f (1 − f).",
        wrong:
          "On paper it is the same. In floating point, 1 − f loses its digits as f comes near 1, and is exactly 0 from z = 37 on (step 7). σ(−z) keeps them.",
      },
    },
    hypotheses: {},
  },
  "3b": {
    unseen: "The gradients of the parameters, which are made from these deltas. That is claim 3c.",
    mistakes: {
      plain: {
        name: "The loss a tenth too large",
        breaks: "Every gₜ is multiplied by 1.1 on the way back.",
        wrong: "At the last step with a loss, δhₜ is gₜ itself (step 8). From there the error goes back to all steps.",
      },
      "no-recurrent": {
        name: "δh without what comes back",
        breaks: "δhₜ = gₜ: the terms from the gates of step t + 1 are left out.",
        wrong:
          "The state hₜ feeds four nodes, not one (step 3). Where gₜ = 0, all of δhₜ and δoₜ is missing, and δcₜ has only what stays in the cell.",
      },
      "lost-minus": {
        name: "The lost minus: δf = δc ⊙ cₜ₋₁",
        breaks: "− c̃ₜ is lost in δfₜ.",
        wrong:
          "∂cₜ/∂fₜ is cₜ₋₁ − c̃ₜ (step 6). The wrong δf goes through U_f to every earlier step and turns all deltas there wrong.",
      },
      "f-t": {
        name: "δcₜ₊₁ ⊙ fₜ in place of fₜ₊₁",
        breaks: "What comes back through the cell is multiplied by the gate of step t.",
        wrong: "The next step is cₜ₊₁ = fₜ₊₁ ⊙ cₜ + …: the coefficient of cₜ is the gate of that step (step 5).",
      },
      twice: {
        name: "The path through U_f counted twice",
        breaks: "U_fᵀ δz of f is added to δhₜ twice.",
        wrong:
          "It is one edge of the graph, so it is added once (steps 1 and 3). It is easy to add it again for cₜ, which has it already through hₜ (step 5).",
      },
      "no-transpose": {
        name: "U in place of its transpose",
        breaks: "δhₜ gets U_k δz in place of U_kᵀ δz.",
        wrong: "The way back uses columns where the way forward used rows (step 3). Only a symmetric U hides it.",
      },
      "tanh-z": {
        name: "1 − z² in place of 1 − c̃²",
        breaks: "The slope of tanh is formed from z, not from its value c̃.",
        wrong:
          "The slope tanh′ is 1 − tanh²(z), and tanh(z) is c̃ (step 7). With |z| > 1 the wrong slope is even negative.",
      },
      "tanh-h": {
        name: "1 − h² in place of 1 − tanh²(c)",
        breaks: "The state hₜ is taken for tanh(cₜ) in its slope.",
        wrong: "In hₜ = oₜ ⊙ tanh(cₜ) the gate oₜ is no part of the slope of tanh (step 5).",
      },
      "sigma-z": {
        name: "z (1 − z) in place of f (1 − f)",
        breaks: "The slope of σ is formed from z, not from its value.",
        wrong: "σ′ is σ(z) (1 − σ(z)), in the value of the gate (step 7). It is at most ¼; the wrong one has no limit.",
      },
    },
    hypotheses: {},
  },
  "3c": {
    unseen: "Errors of single δz that cancel in the sum over t: each parameter sees its sum only. That is claim 3b.",
    mistakes: {
      plain: {
        name: "One bias's gradient off",
        breaks: "The first entry of dL/db_f is off by a tenth of what is added up there.",
        wrong: "It is the sum of δz of f over all steps (steps 1 and 6), and a step of that bias alone shows it.",
      },
      "last-step": {
        name: "Not summed over t",
        breaks: "Only the term of the last step is taken.",
        wrong: "The weights are shared by all steps, so the terms of all steps are added (step 1).",
      },
      "h-t": {
        name: "hₜ in place of hₜ₋₁",
        breaks: "The gradient is dL/dU_k = Σ δz hₜᵀ.",
        wrong: "U_k multiplies hₜ₋₁ in z of step t (step 5). At t = 1 it is h₀, which the wrong sum never sees.",
      },
      "one-bias": {
        name: "One bias for two gates",
        breaks: "The biases b_f and b_o are given the same gradient, the sum of both.",
        wrong: "That is the gradient of one shared bias. Here each gate has its own, with its own δz (step 6).",
      },
      outer: {
        name: "Outer product transposed",
        breaks: "The gradient is dL/dU_k = Σ hₜ₋₁ δzᵀ.",
        wrong:
          "Entry (j, m) is δz of unit j times entry m of hₜ₋₁ (step 4). dL/dU has the same shape either way, so no size tells.",
      },
      mean: {
        name: "Mean over t in place of the sum",
        breaks: "All gradients of parameters are divided by T.",
        wrong: "L is a sum over the steps, and so is its gradient (step 1). A mean belongs to a loss that is a mean.",
      },
      "no-transpose": {
        name: "U in place of its transpose",
        breaks: "On the way back, U_k δz stands in place of U_kᵀ δz.",
        wrong: "The deltas of all steps but the last are wrong (claim 3b, step 3), and with them every sum over t.",
      },
      "sigma-z": {
        name: "z (1 − z) in place of f (1 − f)",
        breaks: "The slopes of f and o are formed from z.",
        wrong: "Step 2 takes δz from claim 3b, whose step 7 has the slope in the value of the gate, not in z.",
      },
      "tanh-z": {
        name: "1 − z² in place of 1 − c̃²",
        breaks: "The slope of tanh is formed from z.",
        wrong: "Step 2 takes δz from claim 3b, whose step 7 has the slope in the value c̃, not in z.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Record<string, ClaimMistakes>;
