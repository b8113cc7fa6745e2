// The fixed requests whose answers are the lab's fingerprint.
import { bits, type FingerprintSolver, near, spread } from "../../host/fingerprint/answers.ts";

const data = {
  weights: [1, 2],
  means: [-1, 0.5, 1, -0.5],
  covariances: [0.125, 0, 0, 0.125, 0.25, 0.0625, 0.0625, 0.25],
  d: 2,
};
const schedule = { kind: "linear", T: 20, beta1: 0.0078125, betaT: 0.25 } as const;

const fingerprint: FingerprintSolver = function* (pg) {
  const line = pg.diffusion.schedule(schedule);
  const cosine = pg.diffusion.schedule({ kind: "cosine", T: 20, s: 0.0078125, betaMax: 0.984375 });
  const exact = pg.diffusion.oracle({ data, schedule, t: 10, x: spread(8, 18) });
  const sampled = (
    eps: Parameters<typeof pg.diffusion.sample>[0]["eps"],
    method: Parameters<typeof pg.diffusion.sample>[0]["method"],
  ) => {
    const sampler = pg.diffusion.sample({ schedule, eps, method, count: 8, d: 2, seed: 9 });
    try {
      sampler.advance(20);
      return sampler.x();
    } finally {
      sampler.delete();
    }
  };
  const shape = { d: 2, embedding: "sinusoidal", features: 8, width: 24, depth: 2 } as const;
  const request = {
    data,
    schedule,
    shape,
    batch: 32,
    learningRate: 0.015625,
    emaDecay: 0.875,
    loss: "simple",
    asPrinted: false,
    seed: 7,
  } as const;
  const trainer = pg.diffusion.train(request);
  try {
    const losses = trainer.advance(20);
    const eps = { kind: "network", network: trainer.network() } as const;
    yield [
      bits("linear schedule", line.beta, line.alpha, line.alphaBar),
      near(
        "what follows from it",
        1e-12,
        line.noise,
        line.posteriorVariance,
        line.posteriorMeanXt,
        line.posteriorMeanX0,
      ),
      near("cosine schedule", 1e-12, cosine.alphaBar),
      near("exact denoiser", 1e-12, exact.x0, exact.eps, exact.score, exact.logDensity),
      bits("training", losses, trainer.eps(spread(8, 18), 10)),
      bits("DDIM", sampled(eps, { kind: "ddim", eta: 0, steps: 10 })),
      near(
        "ancestral, of the exact denoiser",
        1e-9,
        sampled({ kind: "oracle", data }, { kind: "ancestral", variance: "posterior" }),
      ),
    ];
  } finally {
    trainer.delete();
  }
};
export default fingerprint;
