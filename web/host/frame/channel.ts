// What goes between this page and the one around it. Only the parent is heard, and only under the origin that it first spoke from.

import { type Id, idOf, isOurs, type MessageRefusal, readMessage, type ToFrame } from "./message.ts";
import { en } from "./messages.en.ts";

/** Messages taken in a second, and errors sent in one. */
const RATE = 50;
/** Messages that may wait for those before them. */
const MOST_WAITING = RATE;

export type Code = MessageRefusal | "too-fast" | "not-ready" | "nothing" | "locked" | string;

export interface Channel {
  /** To the page around, once it has been heard: before, nobody knows who it is. */
  send(message: Readonly<Record<string, unknown>>): void;
  /** To whoever it is: nothing that is anybody's own. */
  announce(message: Readonly<Record<string, unknown>>): void;
  refuse(code: Code, message: string, id?: Id): void;
}

/** Allows so many events in any second. */
export function rate(most: number, now: () => number = () => performance.now()): () => boolean {
  const times: number[] = [];
  return () => {
    const time = now();
    while (times.length > 0 && time - (times[0] as number) >= 1000) times.shift();
    if (times.length >= most) return false;
    times.push(time);
    return true;
  };
}

/** @param take what a message does; the next one waits for it */
export function openChannel(take: (message: ToFrame, id: Id | undefined) => Promise<void>): Channel {
  let origin: string | null = null;
  const mayCome = rate(RATE);
  const mayRefuse = rate(RATE);
  let waiting = 0;
  let last = Promise.resolve();

  const post = (message: Readonly<Record<string, unknown>>, to: string) =>
    // A page of no origin of its own ("null", from disk also "file://") has no name to be spoken to by; it is the parent all the same.
    window.parent.postMessage({ proofground: 1, ...message }, to.startsWith("http") ? to : "*");

  const channel: Channel = {
    send(message) {
      if (origin !== null) post(message, origin);
    },
    announce: (message) => post(message, origin ?? "*"),
    refuse(code, message, id) {
      if (origin !== null && mayRefuse())
        post({ type: "error", code, message, ...(id === undefined ? {} : { id }) }, origin);
    },
  };

  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || !isOurs(event.data)) return;
    origin ??= event.origin;
    if (event.origin !== origin) return;
    if (!mayCome() || waiting >= MOST_WAITING)
      return channel.refuse("too-fast", en.refused["too-fast"], idOf(event.data));
    const { id, message, refusal } = readMessage(event.data, event.ports.length);
    if (message === null) {
      const code = refusal ?? "shape";
      return channel.refuse(code, en.refused[code], id);
    }
    waiting++;
    last = last.then(() => take(message, id)).finally(() => waiting--);
  });
  return channel;
}
