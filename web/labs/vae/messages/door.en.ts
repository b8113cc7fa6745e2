// The words of this lab on the front door.
export const door = {
  action: "Drag q onto the green posterior.",
  caption: "q stands in for the posterior of the latent z. The gap is how far the evidence bound stays below log p(x).",
  gap: "gap {gap} nats",
  handle: "Mean of q",
  at: "{x}, {y}",
  describe:
    "The plane of the latent z: the posterior p(z | x) as green ellipses around ({posterior}), q as dashed ones around ({q}). The evidence bound misses log p(x) by {gap} nats.",
  begun:
    "The bound misses log p(x) by {gap} nats; before, by {before}. Drag q onto the posterior: the least that a q without correlation can reach is {best}.",
  done: "q lies on the posterior: the bound misses log p(x) by {gap} nats; before, by {before}. A q without correlation cannot reach less than {best}.",
} as const;
