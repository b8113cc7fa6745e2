// The tasks of this lab, in the order of the claims.
import { CLAIMS } from "./state.ts";
import { dualTasks } from "./tasks/dual.ts";
import { primalTasks } from "./tasks/primal.ts";

export default CLAIMS.flatMap((id) => [...dualTasks, ...primalTasks].filter(({ claim }) => claim === id));
