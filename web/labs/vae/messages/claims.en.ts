// The words of the claims of the VAE: titles. What an open claim says is in checks.en.ts, mistakes.en.ts and theory.md.
export const claims = {
  claims: {
    "4v1": { name: "V1", title: "The bound misses log p(x) by a divergence" },
    "4v2": { name: "V2", title: "The KL to the prior, in closed form" },
    "4v3": { name: "V3", title: "Two estimates of one gradient" },
    "4v4": { name: "V4", title: "A VAE is a diffusion of one step" },
  },
} as const;
