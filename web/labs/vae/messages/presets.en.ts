// Titles and explanations of the starting states: what each has to show.
export const presetGroups = {
  bound: "Bound",
  train: "VAE",
  digits: "Digits by diffusion",
  compare: "Side by side",
} as const;

export const presets = {
  plane: {
    title: "Two latent coordinates",
    about: "A linear model, in which the bound, the posterior and log p(x) are exact. Drag q until the gap is least.",
  },
  digits: { title: "Handwritten digits", about: "A VAE with two latent coordinates learns 8×8 digits." },
  samples: { title: "Digits of every class", about: "A trained denoiser makes digits of the class that is asked for." },
  "side-by-side": {
    title: "VAE beside diffusion",
    about: "Samples of both beside real digits, with the same figures.",
  },
} as const;
