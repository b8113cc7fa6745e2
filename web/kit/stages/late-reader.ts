// The reader of a picture (reader.ts), fetched once the picture has come to rest or has the focus.
import type { Reader } from "./reader.ts";
import { onRest } from "./rest.ts";
import type { Spoken } from "./spoken.ts";

/**
 * @param host the picture
 * @param below where its table of numbers is put, at the end; not where lit renders
 * @param load fetches what is said of it
 */
export function readLate(host: HTMLElement, below: HTMLElement, load: () => Promise<Spoken>): Reader {
  let reader: Reader | null = null;
  let reading: Promise<void> | null = null;
  let disposed = false;

  function read(): Promise<void> {
    reading ??= Promise.all([import("./reader.ts"), load()]).then(([{ mountReader }, spoken]) => {
      if (!disposed) reader = mountReader(host, below, spoken);
      delete host.dataset.reader;
    });
    reading.catch(() => {
      // Tried again at the next change.
      reading = null;
    });
    return reading;
  }
  const rest = onRest(() => void read());
  const focused = () => void read();
  /** The first key waits for what it is for. */
  function key(event: KeyboardEvent): void {
    if (reader !== null || event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
    void read().then(() => reader?.walk());
  }
  host.addEventListener("focusin", focused);
  host.addEventListener("keydown", key);

  return {
    update() {
      if (reader !== null) reader.update();
      else {
        // It is on its way, and with it what stands below the picture.
        host.dataset.reader = "due";
        rest.changed();
      }
    },
    walk: () => void read().then(() => reader?.walk()),
    dispose() {
      disposed = true;
      delete host.dataset.reader;
      rest.dispose();
      host.removeEventListener("focusin", focused);
      host.removeEventListener("keydown", key);
      reader?.dispose();
    },
  };
}
