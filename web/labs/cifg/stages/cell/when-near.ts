// What stands far below the first picture loads when it is wanted: before it comes into view, or once the page has been at rest.

/** From the bottom edge of what is seen, px; what is above it counts as near, so that a jump to the end finds all in place. */
const MARGIN = "100000px 0px 300px 0px";
/** So that a page that is printed, or read by a screen reader, has everything. */
const REST_MS = 4000;

/** Call `run` once. @returns forget it */
export function whenNear(element: Element, run: () => void): () => void {
  const once = () => {
    forget();
    run();
  };
  const watched = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) once();
    },
    { rootMargin: MARGIN },
  );
  const timer = setTimeout(once, REST_MS);
  function forget(): void {
    watched.disconnect();
    clearTimeout(timer);
  }
  watched.observe(element);
  return forget;
}
