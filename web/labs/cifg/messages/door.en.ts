// The words of this lab on the front door.
export const door = {
  action: "Drag the gate’s bias to the left: the network forgets.",
  axes: { t: "step t", size: "gradient, log₁₀" },
  bias: "gate’s bias {value}",
  ends: ["forgets", "remembers"],
  handle: "Bias of the forget gate",
  describe:
    "Sizes of the gradient at {T} {T:step|steps} of a recurrent network with coupled gates, from the last step, where the loss is, back to the first.",
  begun:
    "Of the gradient at the last step the first one gets {share}; before, it got {before}. Drag further to the left.",
  done: "Of the gradient at the last step the first one gets {share}; before, it got {before}. If only the gate f carried it, that would be {alone}: the rest goes through h.",
} as const;
