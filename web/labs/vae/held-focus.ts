// Buttons that go away, or cannot be pressed any more, when they are pressed: who goes by keys keeps the place.

/** Whether the focus is on it: a button that is disabled would lose it, so it only says that it does nothing. */
export const isHeld = (selector: string): boolean => document.activeElement?.matches(selector) === true;

/** Draw what is in `root` anew; where the button with the focus is gone, the focus goes to the main one there, else to `root`. */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const held = root.contains(document.activeElement);
  draw();
  if (!held || root.contains(document.activeElement)) return;
  root.tabIndex = -1;
  (root.querySelector<HTMLElement>(".primary") ?? root).focus({ preventScroll: true });
}
