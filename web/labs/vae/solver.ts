// The worker's half of the lab: from a request, by its task, to frames.
import type { ViewSolver } from "../../host/lab.ts";
import { claims } from "./claims-worker.ts";
import type { VaeFrame, VaeRequest, VaeView } from "./requests.ts";
import { bound } from "./stages/bound/worker.ts";
import { compare } from "./stages/compare/worker.ts";
import { digits } from "./stages/digits/worker.ts";
import { train } from "./stages/train/worker.ts";

const solver: ViewSolver<VaeRequest, VaeFrame, VaeView> = function* (pg, request, view) {
  switch (request.task) {
    case "bound":
      return yield* bound(pg, request);
    case "train":
    case "train-map":
    case "train-place":
    case "train-inspect":
    case "train-all":
      return yield* train(pg, request, view);
    case "digits":
    case "digits-train":
      return yield* digits(pg, request, view);
    case "compare":
      return yield* compare(pg, request);
    case "claims":
      return yield* claims(pg, request);
  }
};

export default solver;
