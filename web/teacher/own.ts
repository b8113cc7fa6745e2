// What this version is and answers, to compare files with.
import { version } from "../../package.json";
import stored from "../host/fingerprint/stored.json";
import { short } from "../host/fingerprint/summary.ts";
import type { Own } from "./finding.ts";

/** Whatever browser it runs in: About compares that with the same. */
export const OWN: Own = {
  program: version,
  labs: Object.fromEntries(Object.entries(stored).map(([lab, { hash }]) => [lab, short(hash)])),
};
