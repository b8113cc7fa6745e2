// The tasks of this lab.
import { tasks } from "../../host/tasks/task.ts";
import type { DiffusionState } from "./state.ts";
import { forwardTasks } from "./tasks/forward.ts";
import { noiseTasks } from "./tasks/noise.ts";
import { remarkTasks } from "./tasks/remarks.ts";

export default tasks<DiffusionState>([...forwardTasks, ...noiseTasks, ...remarkTasks]);
