// Files of networks, read by the library: bytes to weights as numbers, and weights to bytes. One at a time.
import type { Client } from "../../../../host/lab.ts";
import type { CifgFrame, CifgRequest } from "../../requests.ts";
import type { WeightsFrame, WeightsRequest } from "./request.ts";

type Read = (file: WeightsRequest["file"]) => Promise<WeightsFrame>;

interface Waiting {
  resolve(frame: WeightsFrame): void;
  reject(error: Error): void;
}

/** Of the lab's client for this; one reader listens to it, however often the stage is opened. */
const readers = new WeakMap<object, Read>();

/** @returns what reads a file; its promise fails with the library's sentence */
export function weightsReader(client: Client<CifgRequest, CifgFrame>): Read {
  const known = readers.get(client);
  if (known) return known;
  let waiting: Waiting | null = null;
  client.onframe((frame) => {
    if (frame.task !== "weights") return;
    waiting?.resolve(frame);
    waiting = null;
  });
  client.onstatus((status) => {
    if (!("message" in status)) return;
    waiting?.reject(new Error(status.message));
    waiting = null;
  });
  const read: Read = (file) =>
    new Promise((resolve, reject) => {
      waiting?.reject(new Error());
      waiting = { resolve, reject };
      client.solve({ task: "weights", file });
    });
  readers.set(client, read);
  return read;
}
