// The words of this lab's tour.
export const tour = {
  noise: {
    say: "Press “To the end” under the picture: the data become noise.",
    came: "At t = {t} each point keeps {share} % of its place. What is left is {kl} nats from pure noise.",
  },
  train: {
    say: "Open the stage “Train” and start a training.",
    came: "After {steps} {steps:step|steps} the network’s guess of the noise has a mean squared error of {error}. To guess 0 would have {d}: it has begun to see where the data are.",
  },
  break: {
    say: "Open claim 4c, then press “Break it”: a formula is changed on purpose.",
    came: "{failing} of {checks} {failing:check fails|checks fail}: the same mean is computed another way.",
  },
  mend: {
    say: "Press “Mend it”.",
    came: "Claim 4c holds, in all of its {checks} {checks:check|checks}.",
  },
  bridge: {
    say: "Open claim 4bridge, then press “Show the example for this claim”.",
    came: "A chain of {T} {T:step|steps} for two modes on the line: its bound misses the entropy of the data by {gap} nats.",
  },
  one: {
    say: "Move the number of steps down to 1.",
    came: "With one step it is a VAE, and the bound misses the entropy by {gap} nats: one Gaussian has to find both modes. Many small steps can.",
  },
} as const;
