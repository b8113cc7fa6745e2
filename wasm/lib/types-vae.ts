// The public interface of the VAE: what the library computes for its lab.

import type { Numbers } from "./types-shared.ts";
import type {
  VaeBoundPicture,
  VaeBoundPictureRequest,
  VaeSampledElbo,
  VaeSampledElboRequest,
} from "./types-vae-bound.ts";
import type { VaeClaim, VaeClaimRequest } from "./types-vae-claims.ts";
import type {
  LinearGaussianAnswer,
  LinearGaussianRequest,
  VaeGaussian,
  VaeGradients,
  VaeGradientsRequest,
  VaeKl,
} from "./types-vae-exact.ts";
import type {
  VaeCodes,
  VaeDecoded,
  VaeEvaluateOptions,
  VaeEvaluation,
  VaeEvidence,
  VaeOverlap,
  VaePosterior,
  VaeTrainer,
  VaeTrainRequest,
  VaeWindow,
} from "./types-vae-train.ts";

/** The variational autoencoder. */
export interface Vae {
  klStandardNormal(gaussian: VaeGaussian): VaeKl;
  gradients(request: VaeGradientsRequest): VaeGradients;
  linearGaussian(request: LinearGaussianRequest): LinearGaussianAnswer;
  /** The terms of linearGaussian by draws of z from q. */
  sampledElbo(request: VaeSampledElboRequest): VaeSampledElbo;
  /** What is drawn of the model. Refused: dz > 2. */
  boundPicture(request: VaeBoundPictureRequest): VaeBoundPicture;
  claim(request: VaeClaimRequest): VaeClaim;
  /** @param saved what save() gave: goes on from there. The request must be the same but for the learning rate. */
  train(request: VaeTrainRequest, saved?: Uint8Array): VaeTrainer;
  /** q(z | x). @param x (m*dx) */
  encode(request: { network: Uint8Array; x: Numbers; labels?: readonly number[] }): VaeCodes;
  /** The decoder's means. @param z (m*dz) */
  decode(request: { network: Uint8Array; z: Numbers; labels?: readonly number[] }): VaeDecoded;
  /** z ~ N(0, I), then p(x | z). */
  sample(request: { network: Uint8Array; count: number; seed: number; labels?: readonly number[] }): VaeDecoded & {
    z: Float64Array;
  };
  /** The ELBO of m points, by `draws` of z for each; where dz <= 2 beside it by quadrature. */
  evaluate(
    request: VaeEvaluateOptions & { network: Uint8Array; x: Numbers; seed: number; labels?: readonly number[] },
  ): VaeEvaluation;
  /** log p(x) and the ELBO's gap of one point by quadrature over z. Refused: dz > 2. */
  evidence(request: { network: Uint8Array; x: Numbers; labels?: readonly number[] }): VaeEvidence;
  /**
   * p(z | x), not q, over a window of the plane of z. Refused: dz other than 2.
   * @param request logPx: that of evidence(); missing: it is found anew, which takes most of the time
   */
  posterior(request: {
    network: Uint8Array;
    x: Numbers;
    window: VaeWindow;
    labels?: readonly number[];
    logPx?: number;
  }): VaePosterior;
  /** The aggregate posterior, the mean of q(z | x_i) over n points, beside the prior. Refused: dz other than 2. */
  overlap(request: { network: Uint8Array; x: Numbers; window: VaeWindow; labels?: readonly number[] }): VaeOverlap;
  /** (n*2) a toy data set in the plane, the same as the diffusion lab's. */
  toy(request: { name: "moons" | "roll" | "spirals" | "gaussians" | "board"; n: number; seed: number }): Float64Array;
}
