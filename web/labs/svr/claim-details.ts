// What an open claim of the lab says besides its title: a chunk of its own, loaded with the first open claim.
import type { ClaimDetails } from "../../host/proof.ts";
import { checkLabels } from "../../kit/claims/check-labels.ts";
import { checks, judged, reasons } from "./messages/checks.en.ts";
import { mistakes } from "./messages/mistakes.en.ts";

/** The label of a check is the same for all claims that make it. */
export const claimDetails: ClaimDetails = { checks: checkLabels(checks), reasons, mistakes, judged };
