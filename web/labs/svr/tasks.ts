// The tasks of this lab.
import { tasks } from "../../host/tasks/task.ts";
import model from "./model.ts";
import type { SvrState } from "./state.ts";

export default tasks<SvrState>([
  {
    id: "1c1-wide",
    claim: "1c1",
    level: 2,
    minutes: 8,
    start: { preset: "tie-wide", claim: "1c1", x: [-1, 1], y: [0, 1], kernel: "linear", C: 1, epsilon: 0.2 },
    lock: ["epsilon", "C", "kernel", "standardise"],
    judge(pg, state) {
      const { bInterval, report } = pg.svr.fit(model.request(state).problem);
      return [
        {
          name: "width",
          value: report.converged ? bInterval[1] - bInterval[0] : Number.NaN,
          relation: ">",
          bound: 0.5,
        },
        { name: "points", value: state.y.length, relation: "<=", bound: 6 },
      ];
    },
    solution: { state: { x: [-1, 1, -1, 1], y: [0, 0, 1, 1] } },
  },
]);
