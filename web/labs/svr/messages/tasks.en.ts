// The words of this lab's tasks.
import type { AllTaskWords } from "../../../host/tasks/task.ts";

export const tasks = {
  "1c1-wide": {
    title: "A wide set of optimal b",
    ask: "Place at most six points so that the set of optimal b is wider than 0.5.",
    hint: "As many points have to lie above the tube as below it, and none on an edge.",
    measured: { width: "width of the set of optimal b", points: "points" },
  },
} as const satisfies AllTaskWords;
