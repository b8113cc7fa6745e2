// The methods that a solution was made with, in words.
import type { Report } from "../../../wasm/lib/types.ts";
import { formatCount } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { en } from "../messages/en.ts";

const words = en.stepper;

/** How many iterations there were; and of which methods, where not all were SMO's. */
export function stepsOf(report: Omit<Report, "converged" | "kktGap">): string {
  const { iterations, interiorPointSteps, activeSetSteps } = report;
  const smo = iterations - interiorPointSteps - activeSetSteps;
  const count = formatCount(iterations);
  if (smo === iterations) return format(words.iterations, { count });
  const counts = [smo, interiorPointSteps, activeSetSteps];
  const methods = counts.flatMap((steps, method) =>
    steps === 0 ? [] : [format(words.ofMethod, { count: formatCount(steps), method: words.methods[method] ?? "" })],
  );
  return format(words.steps, { count, methods: methods.join(", ") });
}
