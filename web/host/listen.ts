// What the whole page listens to, whichever lab is open: its keys, what it has to be ready for, and what fails in it.
import { isTyping } from "./typing.ts";

export interface PageActions {
  undo(): void;
  redo(): void;
  help(): void;
  /** A worker that was ended because it had nothing to do is to be back before the first request. */
  warm(): void;
  /** The address as it was last written. */
  written(): string | null;
  /** Something in the page failed. */
  lost(message: string): void;
}

/** By then the page has come to rest, and what may be needed later does not hold up what is needed now, ms. */
const AT_REST = 8000;

export function listenToPage({ undo, redo, help, warm, written, lost }: PageActions): void {
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event.target) || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (control && key === "z") (event.shiftKey ? redo : undo)();
    else if (control && key === "y") redo();
    else if (!control && key === "?" && !document.querySelector("dialog[open]")) help();
    else return;
    event.preventDefault();
  });
  // What prints the page has to be here before it prints: that event does not wait. Where it does not arrive, it is tried again.
  let printing = false;
  const bringPrinting = () => {
    if (printing) return;
    printing = true;
    import("./print.ts").then(
      ({ watchPrint }) => watchPrint(written),
      () => {
        printing = false;
      },
    );
  };
  setTimeout(bringPrinting, AT_REST);
  for (const event of ["pointerdown", "keydown"])
    window.addEventListener(
      event,
      () => {
        warm();
        bringPrinting();
      },
      { capture: true },
    );
  window.addEventListener("error", (event) => {
    if (!isNotice(event.message)) lost(event.message);
  });
  window.addEventListener("unhandledrejection", (event) =>
    lost(event.reason instanceof Error ? event.reason.message : String(event.reason)),
  );
}

/** What a browser says where sizes changed while it told of sizes: it tells of the rest in the next frame, and nothing failed. */
export function isNotice(message: string): boolean {
  return /^ResizeObserver loop (completed with undelivered notifications|limit exceeded)\.?$/.test(message);
}
