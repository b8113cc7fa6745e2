// The place under the header, of a tour or of tasks, one at a time. What stands there covers nothing: what is stuck to the top of the
// page keeps clear of it as of the header.
import "./under-header.css";
import { announce } from "./announce.ts";

export interface Under {
  /** Takes the focus only where it is asked to. */
  readonly bar: HTMLElement;
  readonly body: HTMLElement;
  /** Of a number of sentences at once the last one is said. */
  say(text: string): void;
  dispose(): void;
}

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
  bar.append(body);
  main.before(bar);
  leave = giveWay;

  const { style } = document.documentElement;
  // Where it does not stick to the top, nothing has to keep clear of it.
  const measure = () =>
    style.setProperty("--under", getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight}px` : "0px");
  const sizes = new ResizeObserver(measure);
  sizes.observe(bar);

  return {
    bar,
    body,
    say: (text) => announce(name, text),
    dispose() {
      leave = () => true;
      announce(name, "");
      sizes.disconnect();
      const held = bar.contains(document.activeElement);
      bar.remove();
      style.removeProperty("--under");
      // The focus that was on its button does not fall to the top of the page.
      if (held) main.focus({ preventScroll: true });
    },
  };
}
