// The wheel belongs to the page around until the reader has turned to this one. With Ctrl it is a pinch, and meant for the picture.

let kept = false;

export function keepWheel(): void {
  if (kept) return;
  kept = true;
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !document.hasFocus()) event.stopImmediatePropagation();
  };
  window.addEventListener("wheel", wheel, { capture: true, passive: true });
  // So does what the browser itself scrolls (widget.css).
  const turn = () => document.documentElement.toggleAttribute("data-in-use", document.hasFocus());
  for (const name of ["focus", "blur"] as const) window.addEventListener(name, turn);
  turn();
}
