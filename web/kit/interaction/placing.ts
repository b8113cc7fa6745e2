// Placing without a drag: a press on a handle picks it, the next press on the plot places it. What is picked is marked, a sentence
// says so, and Escape, a press on it or one outside the plot lets go.
import { announce } from "../../host/announce.ts";
import { placing as words } from "../messages/placing.en.ts";

/** A press that moves less than this is no drag, px. */
export const SLIP = 6;

export interface Placing {
  /** A handle was pressed, and not dragged. */
  press(handle: HTMLElement): void;
  /** Why nothing comes of a press, a sentence: on show until the next press. */
  tell(why: string): void;
  /** It is dragged, or gone: no handle is picked any more. */
  letGo(): void;
  dispose(): void;
}

/**
 * @param host the plot; it has the handles
 * @param place put the picked handle here
 */
export function mountPlacing(host: HTMLElement, place: (handle: HTMLElement, event: MouseEvent) => void): Placing {
  let picked: HTMLElement | null = null;
  let listening: AbortController | null = null;
  const hint = document.createElement("p");
  hint.className = "handle-hint";
  host.append(hint);

  function letGo(): void {
    listening?.abort();
    delete picked?.dataset.gesture;
    picked = null;
    hint.textContent = "";
    announce("place", "");
  }

  const isHandle = (event: Event) => (event.target as Element).closest(".handle") !== null;
  /** What else a press on the plot does, it does not while a handle is to be placed; and the handle keeps the focus. */
  function hold(event: Event): void {
    if (isHandle(event)) return;
    event.stopPropagation();
    event.preventDefault();
  }
  function press(event: MouseEvent): void {
    if (picked === null || isHandle(event)) return;
    hold(event);
    const handle = picked;
    letGo();
    place(handle, event);
  }

  function pick(handle: HTMLElement): void {
    picked = handle;
    handle.dataset.gesture = "place";
    hint.textContent = words.place;
    announce("place", words.place);
    listening = new AbortController();
    const { signal } = listening;
    host.addEventListener("pointerdown", hold, { capture: true, signal });
    host.addEventListener("click", press, { capture: true, signal });
    const elsewhere = (event: Event) => {
      if (!host.contains(event.target as Node)) letGo();
    };
    for (const name of ["pointerdown", "focusin"])
      document.addEventListener(name, elsewhere, { capture: true, signal });
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      letGo();
    };
    document.addEventListener("keydown", leave, { capture: true, signal });
  }

  return {
    tell(why) {
      letGo();
      hint.textContent = why;
      announce("place", why);
      addEventListener("pointerdown", letGo, { capture: true, once: true });
    },
    press(handle) {
      const again = handle === picked;
      letGo();
      if (!again) pick(handle);
    },
    letGo,
    dispose() {
      letGo();
      hint.remove();
    },
  };
}
