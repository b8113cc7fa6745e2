// What this lab asks before a control shows what it does.
export const predict = {
  gap: { ask: "What will the gap between log p(x) and the ELBO of this q do?", name: "The gap, in nats," },
  evidence: { ask: "What will log p(x) do?", name: "log p(x), in nats," },
  evidencePlace: { ask: "What will log p(x) be, in nats?", name: "log p(x), in nats," },
} as const;
