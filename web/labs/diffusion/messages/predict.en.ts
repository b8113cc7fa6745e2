// What this lab asks before a control shows what it does.
export const predict = {
  signal: {
    ask: "What will the share of the data that is left at step T, √ᾱ_T, do?",
    name: "√ᾱ_T, in percent,",
  },
  signalPlace: {
    ask: "How much of the data, √ᾱ_T in percent, will be left at step T, at the right end of the picture of ᾱ?",
    name: "√ᾱ_T, in percent,",
  },
  kl: {
    ask: "What will the KL divergence of the two steps do, the true one and the one with your guess?",
    name: "The KL divergence of the two steps, in nats,",
  },
  gap: {
    ask: "What will NELBO − entropy do, with the variance of the posterior?",
    name: "NELBO − entropy, in nats,",
  },
} as const;
