// The main plot for keys, and for those who do not see it: what the numbers say, the way to the table of the same numbers, and a walk
// along the curve. Loaded when the plot has the focus, or once the page has come to rest.
import "./reader.css";
import type { Frame } from "../../plot/frame.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import type { Surface } from "../../plot/surface.ts";
import type { Controller } from "../interaction/controller.ts";
import { onKey } from "../interaction/keyboard.ts";
import { Walk } from "../interaction/walk.ts";
import { reader as words } from "../messages/reader.en.ts";
import type { Curve } from "../sound/curve.ts";
import type { Places } from "./scene.ts";

/** What a lab says of its plot. */
export interface Spoken<Scene> {
  /** What is not in its sentence: extremes, and who is there. "" while nothing is solved. */
  details(scene: Scene): string;
  /** A place of the curve. Left out: the plot has no curve. */
  at?(scene: Scene, x: number, y: number): string;
}

export interface ReaderOptions<Scene> {
  readonly controller: Controller;
  readonly surface: Surface<"back" | "points" | "cursor">;
  readonly spoken: Spoken<Scene>;
  scene(): Scene;
  frame(): Frame;
  curve(): Curve | null;
  say(text: string): void;
}

export interface Reader {
  /** The state or the answer has changed. */
  update(): void;
  /** @returns whether the key is used here */
  key(event: KeyboardEvent): boolean;
  draw(pen: Pen, theme: Theme, frame: Frame): void;
  leave(): void;
  dispose(): void;
}

/** What is described has been the same for this long, ms: during a drag nobody is told of every step. */
const REST = 400;

export function mountReader<Scene extends Places>(options: ReaderOptions<Scene>): Reader {
  const { surface, spoken, controller } = options;
  const { host } = surface;
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.id = "picture-told";
  const link = document.createElement("button");
  link.type = "button";
  link.className = "button picture-numbers";
  link.textContent = words.table;
  link.addEventListener("click", () => {
    const at = table();
    (at?.querySelector<HTMLElement>('td[tabindex="0"]') ?? at?.querySelector("button"))?.focus();
  });
  host.after(told, link);
  host.setAttribute("aria-describedby", told.id);

  const walk = new Walk({
    curve: options.curve,
    range: () => options.frame().x.domain,
    say: (x, y) => options.say(spoken.at?.(options.scene(), x, y) ?? ""),
    none: () => options.say(words.noCurve),
    moved: () => surface.invalidate("cursor"),
  });

  let rest: ReturnType<typeof setTimeout> | undefined;
  function tell(): void {
    const text = spoken.details(options.scene());
    if (told.textContent !== text) told.textContent = text;
    const at = table();
    link.hidden = at === null;
    if (at === null) return;
    at.id ||= "points-table";
    host.setAttribute("aria-details", at.id);
  }
  tell();

  return {
    update() {
      walk.follow();
      clearTimeout(rest);
      rest = setTimeout(tell, REST);
    },
    key: (event) => walk.key(event) || onKey(controller, options.scene(), event),
    draw: (pen, theme, frame) => walk.draw(pen, theme, frame),
    leave: () => walk.leave(),
    dispose() {
      clearTimeout(rest);
      told.remove();
      link.remove();
    },
  };
}

/** The table of the plot's points, where the page has one. */
const table = () => document.querySelector<HTMLElement>(".lab-data .points");
