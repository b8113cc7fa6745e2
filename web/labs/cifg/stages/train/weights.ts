// Files of networks, read by the library: bytes to weights as numbers, and weights to bytes. One at a time.
import type { Client } from "../../../../host/lab.ts";
import type { CifgFrame, CifgRequest } from "../../requests.ts";
import type { WeightsFrame, WeightsRequest } from "./request.ts";

export type ReadNetwork = (file: WeightsRequest["file"]) => Promise<WeightsFrame>;

/** Why there is no network: the library does not take the file, its worker stopped, or another file came meanwhile. */
export class Unread extends Error {
  readonly why: "refused" | "stopped" | "superseded";
  constructor(why: Unread["why"], message = "") {
    super(message);
    this.why = why;
  }
}

interface Waiting {
  resolve(frame: WeightsFrame): void;
  reject(error: Error): void;
}

/** Of the lab's client for this; one reader listens to it, however often the stage is opened. */
const readers = new WeakMap<object, ReadNetwork>();

/** @returns what reads a file; its promise fails with an Unread */
export function weightsReader(client: Client<CifgRequest, CifgFrame>): ReadNetwork {
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
    waiting?.reject(new Unread(status.phase === "refused" ? "refused" : "stopped", status.message));
    waiting = null;
  });
  const read: ReadNetwork = (file) =>
    new Promise((resolve, reject) => {
      waiting?.reject(new Unread("superseded"));
      waiting = { resolve, reject };
      client.solve({ task: "weights", file });
    });
  readers.set(client, read);
  return read;
}
