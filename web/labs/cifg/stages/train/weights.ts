// The weights of a network's file, read by the library, one file at a time.
import type { CifgNetwork } from "../../../../../wasm/lib/types.ts";
import type { Client } from "../../../../host/lab.ts";
import type { CifgFrame, CifgRequest } from "../../requests.ts";

interface Waiting {
  resolve(weights: CifgNetwork): void;
  reject(error: Error): void;
}

/** Of the lab's client for this; one reader listens to it, however often the stage is opened. */
const readers = new WeakMap<object, (network: Uint8Array) => Promise<CifgNetwork>>();

export function weightsReader(client: Client<CifgRequest, CifgFrame>): (network: Uint8Array) => Promise<CifgNetwork> {
  const known = readers.get(client);
  if (known) return known;
  let waiting: Waiting | null = null;
  client.onframe((frame) => {
    if (frame.task !== "weights") return;
    waiting?.resolve(frame.weights);
    waiting = null;
  });
  client.onstatus((status) => {
    if (status.phase !== "refused" && status.phase !== "unavailable") return;
    waiting?.reject(new Error(status.message));
    waiting = null;
  });
  const read = (network: Uint8Array) =>
    new Promise<CifgNetwork>((resolve, reject) => {
      waiting?.reject(new Error("another file is read"));
      waiting = { resolve, reject };
      client.solve({ task: "weights", network });
    });
  readers.set(client, read);
  return read;
}
