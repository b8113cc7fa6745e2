// One lab on the front door: its picture, first still and then alive, the suggested action and what came of it, and the verdicts.
import { html, nothing, type TemplateResult } from "lit";
import type { LabEntry } from "../host/entry.ts";
import { format } from "../host/messages/format.ts";
import type { OpenPort } from "../host/protocol.ts";
import type { AnyDoor, DoorResult, Said, Still } from "./door.ts";
import type { Live } from "./live.ts";
import { en as words } from "./messages/en.ts";
import type { Motion } from "./motion.ts";
import { stillPicture } from "./still.ts";

export type CardVerdict = keyof typeof words.verdict;
type Trouble = Exclude<keyof typeof words.trouble, "again">;

export interface Card {
  readonly entry: LabEntry;
  readonly still: Still;
  verdictOf(claim: string): CardVerdict;
  /** In sight, or not any more. */
  see(visible: boolean): void;
  /** Come alive, if it is not. @returns when picture and verdicts are there, or cannot be had */
  wake(): Promise<void>;
  template(): TemplateResult;
}

export interface CardOptions {
  readonly ports: readonly OpenPort[];
  readonly motion: Motion;
  /** What the template shows has changed. */
  changed(): void;
}

const doors = import.meta.glob<{ default: AnyDoor }>("../labs/*/door.ts");

export function createCard(entry: LabEntry, still: Still, { ports, motion, changed }: CardOptions): Card {
  const host = document.createElement("div");
  host.className = "door-live";
  const image = stillPicture(still);
  let live: Live | null = null;
  let waking: Promise<void> | null = null;
  let visible = false;
  let said: Said | null = null;
  /** What was said when the hand came to rest: for those who hear it. */
  let heard = "";
  let trouble: Trouble | null = null;
  let href = `#lab=${entry.id}`;
  /** null: not checked yet; a claim without a verdict is being checked. */
  let verdicts: Map<string, DoorResult["verdict"]> | null = null;

  const move = () => live?.move(visible && motion.moves);
  motion.subscribe(move);

  function take(results: readonly DoorResult[] | null): void {
    if (results === null) verdicts = new Map();
    else for (const { id, verdict } of results) verdicts?.set(id, verdict);
    changed();
  }

  async function come(): Promise<void> {
    const { lab } = still;
    try {
      const [{ mountLive }, door] = await Promise.all([import("./live.ts"), doors[`../labs/${lab}/door.ts`]?.()]);
      if (door === undefined) return;
      await new Promise<void>((settled) => {
        live = mountLive(
          host,
          door.default,
          { entry, ports, label: still.alt },
          {
            drawn: () => image.hide(),
            said(now) {
              if (now === said) return;
              said = now;
              changed();
            },
            results: take,
            settled() {
              heard = said?.text ?? "";
              void live?.address().then((address) => {
                href = address;
                changed();
              });
              changed();
              settled();
            },
            trouble(cause) {
              trouble = cause;
              verdicts = null;
              changed();
            },
          },
        );
        move();
      });
    } catch (error) {
      console.error(error);
      trouble = "load";
      changed();
    }
  }

  function again(): void {
    live?.dispose();
    live = null;
    waking = null;
    trouble = null;
    said = null;
    verdicts = null;
    image.show();
    changed();
    void card.wake();
  }

  function restart(): void {
    heard = "";
    href = `#lab=${entry.id}`;
    live?.restart();
  }

  function outcome(): TemplateResult {
    if (trouble !== null)
      return html`<p class="door-trouble">${words.trouble[trouble]}</p>
        ${trouble === "no-wasm" || trouble === "no-simd" ? nothing : html`<button type="button" class="button" @click=${again}>${words.trouble.again}</button>`}`;
    if (said === null) return html`<p class="door-action">${still.action}</p>`;
    return html`<p class="door-said" data-done=${said.done}>${said.text}</p>
      <p class="door-next">
        <a href=${href} data-action="open-here">${words.openHere}</a>
        <button type="button" class="button plain" data-action="restart" @click=${restart}>${words.back}</button>
      </p>`;
  }

  const card: Card = {
    entry,
    still,
    verdictOf: (claim) => (verdicts === null ? "unasked" : (verdicts.get(claim) ?? "checking")),
    see(now) {
      visible = now;
      move();
    },
    wake() {
      waking ??= come();
      return waking;
    },
    template: () => html`<article class="door-card" data-lab=${entry.id} data-done=${said?.done ?? false}>
      <h2><small>${format(words.problem, { problem: entry.problem })}</small> <a class="door-link" href=${`#lab=${entry.id}`}>${entry.title.en}</a></h2>
      <div class="door-picture" data-lab=${entry.id}>${image.element}${host}</div>
      <div class="door-below">${outcome()}</div>
      <p class="door-glance">${glance()}</p>
      <p class="visually-hidden" aria-live="polite">${heard}</p>
    </article>`,
  };

  function glance(): string {
    const total = still.claims.length;
    if (verdicts === null) return format(words.unchecked, { total });
    if (verdicts.size < total) return format(words.checking, { done: verdicts.size, total });
    const pass = [...verdicts.values()].filter((verdict) => verdict === "pass").length;
    return format(words.holds, { pass, total });
  }
  return card;
}
