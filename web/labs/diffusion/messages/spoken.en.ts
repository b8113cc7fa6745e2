// What the stages say of their pictures to those who do not see them, in English. Loaded once a picture has come to rest.
export const spoken = {
  /** Between two sentences, and between the items of a list. */
  join: " ",
  list: "; ",
  /** A number that there is none of. */
  none: "–",
  forward: {
    picture: {
      title: "the moments",
      signal: "At t = {t}: ᾱ is {signal}, 1 − ᾱ is {noise}, KL to the prior {kl} {kl:nat|nats}.",
      exact: "qₜ exactly: mean ({m1}, {m2}), variances {v1} and {v2}, covariance {c}.",
      closed: "Particles in closed form: mean ({m1}, {m2}), variances {v1} and {v2}.",
      walked: "Particles step by step: mean ({m1}, {m2}), variances {v1} and {v2}.",
      peak: "The largest density of qₜ is {peak}.",
    },
    lanes: {
      title: "schedule and moments over t",
      names: {
        beta: "βₜ",
        snr: "SNR",
        kl: "KL to the prior",
        signal: "ᾱₜ",
        noise: "1 − ᾱₜ",
        variances: [
          "variance of x₁, exactly",
          "variance of x₂, exactly",
          "variance of x₁, particles",
          "variance of x₂, particles",
        ],
      },
      columns: [
        "t",
        "βₜ",
        "ᾱₜ",
        "SNR",
        "variance of x₁, exactly",
        "variance of x₂, exactly",
        "variance of x₁, particles",
        "variance of x₂, particles",
        "KL to the prior, nats",
      ],
    },
  },
  elbo: { title: "the curves of this picture" },
} as const;
