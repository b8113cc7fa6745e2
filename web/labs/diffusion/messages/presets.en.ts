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
      "Two half circles, one inside the other. Press play: the gap between them closes first, and at T only N(0, I) is left.",
  },
  roll: {
    title: "Swiss roll",
    about:
      "A strip, rolled up. Press play: its turns merge long before its outline is lost, since noise destroys fine structure first.",
  },
  spirals: {
    title: "Two spirals",
    about:
      "Two arms, one around the other. Near the centre they are close together: that part is lost first and is the hardest to denoise.",
  },
  gaussians: {
    title: "Eight Gaussians",
    about: "Eight clusters on a ring. See at which t they merge: near that step a sampler must choose one of them.",
  },
  board: {
    title: "Checkerboard",
    about:
      "Squares with sharp edges, which little noise already blurs. Near t = 0 a network must learn a field that changes very fast.",
  },
  letters: {
    title: "Letters",
    about: "Points along the strokes of letters. You can type your own letters under “Data”.",
  },
  ddpm: {
    title: "The schedule of DDPM",
    about:
      "β grows linearly from 10⁻⁴ to 0.02 in 1000 steps. ᾱ at T is 4·10⁻⁵, not 0: the KL to the prior is small, but not 0.",
  },
  uneven: {
    title: "Uneven steps",
    about:
      "A schedule drawn by hand: much noise, then almost none, then very much. The distribution at t depends on ᾱₜ only. Drag the knots of β.",
  },
  "too-short": {
    title: "Too few steps",
    about:
      "Twenty small steps: at T the moons are still visible, so a sampler that starts from N(0, I) starts from the wrong distribution.",
  },
  "one-step": {
    title: "One step",
    about: "T = 1: a VAE with a fixed encoder. All noise is added at once, and one step back must remove it.",
  },
  "no-noise": {
    title: "Almost no noise",
    about: "β = 10⁻⁹: nothing changes in fifty steps. Claims that need noise say that they do not apply.",
  },
  "one-point": {
    title: "One point",
    about: "A single x₀: qₜ is one Gaussian, and xₜ determines the noise exactly.",
  },
  "two-points": {
    title: "Two points",
    about:
      "Two values of x₀. Between them xₜ does not tell which one it came from: the best prediction is an average of two noises.",
  },
  bridge: {
    title: "Two modes, a hundred steps",
    about:
      "Modes at ±1 with standard deviation 0.2: the gap between bound and entropy with β̃ as in the text, with β, and with the best variance.",
  },
  own: {
    title: "Your own",
    about: "Your own points: draw them in the stage “Forward”, type them in the table, or load a file.",
  },
} as const;
