// The labs, as a learning platform lists them.
import { labList } from "../../registry.ts";

export interface PackagedLab {
  readonly id: string;
  readonly title: string;
  /** In the order of the assignment. */
  readonly claims: readonly string[];
}

/** Read as this file is: whoever imports it may be unable to import more later. */
export const packagedLabs: readonly PackagedLab[] = await Promise.all(
  labList.labs.map(async ({ id, title, model }) => ({ id, title, claims: (await model()).default.claims })),
);
