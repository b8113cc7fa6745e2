// The words of this lab on the front door.
export const door = {
  action: "Drag the gate’s bias to the left: the network forgets.",
  caption:
    "The gradient on its way back from the loss at the last step to the first. Dotted: what the forget gate alone lets through.",
  axes: { t: "step t", size: "gradient, log₁₀" },
  bias: "gate’s bias {value}",
  ends: ["forgets", "remembers"],
  handle: "Bias of the forget gate",
  describe:
    "Sizes of the gradient at {T} {T:step|steps} of a recurrent network with coupled gates, where the forget gate has the bias {bias}. The loss is at the last step. The first step gets {share} of the gradient there; through the forget gate alone it would get {alone}.",
  begun:
    "The first step gets {share} of the gradient at the last step; before, it got {before}. Drag further to the left.",
  done: "The first step gets {share} of the gradient at the last step; before, it got {before}. Through the forget gate alone it would get {alone}: the rest goes through h.",
} as const;
