// Scrolling within this document. scrollIntoView would scroll what is around a frame as well: the page that shows it.

/** How long the layout may take to settle, ms: fonts, texts and pictures arrive after what they belong to. */
const SETTLES = 5000;
/** What tells that the reader has taken over. */
export const TAKES_OVER = ["wheel", "touchstart", "pointerdown", "keydown"];

/** Scroll the document so that `element` begins below what is stuck to the top (scroll-padding). */
export function scrollToTop(element: Element): void {
  const root = document.documentElement;
  const top = element.getBoundingClientRect().top - (Number.parseFloat(getComputedStyle(root).scrollPaddingTop) || 0);
  if (Math.abs(top) >= 1) scrollBy(0, top);
}

/** As scrollToTop, and again whenever the page changes its height, until the reader scrolls. @returns ends this */
export function keepAtTop(element: Element | null): () => void {
  if (element === null) return () => {};
  scrollToTop(element);
  let frame = 0;
  const settled = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => scrollToTop(element));
  });
  const end = () => {
    settled.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    for (const event of TAKES_OVER) removeEventListener(event, end, true);
  };
  const timer = setTimeout(end, SETTLES);
  for (const event of TAKES_OVER) addEventListener(event, end, { capture: true, passive: true });
  settled.observe(document.body);
  return end;
}
