// What is said to those who do not see the page goes through one queue, which is loaded with the first sentence.
import type { Queue } from "./announce-queue.ts";

let queue: Promise<Queue> | null = null;

/**
 * Say it when its turn comes.
 * @param topic what it is about: of what waits, it replaces the sentence of the same topic
 * @param text "" takes back what waits
 */
export function announce(topic: string, text: string): void {
  if (queue === null && text === "") return;
  queue ??= import("./announce-queue.ts").then(({ openQueue }) => openQueue());
  queue.then(
    (to) => to.announce(topic, text),
    () => {
      // Where it could not be loaded, the next sentence tries again.
      queue = null;
    },
  );
}
