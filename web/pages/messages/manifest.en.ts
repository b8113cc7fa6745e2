// What a system that installs the page says of it; it is the page's own description, too.
export const manifest = {
  description:
    "Support vector regression, one-class SVM, coupled-gate LSTM, VAE and diffusion models, computed in your browser: every statement with its proof and a live check on your own data.",
} as const;
