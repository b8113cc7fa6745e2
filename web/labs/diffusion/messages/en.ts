// Every word the frame of the diffusion lab shows, in English; each stage has its own file, loaded with the stage.
import { presetGroups, presets } from "./presets.en.ts";

export const en = {
  stages: {
    label: "Stages",
    forward: "Forward",
    posterior: "One step back",
    train: "Train",
    sample: "Sample",
    elbo: "ELBO",
  },
  loading: "Loading…",
  stageFailed: "This stage could not be loaded. Reload the page to try again.",
  presets,
  presetGroups,
  params: {
    data: "Data",
    dataset: {
      label: "data set",
      options: {
        moons: "two moons",
        roll: "swiss roll",
        spirals: "spirals",
        gaussians: "eight Gaussians",
        board: "checkerboard",
        letters: "letters",
        own: "your own",
      },
    },
    n: { label: "points", symbol: "n" },
    text: {
      label: "letters",
      hint: "One to four of A to Z.",
      refused: "Only the letters A to Z, one to four of them.",
    },
    spread: {
      label: "spread of each point",
      symbol: "σ",
      hint: "The data are these points, each blurred by a Gaussian of this standard deviation: a mixture, whose best denoiser is known exactly.",
    },
    dataSeed: { label: "draw of the data", hint: "Other numbers draw other points from the same distribution." },
    schedule: "Schedule",
    kind: {
      label: "β of each step",
      options: { linear: "linear", cosine: "cosine", constant: "constant", drawn: "drawn" },
    },
    T: { label: "steps", symbol: "T", hint: "Of the whole chain, from the data to N(0, I)." },
    beta1: { label: "first β", symbol: "β₁" },
    betaT: { label: "last β", symbol: "β_T" },
    s: { label: "offset", symbol: "s", hint: "Keeps the first steps from being too small." },
    betaMax: { label: "largest β", hint: "The cosine alone would end at 1, and one step would lose everything." },
    beta: { label: "every β", symbol: "β" },
    seed: { label: "seed", hint: "Of everything that is drawn at random: the same seed is the same picture." },
  },
} as const;
