// The built library, as a user of the package gets it, with its heap within a test's reach.
import { load, ProofgroundError } from "../../../dist/lib/proofground.js";
import { type Watched, watched } from "../../watched.mjs";

export type { Watched };
export { ProofgroundError };

export const loadWatched = (): Promise<Watched> => watched(load);

/** What body threw, which must be a ProofgroundError. */
export function refusal(body: () => unknown): ProofgroundError {
  try {
    body();
  } catch (error) {
    if (error instanceof ProofgroundError) return error;
    throw error;
  }
  throw new Error("expected a refusal, and there was none");
}

/** What body makes of an object of the library, which is let go. */
export function using<Made extends { delete(): void }, T>(made: Made, body: (made: Made) => T): T {
  try {
    return body(made);
  } finally {
    made.delete();
  }
}
