// What a data set shows and where it is from: two lines beside its name, and a button for the rest where there is more.
import { html, render } from "lit";
import "./data-panel.css";
import { en } from "./messages/en.ts";

const words = en.data;

export interface About {
  readonly element: HTMLElement;
  /** @param source "" for none */
  show(text: string, source: string): void;
  dispose(): void;
}

export function mountAbout(): About {
  const element = document.createElement("div");
  element.className = "data-about";
  let said: readonly string[] = [];
  let open = false;

  function draw(): void {
    const [text = "", source = ""] = said;
    render(
      html`<p>${text} <span class="data-source">${source}</span></p>
        <button type="button" class="data-more" aria-expanded=${open ? "true" : "false"} @click=${toggle}>
          ${open ? words.less : words.more}
        </button>`,
      element,
    );
    element.toggleAttribute("data-open", open);
    measure();
  }
  function toggle(): void {
    open = !open;
    draw();
  }
  /** The button keeps its room where it is not needed: its absence would change how the text wraps. */
  function measure(): void {
    const [p, button] = element.children as unknown as [HTMLElement, HTMLElement];
    button.style.visibility = open || p.scrollHeight > p.clientHeight ? "" : "hidden";
  }
  const resized = new ResizeObserver(measure);
  resized.observe(element);

  return {
    element,
    show(text, source) {
      if (text === said[0] && source === said[1]) return;
      said = [text, source];
      open = false;
      draw();
    },
    dispose: () => resized.disconnect(),
  };
}
