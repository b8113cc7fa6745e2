// Every word of the stage "Bound", in English.
export const bound = {
  loading: "Computing…",
  titles: { latent: "Latent space", data: "Data space" },
  axes: { z: ["z₁", "z₂"], x: ["x₁", "x₂", "x₃"], density: "density" },
  legend: {
    prior: "prior p(z)",
    posterior: "posterior p(z | x)",
    q: "q(z)",
    best: "best q",
    marginal: "p(x)",
    decoder: "p(x | z) at q’s mean",
  },
  marks: { mean: "m", sds: ["2σ_1", "2σ_2"], sd: "σ", x: "x" },
  handles: {
    mean: "mean of q",
    sd: ["standard deviation of q, first coordinate", "standard deviation of q, second coordinate"],
    x: "the point x",
    place: "{place}",
    sdAt: "{sd}",
  },
  planes: {
    label: "Coordinates of x that are drawn",
    options: { "12": "x₁, x₂", "13": "x₁, x₃", "23": "x₂, x₃" },
  },
  best: "Best q",
  again: "New draws",
  sheet: {
    caption: "The terms of the bound, in nats: exact, and by draws of z",
    heads: { exact: "exact", sampled: "{draws} {draws:draw|draws}" },
    rows: {
      reconstruction: "reconstruction: mean of log p(x | z) over q",
      kl: "KL(q ‖ prior)",
      elbo: "ELBO",
      gap: "gap: KL(q ‖ posterior)",
      logPx: "log p(x)",
    },
  },
  notes: {
    tilted:
      "The posterior is tilted. This q has no tilt, so it is never equal to the posterior: it keeps a gap of at least {least} {least:nat|nats}. Now it is {gap}.",
    straight: "The posterior has no tilt, so q can be equal to it, with gap 0. Now the gap is {gap} {gap:nat|nats}.",
    atBest:
      "This is the best q: the mean of the posterior, and variances that are smaller than those of the posterior.",
    atExact: "This q is the posterior: the ELBO is log p(x), and every draw says the same.",
    sampled:
      "Sampled: z from q. The sampled log p(x) is the log of a mean of weights p(x, z) / q(z); counted by their weights, the draws are worth {effective} of {draws}.",
    few: "So few draws count because q hardly reaches the posterior. The sampled log p(x) is then too small, and its error, too.",
  },
  numbers: {
    label: "The numbers of the model",
    groups: { model: "Model: x = D z + b + noise", x: "Data", q: "q" },
    names: { D: "D", b: "b", x: "x", qMean: "mean of q", qVar: "variance of q" },
    entry: "{name}, row {row}",
    entries: "{name}, row {row}, column {column}",
    moved: "{text} is outside {min} to {max}: {value} was taken.",
    refused: "“{text}” is not a number that can be used here.",
  },
  controls: {
    model: "Model",
    dx: { label: "coordinates of x" },
    dz: { label: "coordinates of z" },
    noiseVar: { label: "variance of the noise", symbol: "s²" },
    draws: "Draws",
    boundDraws: { label: "draws of z", symbol: "K" },
    seed: { label: "seed" },
  },
  /** The answer to a key. */
  said: "ELBO {elbo}, gap {gap}.",
  describe:
    "Latent space with prior, posterior and q; data space with x. ELBO {elbo}, gap {gap}, log p(x) {logPx} nats. Least gap of a q without tilt: {least}.",
} as const;
