// The words of all mistakes of the VAE: what each check cannot see, and of each mistake its name in the menu, what is done, and what
// turned wrong. Loaded with the first open claim.
import type { ClaimMistakes } from "../../../host/proof.ts";

export const mistakes = {
  "4v1": {
    unseen: "Errors at another x or q, and latent spaces of more than two coordinates.",
    mistakes: {
      plain: {
        name: "The ELBO a little too large",
        breaks: "The ELBO is a hundredth of 1 + its size too large, and the gap smaller by as much.",
        wrong: "Both still add up to log p(x). But each of them is a number of its own, which a grid finds (step 1).",
      },
      "no-variance": {
        name: "The decoder’s variance left out",
        breaks: "−½ |x − Dz − b|² stands for log p(x | z), without s² and without the constant.",
        wrong:
          "That is log p(x | z) only for s² = 1, and not even then without −½ dₓ log 2π. What is left when the KL is subtracted is then no bound of anything (step 5).",
      },
      "kl-sign": {
        name: "The KL with a plus sign",
        breaks: "The ELBO is the reconstruction plus the KL.",
        wrong: "The KL is what q costs: it is subtracted. Added, the “bound” can be above log p(x) (steps 1 and 2).",
      },
      "kl-mean": {
        name: "The KL averaged over coordinates",
        breaks: "The KL is the mean of its terms over the coordinates, not their sum.",
        wrong:
          "Densities of independent coordinates multiply, so their logarithms add up. With one coordinate it is the same.",
      },
      reversed: {
        name: "The gap the other way round",
        breaks: "The gap is KL(posterior ‖ q) in place of KL(q ‖ posterior).",
        wrong:
          "The mean in step 1 is over q. The other divergence has no ELBO that belongs to it, and the sum is not log p(x).",
      },
      "mean-only": {
        name: "Decoded at the mean of q only",
        breaks: "E_q log p(x | z) is taken at the mean of q, as if there were no variance.",
        wrong:
          "The spread of q costs Σ σⱼ² |Dⱼ|² / 2s² (step 5). Without it a wide q costs nothing in the reconstruction.",
      },
      marginals: {
        name: "Best variances from the marginals",
        breaks: "The best diagonal q gets the posterior’s own variances Cⱼⱼ.",
        wrong:
          "The least KL(q ‖ posterior) has 1 / (C⁻¹)ⱼⱼ, which is smaller or equal: q stays inside the posterior (step 7). All are equal only if C is diagonal.",
      },
    },
    hypotheses: {},
  },
  "4v2": {
    unseen: "Whether a diagonal q is a good one: only its divergence is judged.",
    mistakes: {
      plain: {
        name: "The first term a little too large",
        breaks: "The term of the first coordinate is a hundredth of 1 + its size too large, and so is the sum.",
        wrong: "The integral of q log(q/p) has the value of step 2, and no other one.",
      },
      "kl-mean": {
        name: "Averaged instead of summed",
        breaks: "The total is the mean over the coordinates.",
        wrong: "The densities are products, so the logarithms add up (step 1). With one coordinate it is the same.",
      },
      sigma: {
        name: "σ taken for log σ²",
        breaks: "The formula is given σ where it expects v = log σ².",
        wrong: "Then eᵛ is not the variance. Where σ = 1 the term is not even 0, though q may be the prior (step 3).",
      },
      "kl-sign": {
        name: "The KL with the wrong sign",
        breaks: "Every term has the opposite sign, and so has the total.",
        wrong: "A divergence is never negative (step 3).",
      },
      "no-log": {
        name: "The logarithm left out",
        breaks: "The terms are ½(m² + σ² − 1), without log σ².",
        wrong:
          "Then σ → 0 costs nothing, and the term may be below 0. The logarithm is the price of a narrow q (step 2).",
      },
    },
    hypotheses: {},
  },
  "4v3": {
    unseen: "What training would make of either estimate, other f, and more than four coordinates.",
    mistakes: {
      plain: {
        name: "The gradient a little off",
        breaks: "The first entry of the gradient is a hundredth of 1 + its size too large.",
        wrong: "Both estimates have one mean, the derivative of the ELBO (steps 1 to 3), and this is not it.",
      },
      "kept-eps": {
        name: "ε drawn once and kept",
        breaks: "All draws of the reparameterised estimate use the first ε.",
        wrong:
          "The mean in step 1 is over ε. One ε that is kept gives the same number every time: it looks free of noise, and is not the mean.",
      },
      sigma: {
        name: "σ taken for log σ²",
        breaks: "σ stands where log σ² belongs, so both estimates draw with the variance exp(σ).",
        wrong:
          "They agree with each other, but this is the gradient at another q, always a wider one: exp(σ) is more than σ² (step 1).",
      },
      "no-score": {
        name: "The draws taken as constants",
        breaks: "The score-function estimate forgets f ∇ log q, as if the draws did not depend on q.",
        wrong: "What is left is −∇ log q, whose mean is 0 (step 2): on average q would not be moved.",
      },
      "kl-sign": {
        name: "The KL with a plus sign",
        breaks: "Both estimates are of the reconstruction plus the KL.",
        wrong: "The ELBO has −KL. With a plus, q is pushed away from the prior.",
      },
    },
    hypotheses: {},
  },
  "4v4": {
    unseen: "Decoders that are no Gaussian, and how far a trained network is from E[x₀ | z].",
    mistakes: {
      plain: {
        name: "The reconstruction a little too large",
        breaks: "The VAE’s reconstruction is a hundredth of 1 + its size too large, and so is its bound.",
        wrong: "Term by term the two bounds are one number (step 1).",
      },
      "no-variance": {
        name: "The decoder’s variance left out",
        breaks: "½ (x₀ − E[x₀ | z])² stands for −log p(x₀ | z), without s² and without the constant.",
        wrong: "A squared error is in no unit of nats: it becomes one by s² and by ½ log 2πs² (step 4).",
      },
      "one-point": {
        name: "The KL at the mean of the data",
        breaks: "The VAE’s KL is that of the one point E x₀ = 0.",
        wrong: "The bound is a mean over x₀ (step 1), and E x₀² is not (E x₀)² (step 2).",
      },
      sigma: {
        name: "σ taken for log σ²",
        breaks: "The KL is given the encoder’s deviation √(1 − ᾱ) where it expects log(1 − ᾱ).",
        wrong: "In step 2 v is a logarithm. With little signal the KL is nearly 0, and not 0.36 nats.",
      },
      "no-draw": {
        name: "Decoded at the encoder’s mean",
        breaks: "The VAE decodes √ᾱ x₀, the encoder’s mean, and not a draw of z.",
        wrong:
          "The mean in step 1 is over z. The mean of q knows x₀ exactly, a draw does not: the error is that of an easier task, and too small.",
      },
      "no-prior": {
        name: "The KL left out: an autoencoder",
        breaks: "The VAE’s KL is 0.",
        wrong:
          "What z tells of x₀ has to be paid for (step 2). Without that the bound is too small, with ᾱ₁ near 1 even below the entropy.",
      },
      beta: {
        name: "Variance β₁ in place of the best",
        breaks: "The diffusion’s first step gets the variance β₁ = 1 − ᾱ, as some programs do where β̃₁ = 0.",
        wrong: "Still a bound, but another one: only V/d is the best variance (step 4). Equal only if V = 1 − ᾱ.",
      },
    },
    hypotheses: {},
  },
} as const satisfies Record<string, ClaimMistakes>;
