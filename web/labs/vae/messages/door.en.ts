// The words of this lab on the front door.
export const door = {
  action: "Drag q onto the green posterior.",
  gap: "gap {gap} nats",
  handle: "Mean of q",
  at: "{x}, {y}",
  describe:
    "The plane of the latent z: the posterior p(z | x) as green ellipses, q as dashed ones beside it. The evidence bound misses log p(x) by {gap} nats.",
  begun:
    "The bound misses log p(x) by {gap} nats; before, by {before}. The least possible for a q of this shape is {best}.",
  done: "q is where the posterior is: the bound misses log p(x) by {gap} nats now, and by {before} before. Any q without correlation leaves at least {best}.",
} as const;
