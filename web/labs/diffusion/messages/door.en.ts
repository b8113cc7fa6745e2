// The words of this lab on the front door.
export const door = {
  action: "Drag t to the end: data become noise.",
  caption: "Points of two half moons. Each step moves them a little towards 0, and adds a little noise.",
  step: "t = {t}",
  ends: ["data", "noise"],
  handle: "Step t",
  at: "step {t} of {T}",
  describe:
    "{n} {n:point|points} of two half moons at step {t} of {T}: each keeps {share} % of its place, and the rest is noise. On average it is {kl} nats from pure noise.",
  begun:
    "At t = {t} each point keeps {share} % of its place, and the rest is noise: on average it is {kl} nats from pure noise. Drag t to the end.",
  done: "At t = {t} each point keeps only {share} % of its place: on average it is {kl} nats from pure noise. The sampler begins with such noise and goes back to the data.",
} as const;
