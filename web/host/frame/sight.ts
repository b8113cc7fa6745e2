// Whether a page in a frame can be seen: an observer in a frame, of whatever origin, sees what is left of the frame in the window.

/** Labs begin to load when the frame is this near to the screen; where the page around is of another origin, when it is on it. */
const NEAR = "50%";

function observe(margin: string, tell: (seen: boolean) => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1);
      // A frame of size zero is nowhere.
      if (entry) tell(entry.isIntersecting && innerWidth > 0 && innerHeight > 0);
    },
    { rootMargin: margin, threshold: [0, 0.01] },
  );
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}

/** Comes when the frame is near the screen. */
export function near(): Promise<void> {
  return new Promise((resolve) => {
    const stop = observe(NEAR, (seen) => {
      if (!seen) return;
      stop();
      resolve();
    });
  });
}

/** Tells whether the frame can be seen, now and whenever that changes. */
export function watchSight(tell: (seen: boolean) => void): void {
  let seen = true;
  const update = () => tell(seen && document.visibilityState === "visible");
  observe("0px", (now) => {
    seen = now;
    update();
  });
  document.addEventListener("visibilitychange", update);
}
