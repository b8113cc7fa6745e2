// The words of this lab on the front door.
export const door = {
  action: "Drag t to the end: data become noise.",
  step: "t = {t}",
  ends: ["data", "noise"],
  handle: "Step t",
  at: "step {t} of {T}",
  describe: "{n} {n:point|points} of two half moons, moved towards 0 and blurred by noise, at step {t} of {T}.",
  begun:
    "At t = {t} each point keeps {share} % of its place, and the rest is noise: {kl} nats from pure noise. Drag it to the end.",
  done: "At t = {t} each point keeps {share} % of its place: what is left is {kl} nats from pure noise. From there the sampler begins, and goes back to the data.",
} as const;
