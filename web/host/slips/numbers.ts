// The numbers that show what follows from a slip: asked of a worker of their own, and kept.
import { createClient } from "../client.ts";
import type { LabEntry } from "../entry.ts";
import { openLocal, openWorker } from "../port.ts";
import type { Numbers } from "./slip.ts";
import type { SlipRequest } from "./worker.ts";

const known = new Map<string, Promise<Numbers>>();

/** @throws where the worker does not arrive or does not answer; asked again, it is tried again */
export function numbersOf(entry: Pick<LabEntry, "id" | "part">, slip: string): Promise<Numbers> {
  const name = `${entry.id}/${slip}`;
  const numbers = known.get(name) ?? computed(entry, slip);
  known.set(name, numbers);
  numbers.catch(() => known.delete(name));
  return numbers;
}

async function computed({ id, part }: Pick<LabEntry, "id" | "part">, slip: string): Promise<Numbers> {
  const client = createClient<SlipRequest, Numbers>({
    lab: { id: `${id}/slips`, part },
    ports: [openWorker, openLocal],
  });
  try {
    return await new Promise((resolve, reject) => {
      client.onframe(resolve);
      client.onstatus((status) => {
        if (status.phase === "refused" || status.phase === "unavailable") reject(new Error(status.message));
        else if (status.phase === "restarted" && status.gaveUp) reject(new Error(slip));
      });
      client.solve({ slip });
    });
  } finally {
    client.dispose();
  }
}
