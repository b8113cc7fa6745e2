// What is shown of the labs' answers: a short code of each, one of all together, and a report to send.
import { version } from "../../../package.json";
import { hashOf } from "./answers.ts";
import { engineName } from "./engine-name.ts";

export interface LabAnswer {
  readonly lab: string;
  /** "3f9a-12bc": the first half of its hash. "": it has not answered yet, or could not. */
  readonly short: string;
  /** "agrees" with the reference; "differs" from it; "failed" to answer. */
  readonly state: "waits" | "agrees" | "differs" | "failed";
  /** The request that differs: for the report, whose reader knows the code. */
  readonly where: string;
}

export const short = (hash: string) => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;

export interface Summary {
  /** Of all labs together: "" until all have answered. */
  readonly short: string;
  readonly state: LabAnswer["state"];
}

export function summaryOf(answers: readonly LabAnswer[]): Summary {
  const state = (["waits", "failed", "differs"] as const).find((each) => answers.some((one) => one.state === each));
  const complete = state === undefined || state === "differs";
  return { short: complete ? short(hashOf(answers.map((one) => one.short))) : "", state: state ?? "agrees" };
}

/** All of it as lines of text, to be sent with a picture. */
export function reportOf(
  answers: readonly LabAnswer[],
  words: Readonly<Record<LabAnswer["state"], string>>,
  userAgent: string,
): string {
  const summary = summaryOf(answers);
  const lines = answers.map(({ lab, short: hash, state, where }) =>
    [lab, hash, words[state], where].filter((part) => part !== "").join(" "),
  );
  return [
    `Proofground ${version}, ${engineName(userAgent)}`,
    `${summary.short} ${words[summary.state]}`.trim(),
    ...lines,
  ].join("\n");
}
