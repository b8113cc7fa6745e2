// The height that the page would have by itself, told to the page around. Much of a lab is as high as the window; in a frame that
// follows, that would grow without end. So it is measured with heights of its own (frame.css, data-natural), which also hold for good
// as soon as the frame has been given the height that was asked for.

export const LOWEST = 160;
export const HIGHEST = 6000;
/** Between two measures, ms: each lays out the page twice. */
const PAUSE = 200;
/** A frame that is off by less follows, px. */
const NEARLY = 2;

export const bounded = (height: number): number => Math.max(LOWEST, Math.min(HIGHEST, Math.ceil(height)));

/**
 * Which of the heights measured are told. Another layout may begin at a height that makes the page lower than that: of two heights
 * that would take turns the larger one stays, until the width is another.
 */
export function createTeller(tell: (height: number) => void): (height: number, width: number) => void {
  let last = 0;
  let before = 0;
  let at = -1;
  return (height, width) => {
    if (width !== at) [at, before] = [width, 0];
    if (height <= last && height >= last - NEARLY) return;
    if (height < last && Math.abs(height - before) <= NEARLY) return;
    [before, last] = [last, height];
    tell(height);
  };
}

/** @param root what has the height  @param tell called with each new one */
export function watchHeight(root: HTMLElement, tell: (height: number) => void): void {
  const { documentElement: page } = document;
  let asked = 0;
  let waits = false;
  const say = createTeller((height) => {
    asked = height;
    tell(height);
  });

  function measure(): void {
    waits = false;
    // In a frame of size zero nothing has its place.
    if (innerWidth === 0 || innerHeight === 0) return;
    const follows = Math.abs(innerHeight - asked) <= NEARLY;
    page.toggleAttribute("data-natural", true);
    const height = bounded(root.getBoundingClientRect().height);
    page.toggleAttribute("data-natural", follows);
    say(height, innerWidth);
  }
  function soon(): void {
    if (waits) return;
    waits = true;
    setTimeout(measure, PAUSE);
  }

  const sizes = new ResizeObserver(soon);
  const observe = () => {
    sizes.disconnect();
    const parts = root.querySelectorAll("main, main > *, .lab-layout > *, .proof-page > *");
    for (const each of [root, ...parts]) sizes.observe(each);
  };
  new MutationObserver(observe).observe(root, { childList: true, subtree: true });
  window.addEventListener("resize", soon);
  observe();
}
