// When a lab in a frame is on screen with its first answer.
import type { WarmClient } from "../client.ts";

type Watched = Pick<WarmClient<unknown, unknown>, "status">;

/** A lab that asks for nothing, such as one without data, is ready when it has been at rest for so long, ms. */
const QUIET = 1500;

/** @returns ends the waiting */
export function whenReady(main: HTMLElement, clients: Iterable<Watched>, ready: () => void): () => void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const settled = new MutationObserver(look);

  function end(): void {
    settled.disconnect();
    clearTimeout(quiet);
  }
  function done(): void {
    end();
    ready();
  }
  /** What the style sheets and tests know a current picture by. */
  function look(): void {
    if (main.querySelector('.picture-view[data-current="true"]')) done();
  }
  function wait(): void {
    quiet = setTimeout(() => {
      const busy = [...clients].some(({ status }) => status.phase === "running");
      if (busy) wait();
      else done();
    }, QUIET);
  }

  settled.observe(main, { subtree: true, childList: true, attributeFilter: ["data-current"] });
  wait();
  look();
  return end;
}
