// The front door: what a visitor of the bare address sees. It can be read, with still pictures, before anything is computed; each picture
// comes alive when it is in sight, one after another, and rests out of sight.
/// <reference types="vite/types/importMeta.d.ts" />
/// <reference path="../build/solver-assets.d.ts" />
import "./door.css";
import type { LabList } from "../host/entry.ts";
import type { OpenPort } from "../host/protocol.ts";
import { applyTheme, keepTheme, nextTheme, themeChoice } from "../host/theme.ts";
import { type Card, createCard } from "./card.ts";
import type { Still } from "./door.ts";
import { button, element } from "./element.ts";
import { en as words } from "./messages/en.ts";
import { language } from "./messages/language.en.ts";
import { createMotion } from "./motion.ts";

const stills = import.meta.glob<Still>("../../build/door/*.json", { eager: true, import: "default" });

export interface DoorOptions extends LabList {
  ports: readonly OpenPort[];
}

let page: HTMLElement | null = null;
/** Where the reader was when the door was left. */
let left: { readonly y: number; readonly focus: Element | null } | null = null;

/** Show the door beside `root`, which holds the labs; it stays as it was left. */
export function openDoor(root: HTMLElement, options: DoorOptions): void {
  page ??= mountDoor(root, options);
  page.hidden = false;
  if (left !== null) {
    if (left.focus instanceof HTMLElement) left.focus.focus({ preventScroll: true });
    scrollTo(0, left.y);
    left = null;
  }
  document.title = words.name;
  document.documentElement.dataset.mode = "page";
}

export function closeDoor(): void {
  if (page === null || page.hidden) return;
  left = { y: scrollY, focus: page.contains(document.activeElement) ? document.activeElement : null };
  page.hidden = true;
  scrollTo(0, 0);
}

function mountDoor(root: HTMLElement, { labs, ports }: DoorOptions): HTMLElement {
  const motion = createMotion(window);
  let theme = themeChoice();
  applyTheme(theme);

  const pause = button(words.pause, "motion", "", () => motion.toggle());
  const paused = () => pause.setAttribute("aria-pressed", String(motion.paused));
  motion.subscribe(paused);
  paused();
  const themes = button(words.theme[theme], "theme", "plain", () => {
    theme = nextTheme(theme);
    applyTheme(theme);
    keepTheme(theme);
    themes.textContent = words.theme[theme];
  });

  const failed = element("p", { class: "door-trouble", role: "status" });
  const about = button(words.about, "about", "plain", () => {
    import("../host/about.ts")
      .then(({ openAbout }) => openAbout(labs))
      .then(
        () => failed.replaceChildren(),
        () => failed.replaceChildren(words.aboutFailed),
      );
  });

  const { tag, name, says } = language.other;
  const other = button("", "language", "plain", () => {
    import("../host/language.ts").then(
      ({ changeLanguage }) => changeLanguage(nothingToKeep, tag),
      () => failed.replaceChildren(words.aboutFailed),
    );
  });
  other.append(element("span", { lang: tag }, name), ...(says ? [` (${says})`] : []));
  const nothingToKeep = {
    address: async () => location.href.replace(/#.*$/, ""),
    ...{ open: null, short: "" },
    sessions: new Map(),
    notify: (text: string) => failed.replaceChildren(text),
  };

  const cards = labs.flatMap((entry) => {
    const still = Object.values(stills).find(({ lab }) => lab === entry.id);
    return still === undefined ? [] : [createCard(entry, still, { ports, motion })];
  });
  const door = element(
    "div",
    { class: "door" },
    element(
      "main",
      { class: "door-page", tabindex: "-1" },
      element(
        "header",
        { class: "door-head" },
        element("h1", {}, words.name),
        element("p", { class: "door-what" }, words.what),
        element("p", {}, words.how),
        element("div", { class: "door-tools" }, pause, themes, about, other),
        failed,
      ),
      ...cards.map((card) => card.element),
      element(
        "section",
        { class: "door-statements", "aria-labelledby": "door-statements" },
        element("h2", { id: "door-statements" }, words.statements.heading),
        element("p", {}, words.statements.about),
        element("div", { class: "door-lists" }, ...cards.map((card) => card.list)),
      ),
    ),
    ...(__SINGLE_FILE__ ? [] : [foot(labs)]),
  );
  root.before(door);
  document.querySelector("meta[name=description]")?.setAttribute("content", words.what);
  watch(door, cards);
  return door;
}

/** Pages beside this one; the single file has none. */
function foot(labs: LabList["labs"]): HTMLElement {
  const link = (folder: string, text: string) => element("li", {}, element("a", { href: `./${folder}` }, text));
  return element(
    "nav",
    { class: "door-foot", "aria-label": words.foot.label },
    element(
      "ul",
      {},
      link(`${language.pages}course/`, words.foot.course),
      link(language.builder, words.foot.builder),
      link(`${language.pages}recipes/`, words.foot.recipes),
    ),
    element("p", { id: "door-pages" }, words.foot.pages),
    element(
      "ul",
      { "aria-labelledby": "door-pages" },
      ...labs.map(({ id, title }) => link(`${language.pages}${id}/`, title)),
    ),
  );
}

/** Cards come alive when they are seen, one after another, and rest out of sight. */
function watch(door: HTMLElement, cards: readonly Card[]): void {
  const seen = new Set<Card>();
  let waking: Promise<void> = Promise.resolve();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const card = cards.find(({ entry }) => entry.id === (target as HTMLElement).dataset.lab);
        if (card === undefined) continue;
        if (isIntersecting) seen.add(card);
        else seen.delete(card);
        card.see(isIntersecting);
        // By the time it is its turn, it may be out of sight again.
        if (isIntersecting) waking = waking.then(() => (seen.has(card) ? card.wake() : undefined));
      }
    },
    { threshold: 0.3 },
  );
  for (const picture of door.querySelectorAll(".door-picture")) observer.observe(picture);
}
