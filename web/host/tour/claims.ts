// Steps that labs of every kind have: break a claim, and mend it.
import type { Judged } from "../lab.ts";
import { format } from "../messages/format.ts";
import type { Step } from "./step.ts";

/** The button of a claim; as long as the claim is closed, what opens it. */
const buttonOf = (claim: string) => [`[data-break="${claim}"]`, `[data-claim="${claim}"]`];

/** @param came takes {failing} and {checks}; the counts of the checks that fail, and of all */
export function breakStep<State, Claim extends Judged>(
  claim: string,
  { say, came }: { readonly say: string; readonly came: string },
): Step<State, Claim> {
  return {
    say,
    at: buttonOf(claim),
    claim,
    came({ results }) {
      const result = results.get(claim);
      if (!result?.broken || result.verdict !== "fail") return null;
      const failing = result.checks.filter(({ verdict }) => verdict === "fail").length;
      return format(came, { failing, checks: result.checks.length });
    },
  };
}

/** @param came takes {checks}: how many hold */
export function mendStep<State, Claim extends Judged>(
  claim: string,
  { say, came }: { readonly say: string; readonly came: string },
): Step<State, Claim> {
  return {
    say,
    at: buttonOf(claim),
    claim,
    came({ results }) {
      const result = results.get(claim);
      if (!result || result.broken || result.verdict !== "pass") return null;
      return format(came, { checks: result.checks.length });
    },
  };
}
