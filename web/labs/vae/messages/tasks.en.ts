// The words of this lab's tasks.
import type { AllTaskWords } from "../../../host/tasks/task.ts";

export const tasks = {
  "4v1-posterior": {
    title: "Bring the posterior to q",
    ask: "q stays as it is. Change the model or x until the posterior is q: a gap below 0.001 nats.",
    hint: "First make the posterior as wide as q: its variance is 1 / (1 + D²/s²), wherever x is. Then move x.",
    measured: { gap: "gap" },
  },
  "4v1-line": {
    title: "Find the wrong line",
    ask: "Four lines are said to hold for one x and one z, whatever q is. Choose the first that is wrong, and move q until its two sides differ by more than 1 nat.",
    hint: "The balance sheet shows every left side. Compare each line with the steps of the proof: what does a wider q cost?",
    measured: { apart: "difference of the two sides of that line", earlier: "wrong lines before it" },
    inputs: {
      line: {
        label: "The first wrong line",
        options: {
          identity: "1. log p(x) = ELBO + KL(q ‖ posterior)",
          reconstruction: "2. reconstruction = −½ log 2πs² − (x − b − Dm)² / 2s²",
          kl: "3. KL(q ‖ prior) = ½ (m² + σ² − 1 − log σ²)",
          elbo: "4. ELBO = right side of 2 − right side of 3",
        },
      },
    },
  },
  "4v1-higher": {
    title: "A higher bound, a wider gap",
    ask: "x, q and the noise stay as they are. Change D and b so that the ELBO rises by more than 0.5 nats although the gap grows by more than 0.2. At the start they are −2.953 and 0.267.",
    hint: "The ELBO asks how well x is explained with z from q. The gap asks whether the posterior is still like q. What is the posterior if D is small?",
    measured: { elbo: "rise of the ELBO", gap: "growth of the gap" },
  },
  "4v1-turn": {
    title: "Turn the decoder",
    ask: "Only D and q may change. Find another D with the same p(x), to 0.01 nats at every x that is tried, for which the best q has a gap below 0.01. At the start that gap is 0.304.",
    hint: "p(x) knows D only by DDᵀ, and DR has the same one for every rotation R. Which angle makes the columns of DR orthogonal?",
    measured: { evidence: "largest change of log p, at four x", least: "gap of the best q" },
  },
  "4v2-price": {
    title: "Two ways to pay",
    ask: "Both means stay 0. Make q narrower than the prior in z₁ and wider in z₂, so that each coordinate has a KL of 0.5 nats, to 0.02.",
    hint: "With mean 0 the term is ½(σ² − 1 − log σ²). It is 0.5 at one σ² below 1 and at one above: the plot of the claim shows each term.",
    measured: {
      first: "term of z₁, distance from 0.5",
      second: "term of z₂, distance from 0.5",
      narrow: "variance in z₁",
      wide: "variance in z₂",
    },
  },
  "4v2-log": {
    title: "The forgotten logarithm",
    ask: "A program adds up ½(m² + σ² − 1) and forgets the logarithm. Find a q for which it prints less than −0.9 nats, while the KL is more than 3.",
    hint: "Where would a divergence be least by the wrong formula? Think of the price of a narrow q.",
    measured: { without: "sum without the logarithm", kl: "KL(q ‖ prior)" },
  },
  "4v2-mean": {
    title: "A bound that is none",
    ask: "A program takes the mean of the two terms of the KL instead of their sum. Move q so that its “ELBO” is more than 0.5 nats above log p(x), although q misses the posterior by a gap of more than 0.5.",
    hint: "The mean hides half of the KL. What is left of that half when the gap is taken away? At the best q the gap is too small: go on from there.",
    measured: { above: "“ELBO” less log p(x)", gap: "gap" },
  },
  "4v2-sigma": {
    title: "A mistake that hides",
    ask: "A program gives σ to the formula where it expects log σ². Find a q for which both terms are still right, to 0.01 nats.",
    hint: "Its term is ½(m² + e^σ − 1 − σ), so m does not matter. At σ = 1 it is too large; at a small σ it is too small.",
    measured: { apart: "larger error of the two terms" },
  },
  "4v3-climb": {
    title: "Follow the gradient",
    ask: "Only the mean of q may move. Take it to where the gradient of the ELBO by m is below 0.1 in both coordinates.",
    hint: "The plot of the claim shows the gradient: go where it points. There is one such place, because the ELBO is concave in m. Arrow keys with Alt take small steps.",
    measured: { slope: "larger entry of the gradient by m" },
  },
  "4v3-quiet": {
    title: "A gradient without noise",
    ask: "Only D and q may change. Make every entry of the reparameterised estimate free of noise, with a variance below 0.000001, while each one of the score function has more than 5.",
    hint: "The slope of f is the same at every z only if f is constant there. For which q is log p(x, z) − log q(z) constant, and which posterior allows such a q? The score function depends on the value of f, which is then log p(x).",
    measured: {
      reparameterised: "largest variance, reparameterised",
      score: "smallest variance, score function",
    },
  },
  "4v3-even": {
    title: "The score function at its best",
    ask: "Make the score function nearly as good as it can be: its variance by m below 1.6 times the reparameterised one.",
    hint: "Step 6: the factor is 3/2 if f has no slope at the mean of q and e + h = 0. Take q to the mean of the posterior. There h = 1 − σ²/C, and e is the ELBO: raise log p(x) by a smaller noise.",
    measured: { ratio: "variance by m, score function over reparameterised" },
  },
  "4v4-step": {
    title: "The best single step",
    ask: "The data stay as they are. Choose ᾱ₁, a slider of the claim, so that the bound is less than 0.46 nats above the entropy.",
    hint: "A small ᾱ₁ leaves nothing of x₀ in z, one near 1 leaves modes that the prior has not. The best one is in between, and nearer to one end.",
    measured: { gap: "gap at T = 1" },
  },
  "4v4-free": {
    title: "Below the entropy",
    ask: "An autoencoder without the KL calls its reconstruction alone a bound. Choose ᾱ₁, a slider of the claim, so that this lies more than 1 nat below the entropy of the data, where no bound can be.",
    hint: "The reconstruction is cheap if z tells nearly all of x₀. What is it that is not paid for?",
    measured: { below: "entropy less reconstruction" },
  },
  "4v4-enough": {
    title: "When one step is enough",
    ask: "ᾱ₁ stays 0.5. Find data, by the sliders of the claim, for which one step has a gap below 0.00001 nats.",
    hint: "The encoded data must fit the prior, and the way back must be one Gaussian. For which data are both exact?",
    measured: { gap: "gap at T = 1" },
  },
  "4v4-beta": {
    title: "Where β₁ is right",
    ask: "Some programs take β₁ for the variance of the decoder. The data stay as they are. Choose ᾱ₁, a slider of the claim, so that it is the best variance, to 0.5 %.",
    hint: "The best variance is V, the mean of Var[x₀ | z]: its number stands below the plot. Compare it with 1 − ᾱ₁ for a small ᾱ₁ and for a large one.",
    measured: { apart: "best variance over β₁, distance from 1" },
  },
} as const satisfies AllTaskWords;
