// What this lab asks before a control shows what it does.
export const predict = {
  gap: { ask: "What will the gap between log p(x) and the ELBO of this q do?", name: "The gap, in nats," },
  evidence: { ask: "What will log p(x) do?", name: "log p(x), in nats," },
  evidencePlace: { ask: "What will log p(x) be, in nats?", name: "log p(x), in nats," },
  error: { ask: "What will the standard error of the ELBO by draws do?", name: "The standard error, in nats," },
  errorPlace: {
    ask: "What will the standard error of the ELBO by draws be, in nats?",
    name: "The standard error, in nats,",
  },
  outside: {
    ask: "How many pixels of the samples are outside of 0 to 1: what will their number do?",
    name: "The number of pixels outside of 0 to 1",
  },
} as const;
