// One lab on the front door: its picture, first still and then alive, the suggested action and what came of it, and its statements.
import type { LabEntry } from "../host/entry.ts";
import { format } from "../host/messages/format.ts";
import type { OpenPort } from "../host/protocol.ts";
import type { AnyDoor, DoorResult, Said, Still } from "./door.ts";
import { button, element } from "./element.ts";
import type { Live } from "./live.ts";
import { en as words } from "./messages/en.ts";
import { language } from "./messages/language.en.ts";
import type { Motion } from "./motion.ts";
import { createStatements, glance, nameOf } from "./statements.ts";
import { stillPicture } from "./still.ts";

type Trouble = Exclude<keyof typeof words.trouble, "again">;

export interface Card {
  readonly entry: LabEntry;
  readonly element: HTMLElement;
  /** Its statements, which stand elsewhere. */
  readonly list: HTMLElement;
  /** In sight, or not any more. */
  see(visible: boolean): void;
  /** Come alive, if it is not. @returns when picture and verdicts are there, or cannot be had */
  wake(): Promise<void>;
}

export interface CardOptions {
  readonly ports: readonly OpenPort[];
  readonly motion: Motion;
}

const doors = import.meta.glob<{ default: AnyDoor }>("../labs/*/door.ts");

export function createCard(entry: LabEntry, still: Still, { ports, motion }: CardOptions): Card {
  const statements = createStatements(entry, still);
  const image = stillPicture(still);
  const host = element("div", { class: "door-live" });
  const address = `#lab=${entry.id}`;
  // What is suggested, and in its place what came of it; below, where that leads.
  const begin = [element("p", { class: "door-action" }, still.action), element("p", {}, still.caption)];
  const outcome = element("p", { class: "door-said" });
  const lead = document.createTextNode(words.openLab);
  // The same words five times over: a list of links tells them apart.
  const name = element("span", { class: "visually-hidden" }, format(language.after, { title: entry.title }));
  const link = element("a", { href: address, "data-action": "open-here" }, lead, name);
  const back = button(words.back, "restart", "plain", restart);
  back.hidden = true;
  const sentence = element("p", { class: "door-trouble" });
  const again = button(words.trouble.again, "again", "", reload);
  const below = element("div", { class: "door-below" }, ...begin);
  const count = element("span", { class: "door-glance" });
  const title = element("h2", {}, nameOf(entry), " ", element("a", { class: "door-link", href: address }, entry.title));
  const picture = element("div", { class: "door-picture", "data-lab": entry.id }, image.element, host);
  const tour = element(
    "a",
    { href: `${address}&tour=1`, "aria-label": format(words.tourOf, { lab: entry.title }) },
    words.tour,
  );
  const next = element("p", { class: "door-next" }, link, back, tour, count);
  const under = element("div", { class: "door-under" }, below, next);
  const card = element("article", { class: "door-card", "data-lab": entry.id }, title, picture, under);

  let live: Live | null = null;
  let waking: Promise<void> | null = null;
  let visible = false;
  let said: Said | null = null;
  let verdicts: Map<string, DoorResult["verdict"]> | null = null;

  const move = () => live?.move(visible && motion.moves);
  motion.subscribe(move);

  function say(now: Said | null): void {
    if (now === said) return;
    said = now;
    card.dataset.done = String(now?.done ?? false);
    lead.data = now === null ? words.openLab : words.openHere;
    back.hidden = now === null;
    if (now === null) below.replaceChildren(...begin);
    else {
      outcome.textContent = now.text;
      outcome.dataset.done = String(now.done);
      if (!outcome.isConnected) below.replaceChildren(outcome);
    }
  }

  function take(results: readonly DoorResult[] | null): void {
    if (results === null) verdicts = new Map();
    else for (const { id, verdict } of results) verdicts?.set(id, verdict);
    know();
  }
  function know(): void {
    statements.show(verdicts);
    count.textContent = glance(still.claims.length, verdicts);
  }
  know();

  function fail(cause: Trouble): void {
    verdicts = null;
    know();
    sentence.textContent = words.trouble[cause];
    // What a browser cannot do, it cannot do the next time.
    below.replaceChildren(sentence, ...(cause === "no-wasm" || cause === "no-simd" ? [] : [again]));
  }

  async function settled(): Promise<void> {
    // For those who hear it, once the hand has come to rest. What is computed here has loaded this already.
    if (said !== null) {
      const { text } = said;
      void import("../host/announce.ts").then(({ announce }) => announce("door", text));
    }
    link.href = (await live?.address()) ?? address;
  }

  async function come(): Promise<void> {
    try {
      const load = doors[`../labs/${entry.id}/door.ts`];
      if (load === undefined) return;
      const [{ mountLive }, { default: door }] = await Promise.all([import("./live.ts"), load()]);
      await new Promise<void>((done) => {
        const events = {
          drawn: () => image.hide(),
          said: say,
          results: take,
          trouble: fail,
          settled() {
            done();
            void settled();
          },
        };
        live = mountLive(host, door, { entry, ports, label: still.alt }, events);
        move();
      });
    } catch (error) {
      console.error(error);
      fail("load");
    }
  }

  function wake(): Promise<void> {
    waking ??= come();
    return waking;
  }

  function restart(): void {
    live?.restart();
    host.querySelector<HTMLElement>(".handle")?.focus({ preventScroll: true });
  }

  function reload(): void {
    live?.dispose();
    live = null;
    waking = null;
    said = null;
    verdicts = null;
    image.show();
    below.replaceChildren(...begin);
    know();
    void wake();
  }

  return {
    entry,
    element: card,
    list: statements.element,
    see(now) {
      visible = now;
      move();
    },
    wake,
  };
}
