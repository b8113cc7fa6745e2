// What tests read of the stage: numbers as they were computed.
import { listed, type TestReadings } from "../../../../kit/test-readings.ts";
import type { Scene } from "./scene.ts";

export function readingsForTests({ state, frame, windows }: Scene): TestReadings {
  const own = {
    ...{ dx: state.dx, dz: state.dz, D: state.D, b: state.b, noiseVar: state.noiseVar, x: state.x },
    ...{ qMean: state.qMean, qVar: state.qVar, seed: state.seed, windows: [...windows.latent, ...windows.data].flat() },
  };
  if (frame === null) return own;
  const { exact, best, sampled } = frame;
  return {
    ...own,
    ...{ elbo: exact.elbo, gap: exact.gap, logPx: exact.logPx, kl: exact.kl, reconstruction: exact.expectedLogLik },
    ...{ leastGap: best.gap, posteriorMean: listed(exact.posteriorMean), bestVar: listed(exact.bestDiagVar) },
    ...{ sampledElbo: [sampled.elbo.value, sampled.elbo.error], effective: sampled.effective },
  };
}
