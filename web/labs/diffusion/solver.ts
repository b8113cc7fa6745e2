// The worker's half of the diffusion lab: from a request, by its task, to frames.
import type { ViewSolver } from "../../host/lab.ts";
import { claims } from "./claims-worker.ts";
import type { DiffusionFrame, DiffusionRequest, DiffusionView } from "./requests.ts";
import { elbo } from "./stages/elbo/worker.ts";
import { forward } from "./stages/forward/worker.ts";
import { posterior } from "./stages/posterior/worker.ts";
import { quality, sample } from "./stages/sample/worker.ts";
import { exactField, fileField, train } from "./stages/train/worker.ts";

const solver: ViewSolver<DiffusionRequest, DiffusionFrame, DiffusionView> = function* (pg, request, view) {
  switch (request.task) {
    case "forward":
      return yield* forward(pg, request);
    case "posterior":
      return yield* posterior(pg, request);
    case "train":
      return yield* train(pg, request, view);
    case "exact-field":
      yield exactField(pg, request);
      return;
    case "file-field":
      yield fileField(pg, request);
      return;
    case "sample":
      return yield* sample(pg, request);
    case "sample-quality":
      return yield* quality(pg, request);
    case "elbo":
      return yield* elbo(pg, request);
    case "points":
      yield { task: "points", points: pg.diffusion.dataset(request.set) };
      return;
    case "standardise":
      yield { task: "standardise", points: pg.diffusion.standardised({ points: request.points, d: 2 }) };
      return;
    case "claims":
      return yield* claims(pg, request);
  }
};

export default solver;
