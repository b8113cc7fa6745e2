// The iterations that a solution took, in words.
import type { Report } from "../../../wasm/lib/types.ts";
import { formatCount } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { en } from "../messages/en.ts";

const words = en.stepper;

/** How many iterations there were; and how many of them were active-set steps, if any. */
export function stepsOf({ iterations, activeSetSteps }: Pick<Report, "iterations" | "activeSetSteps">): string {
  const count = formatCount(iterations);
  if (activeSetSteps === 0) return format(words.iterations, { count });
  return format(words.withActiveSet, { count, steps: formatCount(activeSetSteps) });
}
