// The fingerprint of this browser: every lab answers its fixed requests in a worker of its own, one after another.
import { createClient } from "../client.ts";
import type { LabEntry } from "../entry.ts";
import { openLocal, openWorker } from "../port.ts";
import { type Answer, differs, type Fingerprint, fingerprintOf } from "./answers.ts";
import stored from "./stored.json";
import { type LabAnswer, short } from "./summary.ts";

/** What Node has answered when this version was made (npm run fingerprint). */
const REFERENCE: Readonly<Record<string, Fingerprint>> = stored;

function answersOf(lab: LabEntry): Promise<readonly Answer[]> {
  const code = { id: `${lab.id}/fingerprint`, part: lab.part };
  const client = createClient<unknown, readonly Answer[]>({ lab: code, ports: [openWorker, openLocal] });
  return new Promise<readonly Answer[]>((resolve, reject) => {
    client.onframe(resolve);
    client.onstatus((status) => {
      if (status.phase === "unavailable" || status.phase === "refused") reject(new Error(status.message));
      if (status.phase === "restarted" && status.gaveUp) reject(new Error(status.message));
    });
    client.solve(null);
  }).finally(() => client.dispose());
}

async function answerOf(lab: LabEntry): Promise<LabAnswer> {
  try {
    const found = fingerprintOf(await answersOf(lab));
    const wanted = REFERENCE[lab.id];
    const where = wanted === undefined ? "bits" : differs(found, wanted);
    return { lab: lab.id, short: short(found.hash), state: where === null ? "agrees" : "differs", where: where ?? "" };
  } catch (error) {
    console.error(error);
    return { lab: lab.id, short: "", state: "failed", where: "" };
  }
}

/** @param show is given the answers so far, after each; false: nobody looks any more */
export async function compute(
  labs: readonly LabEntry[],
  show: (answers: readonly LabAnswer[]) => boolean,
): Promise<void> {
  const answers: LabAnswer[] = labs.map(({ id }) => ({ lab: id, short: "", state: "waits", where: "" }));
  for (const [k, lab] of labs.entries()) {
    if (!show([...answers])) return;
    answers[k] = await answerOf(lab);
  }
  show(answers);
}
