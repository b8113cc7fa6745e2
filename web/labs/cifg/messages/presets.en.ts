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
      "At steps 1 to 5 every gradient has come back from step 6. See how much of it comes through the cell, and how much through h.",
  },
  memory: {
    title: "One long memory",
    about:
      "At step 2 a mark shuts the gate of unit 1: it writes x₁ = 0.8 and then keeps it. The loss at step 12 still reaches that step. Unit 2 has forgotten by then.",
  },
  drawn: {
    title: "A drawn start",
    about:
      "Both cells with the same random weights. Sixty steps back the gradient has shrunk more than ten thousandfold in each. Move the gain of U and the forget bias: it vanishes, stays or grows.",
  },
  vanishing: {
    title: "Vanishing",
    about:
      "Forget gates mostly shut: the gradient loses about the same share at every step, a straight line here. Move their bias up and see it flatten.",
  },
  exploding: {
    title: "Exploding",
    about:
      "Large recurrent weights: every step back through h multiplies. The product of f promises that nothing is left; the measured gradient grows until a float cannot hold it.",
  },
  "long-memory": {
    title: "A memory of a hundred steps",
    about:
      "A forget bias of 6 keeps nearly all of c over a hundred steps, and here the product of f says so rightly. The price: 1 − f is near 0, and little new is written.",
  },
  "half-truth": {
    title: "“f keeps the gradient”: half the truth",
    about:
      "The product of f promises almost nothing of c₁ at T. The measured Jacobian is of size 1: what arrives has come through h.",
  },
  reverse: {
    title: "The other half: h takes it away",
    about:
      "One unit whose forget gate stays open: f promises a sixth of c₁, but what goes through h cancels it. A rare draw, chosen to show that it can happen.",
  },
  "flat-gates": {
    title: "Saturated gates",
    about:
      "Large inputs push z far out. Where f is flat its slope is near 0, and the gate learns nothing there. See the marks in the heat map.",
  },
  "dead-gates": {
    title: "Gates that get no gradient",
    about:
      "The memory is gone after a few steps: in the early ones δz is 0 in single precision, and no gate learns from them.",
  },
  "two-cells": {
    title: "Coupled beside standard",
    about:
      "From the same weights the coupled cell's gradient grows and the standard one's shrinks. Another seed can turn it round: the draw matters more than the kind of cell.",
  },
  co2: {
    title: "CO₂ at Mauna Loa",
    about:
      "A trend and a season. Press “Start training”: both cells soon forecast the next month better than every naive predictor.",
  },
  "co2-year": {
    title: "CO₂, a year ahead",
    about:
      "A year ahead the last value with drift wins: both cells fit the training years ever better, and the held-out years ever worse.",
  },
  lynx: {
    title: "Canadian lynx",
    about:
      "A cycle of about ten years, with peaks of uneven height. Few values and a short training: see how far a network gets beyond an autoregression.",
  },
  passengers: {
    title: "Airline passengers: the baseline wins",
    about:
      "Growth and a season that grows with it. A linear autoregression over two years has the least error: the page says so.",
  },
  adding: {
    title: "The adding problem",
    about:
      "Two marked values of thirty are to be added at the last step. The error stays where guessing the mean puts it, then falls: the cell has learnt to keep what is marked.",
  },
  copy: {
    title: "A copy, ten steps late",
    about:
      "Each value is asked for ten steps later, so the cell must keep ten of them in order. Look at f over time once it is learnt.",
  },
  truncated: {
    title: "Truncated too short",
    about:
      "Gradients go back through five steps only: what happened ten steps ago gets none. The error stays just under that of the mean.",
  },
  "no-clip": {
    title: "A large rate, no clipping",
    about:
      "A learning rate of 0.3 and no limit on the gradient: the standard cell does not get below the mean. With a limit of 1 it does.",
  },
  "equal-weights": {
    title: "Equal numbers of weights",
    about:
      "The coupled cell has 3/4 of a standard one's weights at the same width. Here the standard one is made narrower until it has no more. Which race is the fairer one is for you to say.",
  },
  "long-adding": {
    title: "A hundred steps, bias 0",
    about:
      "With f near 1/2 what is marked early is halved at each step: the standard cell hardly gets below the mean. With a bias of 3 both learn.",
  },
} as const;
