// Every word of the stage "ELBO", in English.
export const elbo = {
  group: "ELBO",
  views: {
    label: "Pictures of the bound",
    options: {
      weights: "weights wₜ",
      terms: "by step",
      bridge: "VAE to diffusion",
      printed: "simple loss",
    },
  },
  empty: "There are no data yet: draw some points first.",
  loading: "Computing…",
  axis: {
    t: "step t",
    T: "steps T of the chain",
    nats: "nats",
    weight: "wₜ, and nats",
    gap: "NELBO − entropy, nats",
    moment: "E|xₜ|² / d",
  },
  handles: { t: "step t", T: "number of steps T", at: "{value}" },
  player: "T = {T} of {most}",
  weights: {
    legend: {
      weight: "wₜ",
      kl: "KL of the two steps, by the general formula",
      mse: "wₜ |ε − εθ|²",
      least: "least wₜ",
    },
    infinite: "w₁ = ∞",
    readings: {
      t: "step on show",
      weight: "wₜ",
      kl: "KL of the two steps",
      mse: "wₜ |ε − εθ|²",
      error2: "|ε − εθ|² of this draw",
      least: "least weight",
      leastText: "{weight} at t = {t}",
    },
    note: "One drawn ε and one drawn εθ, the same for every t. The divergence, found without w, lies exactly on the weighted error: a copy of the weights, moved by |ε − εθ|². The first weight is infinite (a point mass has no divergence that is finite), so the sum begins at t = 2.",
    only: "This chain has one step, and its weight is infinite: there is no t ≥ 2 to weigh. Take a larger T.",
    describe:
      "Weights of {T} steps on a logarithmic scale; the first is infinite, the least {weight} at step {t}. Divergence and weighted error coincide.",
    describeOne: "One step, whose weight is infinite.",
  },
  terms: {
    legend: { posterior: "σ² = β̃ₜ (the text)", forward: "σ² = βₜ", best: "σ² the best number" },
    columns: { posterior: "β̃ₜ, the text", forward: "βₜ", best: "the best" },
    caption: "The bound with the exact ε*, in nats, for three variances of the reverse steps",
    rows: {
      prior: "prior: KL of q(x_T | x₀) to N(0, I)",
      reconstruction: "reconstruction, t = 1",
      step: "step t = {t}",
      total: "NELBO",
      gap: "above the entropy {entropy}",
    },
    by: {
      quadrature: "Every term by quadrature: exact to rounding.",
      draws: "Every term from {draws} draws of xₜ a step; ± is one standard error.",
      more: "More draws are under way.",
    },
    plusMinus: "{value} ± {error}",
    firstNote:
      "At t = 1 the text's variance is 0, with which the bound would be infinite: there it takes the best one, too.",
    points:
      "Points without spread have no density: their entropy is −∞, and no gap to speak of. The perfect decoder is a point mass, too. Give each point a spread.",
    undefined: "—",
    noneTitle: "No step t ≥ 2",
    noneHint: "Prior and reconstruction are all there is.",
    describe:
      "Terms of the bound for t = 2 to {T}. Total with the text's variance {posterior}, with β {forward}, with the best {best} nats; entropy {entropy}.",
  },
  bridge: {
    legend: { posterior: "σ² = β̃ₜ (the text)", forward: "σ² = βₜ", best: "σ² the best number" },
    readings: {
      T: "steps",
      posterior: "gap with β̃ₜ, the text's",
      forward: "gap with βₜ",
      best: "gap with the best variance",
      prior: "prior term",
      entropy: "entropy of the data",
      nats: "{value} nats",
    },
    fields: {
      bridgeT: { label: "steps of this chain", symbol: "T" },
      bridgeM: { label: "modes at ±m", symbol: "m" },
      bridgeSd: { label: "sd of each mode", symbol: "σ₀" },
    },
    note: "Two modes on a line, a perfect network, and everything exact: what is left is the price of Gaussian reverse steps. T = 1 is a VAE with one latent; with many steps βₜ and the best variance close the gap. The text's β̃ₜ does not: it is right only if x₀ is known. It is the simple choice, not the tight one.",
    capped: "The schedule is the lab’s, but β may go up to 0.999 here: with few steps, one has to go most of the way.",
    one: "One step: a VAE whose encoder is fixed. Its decoder is one Gaussian around E[x₀ | x₁] and has to cover both modes.",
    oneStep: {
      encoder: "x₁, the latent",
      decoder: "x₀",
      density: "density",
      legend: {
        low: "encoder q(x₁ | x₀), x₀ = −m",
        high: "x₀ = m",
        data: "data",
        decoderLow: "decoder p(x₀ | x₁), x₁ = −1",
        decoderHigh: "x₁ = 1",
      },
      caption:
        "The chain of one step as a VAE. Left: where the encoder sends the two modes. Right: the data and two decoders, each one Gaussian with the best mean and variance. They differ as much as the latent still knows of x₀.",
      label: "Encoder and decoder of the chain of one step",
    },
    describe:
      "Gap between bound and entropy against the number of steps. At T = {T}: {posterior} nats with the text's variance, {forward} with β, {best} with the best.",
  },
  printed: {
    toggle: "as printed",
    legend: { chain: "the chain", printed: "L_simple as printed, √αₜ" },
    readings: {
      t: "step on show",
      chain: "E|xₜ|² / d of the chain",
      printed: "as printed",
      unit: "as printed at T, for data of variance 1",
    },
    note: "L_simple must noise x₀ with √ᾱₜ, as the chain does. Printed is √αₜ, which hardly shrinks x₀ at all, while the noise is that of the whole way:",
    on: "the network would be trained at places that the chain does not come to, with a mean square up to twice as large.",
    off: "switch “as printed” on to see what becomes of E|xₜ|².",
    describe: "Second moment of x t over {T} steps: {chain} at the end of the chain.",
    describePrinted: "As printed it ends at {printed} instead.",
  },
} as const;
