// The worker's half of the lab: from a request, by its task, to frames.
import type { ViewSolver } from "../../host/lab.ts";
import { claims } from "./claims-worker.ts";
import type { CifgFrame, CifgRequest, CifgView } from "./requests.ts";
import { cell } from "./stages/cell/worker.ts";
import { flow } from "./stages/flow/worker.ts";
import { heldOut, train, weights } from "./stages/train/worker.ts";

const solver: ViewSolver<CifgRequest, CifgFrame, CifgView> = function* (pg, request, view) {
  switch (request.task) {
    case "cell":
      return yield* cell(pg, request);
    case "flow":
      return yield* flow(pg, request);
    case "train":
      return yield* train(pg, request, view);
    case "held-out":
      yield heldOut(pg, request);
      return;
    case "weights":
      yield weights(pg, request);
      return;
    case "claims":
      return yield* claims(pg, request);
  }
};

export default solver;
