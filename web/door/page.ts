// The front door: what a visitor of the bare address sees. It can be read, with still pictures, before anything is computed; each picture
// comes alive when it is in sight, one after another, and rests out of sight.
/// <reference types="vite/types/importMeta.d.ts" />
import { html, render } from "lit";
import "./door.css";
import type { LabList } from "../host/entry.ts";
import { format } from "../host/messages/format.ts";
import type { OpenPort } from "../host/protocol.ts";
import { applyTheme, keepTheme, nextTheme, themeChoice } from "../host/theme.ts";
import { type Card, createCard } from "./card.ts";
import type { Still } from "./door.ts";
import { en as words } from "./messages/en.ts";
import { createMotion } from "./motion.ts";

const stills = import.meta.glob<Still>("../../build/door/*.json", { eager: true, import: "default" });

export interface DoorOptions extends LabList {
  ports: readonly OpenPort[];
}

let page: HTMLElement | null = null;

/** Show the door beside `root`, which holds the labs; it stays as it was left. */
export function openDoor(root: HTMLElement, options: DoorOptions): void {
  page ??= mountDoor(root, options);
  page.hidden = false;
  document.title = words.name;
  document.documentElement.dataset.mode = "page";
}

export function closeDoor(): void {
  if (page) page.hidden = true;
}

function mountDoor(root: HTMLElement, { labs, ports }: DoorOptions): HTMLElement {
  const element = document.createElement("div");
  element.className = "door";
  root.before(element);

  const motion = createMotion(window);
  let theme = themeChoice();
  applyTheme(theme);

  const cards = labs.flatMap((entry) => {
    const still = Object.values(stills).find(({ lab }) => lab === entry.id);
    return still === undefined ? [] : [createCard(entry, still, { ports, motion, changed: draw })];
  });

  function changeTheme(): void {
    theme = nextTheme(theme);
    applyTheme(theme);
    keepTheme(theme);
    draw();
  }

  function draw(): void {
    render(
      html`<main class="door-page" tabindex="-1">
        <header class="door-head">
          <h1>${words.name}</h1>
          <p class="door-what">${words.what}</p>
          <p>${words.how}</p>
          <div class="door-tools">
            <button type="button" class="button" data-action="motion" aria-pressed=${motion.paused} @click=${motion.toggle}>
              ${words.alive.pause}
            </button>
            <button type="button" class="button plain" data-action="theme" @click=${changeTheme}>${words.theme[theme]}</button>
          </div>
        </header>
        ${cards.map((card) => card.template())}
        <section class="door-statements" aria-labelledby="door-statements">
          <h2 id="door-statements">${words.statements.heading}</h2>
          <p>${words.statements.about}</p>
          <div class="door-lists">${cards.map((card) => list(card))}</div>
        </section>
      </main>`,
      element,
    );
  }
  motion.subscribe(draw);
  draw();
  watch(element, cards);
  return element;
}

/** Verdicts differ in word, shape and colour. */
const SIGNS = { pass: "✓", fail: "✗", vacuous: "–", checking: "◌", unasked: "○" } as const;

/** The statements of a lab, each with its verdict. */
function list({ entry, still, verdictOf }: Card) {
  return html`<section class="door-list" data-lab=${entry.id}>
    <h3><small>${format(words.problem, { problem: entry.problem })}</small> ${entry.title.en}</h3>
    <ul>
      ${still.claims.map(({ id, name, title }) => {
        const verdict = verdictOf(id);
        return html`<li data-claim=${id} data-verdict=${verdict}>
          <span class="door-sign" aria-hidden="true">${SIGNS[verdict]}</span>
          <a class="door-link" href=${`#lab=${entry.id}&q=${id}`}><span class="door-name">${name}</span> ${title}</a>
          <span class="door-verdict"> ${words.verdict[verdict]}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

/** Cards come alive when they are seen, one after another, and rest out of sight. */
function watch(element: HTMLElement, cards: readonly Card[]): void {
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
  for (const picture of element.querySelectorAll(".door-picture")) observer.observe(picture);
}
