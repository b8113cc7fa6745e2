// The words of the way from one step to many, in English.
export const manySteps = {
  link: "Make it many steps: the same data in the diffusion lab",
  gap: "With one step the bound is {gap} {gap:nat|nats} above the entropy of the data (modes at ±{modes}, width {modeSd}, ᾱ₁ = {alphaBar}). Many small steps take nearly all of it away, if their variances are well chosen.",
  title: "From one step to many",
} as const;
