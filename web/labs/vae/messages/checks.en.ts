// The words of the checks of the VAE: what each measures, and why a claim says nothing here. Loaded with the first open claim.
import { reasons as shared } from "../../../kit/messages/checks.en.ts";

export const checks = { "4v1": {}, "4v2": {}, "4v3": {}, "4v4": {} } as const;
export const reasons = { ...shared } as const;
