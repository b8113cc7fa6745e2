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
    about: "A linear model: the bound, the posterior and log p(x) are exact. Drag q until the gap is least.",
  },
  line: {
    title: "On a line",
    about: "One number x, one latent z: the worked example of the derivation. The posterior is N(0.6, 0.2).",
  },
  tilted: {
    title: "A tilted posterior",
    about: "The columns of D point nearly the same way. “Best q” leaves a gap that no diagonal q can close.",
  },
  straight: {
    title: "A straight posterior",
    about: "The columns of D are orthogonal, so the posterior has no tilt: “Best q” brings the gap to 0.",
  },
  "few-numbers": {
    title: "More latents than data",
    about: "x is one number, z has two coordinates: only z₁ + z₂ is known, and the posterior lies along a line.",
  },
  ignored: {
    title: "A decoder that ignores z",
    about: "D = 0: x says nothing about z, and the best q is the prior. This is what posterior collapse looks like.",
  },
  three: {
    title: "Three numbers, two latents",
    about: "x has three coordinates. Its posterior is tilted, so that a gap remains for the best diagonal q.",
  },
  digits: {
    title: "Handwritten digits",
    about: "A VAE with two latent coordinates. Start the training: the classes move apart on the map, drawn live.",
  },
  collapse: {
    title: "Too much weight on the KL",
    about: "β = 30: the encoder pays so much for every nat that it tells the decoder nothing. All digits look alike.",
  },
  "many-latents": {
    title: "Ten latent coordinates",
    about: "The bound is better than with two. See which coordinates are used: the others have a KL of about 0.",
  },
  moons: {
    title: "Two moons",
    about: "Points of the plane in place of images: see how the decoder bends the plane of z onto the data.",
  },
  gaussians: {
    title: "Eight Gaussians",
    about: "One Gaussian prior for eight clusters: see the samples in between, where there are no data.",
  },
  "own-images": {
    title: "Your own images",
    about: "Load a table with 64 columns, or a picture that is cut into tiles, or drop either onto the page.",
  },
  samples: {
    title: "A hundred digits",
    about: "The denoiser that comes with the page makes ten digits of each class. Move the player through the steps.",
  },
  guidance: {
    title: "More and more guidance",
    about: "The same noise with several weights w: the class becomes clearer, and the digits become alike.",
  },
  between: {
    title: "From one digit to another",
    about: "Two real digits are led back to noise, and what lies between on the great arc is denoised again.",
  },
  fill: {
    title: "The other half of a digit",
    about: "Half of a digit is known and kept. Each completion is another sample of the rest.",
  },
  "every-step": {
    title: "All steps, with noise",
    about: "The chain as in the text: every step, with fresh noise of variance β̃. Compare x̂₀ early and late.",
  },
  "side-by-side": {
    title: "VAE beside diffusion",
    about: "Samples of both beside real digits, with the same figures: is it the class, is it varied, is it copied?",
  },
} as const;
