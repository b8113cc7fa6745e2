// The tasks of this lab.
import { tasks } from "../../host/tasks/task.ts";
import type { CifgState } from "./state.ts";
import { deltaTasks } from "./tasks/deltas.ts";
import { horizonTasks } from "./tasks/horizon.ts";
import { ledgerTasks } from "./tasks/ledger.ts";
import { localTasks } from "./tasks/local.ts";
import { parameterTasks } from "./tasks/parameters.ts";

export default tasks<CifgState>([...localTasks, ...deltaTasks, ...parameterTasks, ...ledgerTasks, ...horizonTasks]);
