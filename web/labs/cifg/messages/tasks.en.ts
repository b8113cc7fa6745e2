// The words of this lab's tasks.
import type { AllTaskWords } from "../../../host/tasks/task.ts";

export const tasks = {
  "3a-shares": {
    title: "Three shares to one",
    ask: "Set the gate so that δc̃₁ is 2.9 to 3.1 times as large as what δc₁ sends back to c₀. Keep |δc₁| at 0.05 or more.",
    hint: "The two shares of δc are 1 − f and f. Turn “The dial f” below the cell, or change b_f: the slider f of the claim only tries an f.",
    measured: { ratio: "δc̃₁ over the part for c₀", "delta-c": "|δc₁|" },
  },
  "3a-no-matter": {
    title: "A gate that does not matter",
    ask: "Make |δf₁| at most 0.01 of |δc₁|, with the gate half open: f from 0.1 to 0.9. Keep |δc₁| at 0.05 or more.",
    hint: "δf is δc times a difference. Which two numbers have to be equal? c₀ stays as it is.",
    measured: { "delta-f": "|δf₁| over |δc₁|", "delta-c": "|δc₁|", gate: "f₁" },
  },
  "3a-rounded": {
    title: "Where 1 − f rounds to 0",
    ask: "Open the gate until 1 − f, formed from the rounded f, is exactly 0, but no further: δc̃₁ has to be more than 10⁻¹⁶ of δc₁. Keep |δc₁| at 0.05 or more.",
    hint: "Step 7 of the derivation says near which z this begins. Every weight can be typed.",
    measured: {
      difference: "1 − f₁ as a difference",
      share: "δc̃₁ over δc₁",
      "delta-c": "|δc₁|",
    },
  },
  "3b-keep": {
    title: "Eleven steps back",
    ask: "The loss is at step 12 only. Choose weights so that |δc₁| is 0.5 to 2 times |δc₁₂|, and that something new is written at every step: 1 − f at least 0.02.",
    hint: "Inside the cell, δc is multiplied by f at each step back. What is left after eleven of them?",
    measured: { ratio: "|δc₁| over |δc₁₂|", written: "smallest 1 − f" },
  },
  "3b-line": {
    title: "One of five lines is wrong",
    ask: "One of these five lines of a derivation is wrong, but on the numbers of the start both sides of each agree. Choose that line, and change numbers until its sides differ by at least 0.01 of the largest δ.",
    hint: "At the start the forget gate is the same at all steps. Which line would not survive a gate that changes?",
    measured: { apart: "distance of both sides over the largest δ" },
    inputs: {
      line: {
        label: "The wrong line",
        options: {
          dh: "δhₜ = gₜ + U_fᵀ δz_f,ₜ₊₁ + U_oᵀ δz_o,ₜ₊₁ + U_cᵀ δz_c,ₜ₊₁",
          dc: "δcₜ = δhₜ ⊙ oₜ ⊙ (1 − tanh² cₜ) + δcₜ₊₁ ⊙ fₜ",
          df: "δfₜ = δcₜ ⊙ (cₜ₋₁ − c̃ₜ)",
          dzO: "δz_o,ₜ = δoₜ ⊙ oₜ ⊙ (1 − oₜ)",
          dzC: "δz_c,ₜ = δc̃ₜ ⊙ (1 − c̃ₜ²)",
        },
      },
    },
  },
  "3b-harmless": {
    title: "A mistake that does no harm",
    ask: "Who writes δh₁ = g₁ leaves out three parts, which come back through U_f, U_o and U_c. Choose weights so that the three add up to at most 0.02 of the sum of their sizes, while each has a size of at least 0.01.",
    hint: "The three parts have signs. Change one U and watch δh₁ come near g₁.",
    measured: { "left-out": "what is left out, over the sum of sizes", "least-part": "size of the smallest part" },
  },
  "3c-one-step": {
    title: "Only one step adds",
    ask: "Change the inputs so that step 3 alone adds to ∂L/∂W_f: 0.999 or more of the sum of the terms' sizes. In ∂L/∂b_f its share has to stay at most 0.9.",
    hint: "A term is the step's δz times its input. What makes it 0, whatever δz is?",
    measured: { share: "share of step 3 in ∂L/∂W_f", "bias-share": "share of step 3 in ∂L/∂b_f" },
  },
  "3c-difference": {
    title: "Neither too small nor too large",
    ask: "Choose the step η = 10ᵏ of the central difference (L(b_f + η) − L(b_f − η)) / (2η) so that its relative error as a value of ∂L/∂b_f is at most 10⁻⁹.",
    hint: "Step 10 of the derivation: one part of the error grows with η, the other one as η shrinks.",
    measured: { error: "relative error of the difference" },
    inputs: { exponent: { label: "k, the exponent of η" } },
  },
  "3c-cancel": {
    title: "Terms that cancel",
    ask: "Change the weights g of the loss so that ∂L/∂b_f is at most 0.01 of the sum of its terms' sizes, while each of the three terms keeps a share of at least 0.05.",
    hint: "The terms are linear in g, and one number of g is enough. Look at their signs.",
    measured: { total: "|∂L/∂b_f| over the sum of sizes", "least-share": "share of the smallest term" },
  },
  "3c-before": {
    title: "The state before, not after",
    ask: "Choose inputs and starting states so that each term of ∂L/∂U_f has a size of at most 10⁻⁴, while the wrong sum Σ δz_f,ₜ hₜ, with hₜ in place of hₜ₋₁, has a size of at least 0.005.",
    hint: "The right terms contain h₀ and h₁ only. h₁ is 0 where c₁ is 0, and c₁ is a mixture of c₀ and c̃₁.",
    measured: { "largest-term": "size of the largest term", "wrong-sum": "size of the wrong sum" },
  },
  "3c-rank": {
    title: "Six steps, rank one",
    ask: "Each step adds a matrix of rank 1 to ∂L/∂W_f. Change the inputs so that their sum has rank 1, too: second singular value at most 0.001 of the first. At least four steps have to add 0.05 or more of the sum of sizes each, and no input may have a size below 0.1.",
    hint: "Each term is a column times the row xₜᵀ. When is a sum of such products one such product?",
    measured: {
      second: "second singular value over the first",
      steps: "steps that add",
      "least-input": "size of the smallest input",
    },
  },
  "3ledger-output": {
    title: "Back through the output gate",
    ask: "The loss is at step 2 only. Choose weights so that U_o brings at least 0.9 of the sum of sizes of the parts of δh₁, and |δh₁| is at least 0.05.",
    hint: "Each part is a U times the δz of its gate. Two of the three can be switched off.",
    measured: { share: "share of U_o in δh₁", "delta-h": "|δh₁|" },
  },
  "3ledger-cancel": {
    title: "Large parts, small total",
    ask: "The loss is at step 2 only. Choose weights so that |δc₁| is at most 0.05 of its largest part by path, which has a size of at least 0.1.",
    hint: "The part through the cell has the sign of the loss. Give another path the opposite sign.",
    measured: { total: "|δc₁| over its largest part", largest: "size of the largest part" },
  },
  "3ledger-late": {
    title: "Only the last loss counts",
    ask: "Every step has a loss. Choose weights and inputs so that the loss of step 3 brings at least 0.9 of the sum of sizes of the parts of δc₁ by source, and |δc₁| is at least 0.1.",
    hint: "A step's loss enters the cell through that step's output gate. An input can mark the step whose gate opens; the forget gate has to keep.",
    measured: { share: "share of the loss of step 3 in δc₁", "delta-c": "|δc₁|" },
  },
  "3horizon-nothing": {
    title: "Half is promised, nothing comes",
    ask: "Choose weights so that the forget gate of step 2 lets through at least 0.4, but dc₂/dc₁ has a size of at most 0.02.",
    hint: "The second part of dc₂/dc₁ goes through h₁ and has a sign. Step 5 of the derivation is about this very cell.",
    measured: { product: "product of f", reaches: "|dc₂/dc₁|" },
  },
  "3horizon-half-shut": {
    title: "Remember with half-shut gates",
    ask: "Choose weights so that f is at most 0.6 at each of the twelve steps, and dc₁₂/dc₁ still has a size from 0.5 to 2.",
    hint: "What the gate lets go has to come back through h. At the start one step keeps 3/4: how much should it keep?",
    measured: { gate: "largest f", reaches: "|dc₁₂/dc₁|" },
  },
  "3horizon-promise": {
    title: "What f does not promise",
    ask: "In the larger cell, move the gain of U and the forget bias so that the product of f from c₁ to c_T is at most 10⁻²⁰, while ‖∂c_T/∂c₁‖ is from 0.1 to 10.",
    hint: "Shut the gates first. Then let h bring back what they stop.",
    measured: { promise: "log₁₀ of the largest product of f", norm: "log₁₀ of ‖∂c_T/∂c₁‖" },
  },
} as const satisfies AllTaskWords;
