// A page in a frame of another one (w=1): what differs from the whole page. Loaded for widgets only.
import "./widget.css";

let started = false;

export function startWidget(): void {
  if (started) return;
  started = true;
  // The wheel belongs to the page around until the reader has turned to this one. With Ctrl it is a pinch, and meant for the picture.
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !document.hasFocus()) event.stopImmediatePropagation();
  };
  window.addEventListener("wheel", wheel, { capture: true, passive: true });
  // So does what the browser itself scrolls (widget.css).
  const turn = () => document.documentElement.toggleAttribute("data-in-use", document.hasFocus());
  for (const name of ["focus", "blur"] as const) window.addEventListener(name, turn);
  turn();
}
