// A tour of the open lab: one instruction at a time under the header, what it is about outlined, and what came of it. It covers
// nothing, takes no focus and waits for as long as it takes; the lab works as always.
/// <reference types="vite/types/importMeta.d.ts" />
import { html, nothing, render } from "lit";
import "./tour.css";
import type { Client, Judged, LabModel, Store } from "../lab.ts";
import { format } from "../messages/format.ts";
import { en as words } from "../messages/tour.en.ts";
import type { Notify } from "../notify.ts";
import { TAKES_OVER } from "../scroll.ts";
import { putUnder } from "../under-header.ts";
import { toFields } from "../url.ts";
import { keepStep, keptStep } from "./kept.ts";
import { Progress } from "./progress.ts";
import type { Answer, Seen, Tour } from "./step.ts";
import { bring, focusable, outline, targetIn } from "./target.ts";

/** What the tour reads of the shell, as it is at that moment. */
export interface TourHost {
  readonly main: HTMLElement;
  readonly session: { readonly model: LabModel<object>; readonly store: Store<object> } | null;
  /** All clients of the open lab. */
  readonly clients: Iterable<Pick<Client<unknown, unknown>, "onframe">>;
  readonly judged: Iterable<Judged>;
  readonly notify: Notify;
}

const tours = import.meta.glob<{ default: Tour }>("../../labs/*/tour.ts");
let running: { readonly lab: string; readonly bar: HTMLElement } | null = null;

/** Start the open lab's tour, or go on with it where it was left. The one that runs takes the focus instead: it has been asked for. */
export async function startTour(host: TourHost): Promise<void> {
  const lab = host.session?.model.id ?? "";
  const load = tours[`../../labs/${lab}/tour.ts`];
  if (running?.lab === lab) running.bar.focus();
  else if (load === undefined) host.notify(words.none, "plain");
  if (running?.lab === lab || load === undefined) return;
  const { default: tour } = await load();
  const { session } = host;
  // The lab may have been left on the way, or the tour started twice.
  if (session?.model.id === lab && running === null) run(host, session, tour);
}

function run(host: TourHost, { model, store }: NonNullable<TourHost["session"]>, tour: Tour): void {
  const { main } = host;
  const lab = model.id;
  const answers = new Map<object, Answer>();
  let over = false;
  /** A step has begun, and the reader has not scrolled or pressed anything since: what it is about is kept in sight. */
  let brings = true;
  let frame = 0;

  const giveWay = () => {
    stop();
    return true;
  };
  const under = putUnder(main, "tour", words.label, giveWay);
  if (under === null) return;
  const { bar, body } = under;
  running = { lab, bar };

  function listen(): void {
    for (const client of host.clients) {
      if (answers.has(client)) continue;
      answers.set(client, { request: null, frame: null });
      client.onframe((now, request) => {
        if (over) return;
        // The newest one first.
        answers.delete(client);
        answers.set(client, { request, frame: now });
        soon();
      });
    }
  }
  const seen = (): Seen => ({
    state: store.state,
    results: new Map([...host.judged].map((result) => [result.id, result])),
    answers: [...answers.values()].reverse().filter(({ frame }) => frame !== null),
  });

  const kept = keptStep(lab);
  listen();
  if (kept === null && Object.keys(toFields(model, store.state)).length > 0) {
    store.replace(model.initial());
    host.notify(words.fresh, "plain");
  }
  const progress = new Progress(tour, kept ?? 0, seen());

  const target = () => targetIn(main, tour[progress.at]?.at ?? []);
  function show(focus: boolean): void {
    const element = target();
    if (element === null) return;
    bring(element, bar.getBoundingClientRect().bottom);
    if (focus) focusable(element)?.focus({ preventScroll: true });
  }

  function speak(): void {
    const { say = "" } = tour[progress.at] ?? {};
    under?.say(progress.came === null ? say : came());
  }
  const came = () => (progress.already ? format(words.already, { came: progress.came ?? "" }) : (progress.came ?? ""));

  function draw(): void {
    const { at, came: done, last } = progress;
    const isDone = done !== null;
    const button = (name: string, text: string, act: () => void, primary = false) =>
      html`<button type="button" class="button ${primary ? "primary" : ""}" data-tour=${name} @click=${act}>${text}</button>`;
    render(
      html`<p class="tour-count">${format(words.count, { step: at + 1, count: tour.length })}</p>
        <div class="tour-words">
          ${isDone ? html`<p class="tour-came">${came()}</p>` : html`<p class="tour-say">${tour[at]?.say}</p>`}
        </div>
        <div class="tour-buttons">
          ${last && isDone ? nothing : button("next", isDone ? words.next : words.skip, () => go(1), isDone)}
          ${isDone ? nothing : button("show", words.show, () => show(true))}
          ${at > 0 ? button("back", words.back, () => go(-1)) : nothing}
          ${button("end", words.end, end, last && isDone)}
        </div>`,
      body,
    );
    outline(main, isDone ? null : target());
  }

  function go(by: 1 | -1): void {
    // The last step skipped is the end.
    if (by === 1 && progress.last) {
      end();
      return;
    }
    progress.go(by, seen());
    keepStep(lab, progress.at);
    draw();
    speak();
    brings = progress.came === null;
    soon();
  }

  function look(): void {
    frame = 0;
    if (host.session?.store !== store) {
      stop();
      return;
    }
    listen();
    const fresh = progress.look(seen());
    draw();
    if (fresh) speak();
    if (brings && progress.came === null) show(false);
  }
  /** Once for all that changes together. */
  function soon(): void {
    if (frame === 0 && !over) frame = requestAnimationFrame(look);
  }

  function stop(): void {
    over = true;
    running = null;
    cancelAnimationFrame(frame);
    unsubscribe();
    for (const event of TAKES_OVER) removeEventListener(event, leave, true);
    for (const event of moves) main.removeEventListener(event, soon);
    changes.disconnect();
    outline(main, null);
    under?.dispose();
  }

  function end(): void {
    const done = progress.last && progress.came !== null;
    // Left before its end, it goes on where it was.
    keepStep(lab, done ? null : progress.at);
    stop();
    if (done) host.notify(words.over, "plain");
  }

  const leave = ({ target }: Event) => {
    // The press on a button of the bar is what has begun the step.
    if (!(target instanceof Node && bar.contains(target))) brings = false;
  };
  for (const event of TAKES_OVER) addEventListener(event, leave, { capture: true, passive: true });
  const unsubscribe = store.subscribe(soon);
  const changes = new MutationObserver(soon);
  // What is outlined is an attribute, too: of those only the one that opens and closes the sheet counts.
  changes.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-sheet"] });
  // What a sheet holds is on screen as soon as its opening has begun, and not before.
  const moves = ["transitionstart", "transitionend"] as const;
  for (const event of moves) main.addEventListener(event, soon);

  keepStep(lab, progress.at);
  draw();
  speak();
  soon();
}
