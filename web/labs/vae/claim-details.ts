// What an open claim of the lab says besides its title: a chunk of its own, loaded with the first open claim.
import type { ClaimDetails } from "../../host/proof.ts";
import { checks, reasons } from "./messages/checks.en.ts";
import { mistakes } from "./messages/mistakes.en.ts";

/** Some ids stand for different measurements in different claims. */
function checkLabel(id: string, claim: string): string {
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = checks;
  return labels[claim]?.[id] ?? id;
}

export const claimDetails: ClaimDetails = { checks: checkLabel, reasons, mistakes };
