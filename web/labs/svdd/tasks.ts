// The tasks of this lab, in the order of the claims.
import { dualTasks } from "./tasks/dual.ts";
import { primalTasks } from "./tasks/primal.ts";

export default [...dualTasks, ...primalTasks].sort((a, b) => a.claim.localeCompare(b.claim, "en") || a.level - b.level);
