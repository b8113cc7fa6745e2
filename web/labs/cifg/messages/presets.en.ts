// Titles and explanations of the starting states: what each has to show.
export const presetGroups = {
  cell: "One cell",
  flow: "Gradient flow",
  train: "Training",
} as const;

export const presets = {
  small: {
    title: "A small cell",
    about:
      "Two inputs, three units, six steps, losses at steps 3, 5 and 6. Step through the forward pass, then back. Drag any weight and see every number answer.",
  },
  one: {
    title: "One unit, one step",
    about: "The smallest cell there is. Every number fits on paper: check each equation by hand, forward and back.",
  },
  closed: {
    title: "f = 0: no memory",
    about:
      "The forget gates are shut: cₜ = c̃ₜ at every step. Look at δcₜ: nothing comes through the cell, what comes back from later steps comes through h alone.",
  },
  open: {
    title: "f = 1: nothing is written",
    about:
      "The forget gates are fully open, and coupled to them 1 − f = 0: cₜ = c₀ for ever. δc̃ₜ is exactly 0, so W_c, U_c and b_c learn nothing.",
  },
  equal: {
    title: "c̃ₜ = cₜ₋₁: the gate does not matter",
    about:
      "In unit 1 both ends of the segment are 0, so cₜ is 0 for every f. There δfₜ = δcₜ (cₜ₋₁ − c̃ₜ) = 0 while δcₜ is not.",
  },
  saturated: {
    title: "z = 40: f rounds to 1",
    about:
      "σ(40) is 1 in double precision, but 1 − f = σ(−40) is 4·10⁻¹⁸, not 0. Computed as 1 − f it would be lost. The gradients are tiny, and right.",
  },
  last: {
    title: "Loss at the last step",
    about:
      "Everything at steps 1 to 5 is moved by what comes back from step 6. See how much of it comes through the cell, and how much through h.",
  },
  memory: {
    title: "One long memory",
    about:
      "At step 2 a mark shuts the gate of unit 1: it writes x₁ = 0.8 and then keeps it. The loss at step 12 still reaches that step. Unit 2 has forgotten by then.",
  },
  flow: {
    title: "From one start",
    about: "A coupled and a standard LSTM with the same weights. Move the gain and the bias of the forget gate.",
  },
  co2: {
    title: "CO₂ at Mauna Loa",
    about: "Monthly values with a trend and a season. Train both cells and compare them with the naive forecasts.",
  },
} as const;
