// Titles and explanations of the starting states.
export const presets = {
  moons: { title: "Two moons", about: "Two half circles that almost touch." },
  roll: { title: "Swiss roll", about: "One strip, rolled up." },
  spirals: { title: "Two spirals", about: "Two arms, one around the other." },
  gaussians: { title: "Eight Gaussians", about: "Eight blobs on a ring: a mixture with eight components." },
  board: { title: "Checkerboard", about: "Squares with sharp edges, which small noise already blurs." },
  letters: { title: "Letters", about: "Strokes of letters: change the text under Data." },
  "one-point": { title: "One point", about: "A single x₀: noise can be predicted perfectly." },
  "two-points": { title: "Two points", about: "Two values of x₀: between them nobody can tell." },
  "one-step": { title: "One step", about: "T = 1: a VAE with a fixed encoder." },
  ddpm: { title: "The schedule of DDPM", about: "Linear from 10⁻⁴ to 0.02 in 1000 steps." },
  "too-short": { title: "Too few steps", about: "Twenty small steps do not reach the prior." },
  "no-noise": { title: "Next to no noise", about: "β of 10⁻⁹: nothing happens, and most claims say nothing." },
  own: { title: "Your own", about: "Drawn, pasted or loaded by you." },
} as const;
