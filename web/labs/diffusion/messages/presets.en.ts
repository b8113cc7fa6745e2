// Titles and explanations of the starting states: what each has to show.
export const presetGroups = {
  data: "Data sets",
  chain: "Schedules",
  edge: "Few points",
  own: "Yours",
} as const;

export const presets = {
  moons: {
    title: "Two moons",
    about:
      "Two half circles that reach into each other. Run t upwards: the gap between them is the first thing to go, and at T nothing is left but N(0, I).",
  },
  roll: {
    title: "Swiss roll",
    about:
      "One strip, rolled up. Its turns run together long before its outline does: noise takes the fine structure first.",
  },
  spirals: {
    title: "Two spirals",
    about:
      "Two arms, one around the other. The centre, where they are close, is lost first and is the hardest to denoise.",
  },
  gaussians: {
    title: "Eight Gaussians",
    about: "Eight blobs on a ring. Watch when they join: a sampler has to decide for one of them at about that step.",
  },
  board: {
    title: "Checkerboard",
    about:
      "Squares with sharp edges, which small noise already blurs. Near t = 0 a network has to learn a very steep field.",
  },
  letters: {
    title: "Letters",
    about: "Points along the strokes of letters: change the text under Data, one to four of A to Z.",
  },
  ddpm: {
    title: "The schedule of DDPM",
    about:
      "β on a straight line from 10⁻⁴ to 0.02 in 1000 steps. ᾱ at T is 4·10⁻⁵ and not 0: the KL to the prior is small, but there.",
  },
  uneven: {
    title: "Uneven steps",
    about:
      "A schedule drawn by hand: much noise, then next to none, then all at once. Only ᾱ counts for where the particles are at t; drag the knots of β.",
  },
  "too-short": {
    title: "Too few steps",
    about:
      "Twenty small steps: at T the moons are still there, and a sampler that starts from N(0, I) starts elsewhere.",
  },
  "one-step": {
    title: "One step",
    about: "T = 1: a VAE with a fixed encoder. All of the noise comes at once, and one step back has to undo it.",
  },
  "no-noise": {
    title: "Next to no noise",
    about: "β of 10⁻⁹: nothing happens in fifty steps, and claims that need noise say so instead of passing.",
  },
  "one-point": {
    title: "One point",
    about: "A single x₀: qₜ is one Gaussian, and the noise can be predicted perfectly from xₜ.",
  },
  "two-points": {
    title: "Two points",
    about:
      "Two values of x₀. Between them nobody can tell which it was: the best prediction is the mean of two noises.",
  },
  bridge: {
    title: "Two modes, a hundred steps",
    about:
      "Modes at ±1 with a deviation of 0.2: how far the bound stays from the entropy, with β̃ as in the text, with β, and with the best variance.",
  },
  own: {
    title: "Your own",
    about: "Drawn, typed or loaded by you. The forward stage has a brush and an eraser.",
  },
} as const;
