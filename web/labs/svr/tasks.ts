// The tasks of this lab, in the order of its claims.
import { tasks } from "../../host/tasks/task.ts";
import type { SvrState } from "./state.ts";
import { dualTasks } from "./tasks/dual.ts";
import { gramTasks } from "./tasks/gram.ts";
import { ledgerTasks } from "./tasks/ledger.ts";
import { offsetTasks } from "./tasks/offset.ts";
import { predictionTasks } from "./tasks/prediction.ts";
import { staircaseTasks } from "./tasks/staircase.ts";

export default tasks<SvrState>([
  ...ledgerTasks,
  ...dualTasks,
  ...offsetTasks,
  ...staircaseTasks,
  ...gramTasks,
  ...predictionTasks,
]);
