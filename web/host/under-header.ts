// The place under the header, of a tour or of tasks, one at a time. What stands there covers nothing: what is stuck to the top of the
// page keeps clear of it as of the header.
import "./under-header.css";

export interface Under {
  /** Takes the focus only where it is asked to. */
  readonly bar: HTMLElement;
  readonly body: HTMLElement;
  /** What is said, once it has come to rest. */
  say(text: string): void;
  dispose(): void;
}

/** A sentence counts as settled after this long without another one, ms: then it is spoken. */
const SETTLED = 600;

/** Ends what stands there. @returns false: it does not give way, and has said why */
let leave: () => boolean = () => true;

/**
 * @param main what it stands before  @param name its class
 * @param giveWay something else is to stand there: ends this one, or says why not and returns false
 * @returns null where what stands there does not give way
 */
export function putUnder(main: HTMLElement, name: string, label: string, giveWay: () => boolean): Under | null {
  if (!leave()) return null;
  const bar = document.createElement("section");
  bar.className = `under ${name}`;
  bar.tabIndex = -1;
  bar.setAttribute("aria-label", label);
  const body = document.createElement("div");
  body.className = `${name}-body`;
  // It stands before anything is said: screen readers speak what is added to a region that they know.
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  bar.append(body, spoken);
  main.before(bar);
  leave = giveWay;

  const { style } = document.documentElement;
  // Where it does not stick to the top, nothing has to keep clear of it.
  const measure = () =>
    style.setProperty("--under", getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight}px` : "0px");
  const sizes = new ResizeObserver(measure);
  sizes.observe(bar);
  let heardSoon: ReturnType<typeof setTimeout> | undefined;

  return {
    bar,
    body,
    say(text) {
      clearTimeout(heardSoon);
      heardSoon = setTimeout(() => {
        if (spoken.textContent !== text) spoken.textContent = text;
      }, SETTLED);
    },
    dispose() {
      leave = () => true;
      clearTimeout(heardSoon);
      sizes.disconnect();
      const held = bar.contains(document.activeElement);
      bar.remove();
      style.removeProperty("--under");
      // The focus that was on its button does not fall to the top of the page.
      if (held) main.focus({ preventScroll: true });
    },
  };
}
