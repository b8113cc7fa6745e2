// The worker's half of the lab: from a request, by its task, to frames.
import type { LabSolver } from "../../host/lab.ts";
import type { CifgFrame, CifgRequest } from "./requests.ts";
import { cell } from "./stages/cell/worker.ts";
import { flow } from "./stages/flow/worker.ts";

const solver: LabSolver<CifgRequest, CifgFrame> = function* (pg, request) {
  switch (request.task) {
    case "cell":
      return yield* cell(pg, request);
    case "flow":
      return yield* flow(pg, request);
  }
};

export default solver;
