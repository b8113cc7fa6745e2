// The fixed requests whose answers are the lab's fingerprint.
import { bits, type FingerprintSolver, near, spread } from "../../host/fingerprint/answers.ts";

const [dx, dz, hidden, batch] = [3, 2, 4, 2];
const params = {
  ...{ W_e: spread(hidden * dx, 20), b_e: spread(hidden, 21), W_mu: spread(dz * hidden, 22), b_mu: spread(dz, 23) },
  ...{ W_lv: spread(dz * hidden, 24), b_lv: spread(dz, 25), W_d: spread(hidden * dz, 26), b_d: spread(hidden, 27) },
  ...{ W_x: spread(dx * hidden, 28), b_x: spread(dx, 29) },
};
const points = spread(2 * 64, 30);
const images = spread(16 * 24, 31).map((value) => (value + 1) / 2);
const labels = Array.from({ length: 24 }, (_, i) => i % 3);
const schedule = { kind: "linear", T: 16, beta1: 0.0078125, betaT: 0.25 } as const;

const fingerprint: FingerprintSolver = function* (pg) {
  const toy = { dx, dz, hidden, batch, betaKl: 1, params, x: spread(batch * dx, 32), eps: spread(batch * dz, 33) };
  const { loss, kl, grads } = pg.vae.gradients({ ...toy, recon: "gaussian" });
  const line = pg.vae.linearGaussian({
    D: [2, 0.5],
    b: [1, -1],
    noiseVar: 0.5,
    x: [2.5, 0.25],
    qMean: [0.5],
    qVar: [0.5],
  });
  const trainer = pg.vae.train({
    ...{ x: points, dx: 2, heldOut: 16, dz: 2, width: 16, depth: 1, likelihood: "gaussian", noiseVar: 0.0625, beta: 1 },
    ...{ batch: 16, learningRate: 0.015625, emaDecay: 0.875, seed: 7 },
  });
  const denoiser = pg.digits.train({
    ...{ images, d: 16, labels, classes: 3, schedule, features: 8, width: 16, depth: 2, labelDropout: 0.125 },
    ...{ batch: 16, learningRate: 0.015625, emaDecay: 0.875, seed: 7 },
  });
  try {
    const losses = trainer.advance(20);
    const network = trainer.network();
    const codes = pg.vae.encode({ network, x: points.slice(0, 16) });
    const image = denoiser.advance(20);
    const sampler = pg.digits.sample({
      ...{ network: denoiser.network(), schedule, method: { kind: "ddim", eta: 0, steps: 8 }, classes: [0, 1, 2] },
      ...{ guidance: 1.5, seed: 9 },
    });
    sampler.advance(8);
    const drawn = sampler.x();
    sampler.delete();
    yield [
      near("gradients", 1e-12, loss, kl, grads.W_e ?? [], grads.W_lv, grads.b_d ?? [], grads.W_x, grads.x),
      near(
        "linear-Gaussian model",
        1e-12,
        line.elbo,
        line.expectedLogLik,
        line.kl,
        line.logPx,
        line.gap,
        line.bestDiagElbo,
      ),
      bits("training", losses, codes.mu, codes.logVar),
      bits("sample", pg.vae.sample({ network, count: 8, seed: 9 }).mean),
      bits("training on images", image),
      bits("sample of images", drawn),
    ];
  } finally {
    trainer.delete();
    denoiser.delete();
  }
};
export default fingerprint;
