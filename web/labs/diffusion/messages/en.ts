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
  keys: [
    ["Tab", "go to the next handle of a picture"],
    ["Arrow keys", "move the handle; with Alt, finely"],
    [", and .", "one step back or on, in a player"],
    [
      "C",
      "in a picture with curves: walk along one with the arrow keys and hear its values; C goes to the next, Escape ends it",
    ],
  ],
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
      hint: "Each point is blurred by a Gaussian with this standard deviation. The data are then a mixture whose best denoiser is known exactly.",
    },
    dataSeed: { label: "seed of the data", hint: "Another seed draws other points from the same distribution." },
    schedule: "Schedule",
    kind: {
      label: "β of each step",
      options: { linear: "linear", cosine: "cosine", constant: "constant", drawn: "drawn" },
    },
    T: { label: "steps", symbol: "T", hint: "Length of the chain from the data to N(0, I)." },
    beta1: { label: "first β", symbol: "β₁" },
    betaT: { label: "last β", symbol: "β_T" },
    s: { label: "offset", symbol: "s", hint: "Prevents very small first steps." },
    betaMax: { label: "largest β", hint: "The cosine alone would reach β = 1, and that step would remove all signal." },
    beta: { label: "every β", symbol: "β" },
    seed: { label: "seed", hint: "For all random draws: the same seed gives the same picture." },
  },
} as const;
