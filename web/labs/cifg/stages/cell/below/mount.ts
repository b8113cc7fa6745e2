// Under the tape: how the steps add up to a gradient, the ledger of a delta, how far the memory reaches.
import { render } from "lit";
import "./below.css";
import type { CifgBackward, CifgTape } from "../../../../../../wasm/lib/types.ts";
import { announce } from "../../../../../host/announce.ts";
import { listed, offerTestReadings, type TestReadings } from "../../../../../kit/test-readings.ts";
import { Surface } from "../../../../../plot/surface.ts";
import { below as words } from "../../../messages/cell-below.en.ts";
import type { CifgStageContext } from "../../../stage.ts";
import type { LedgerPath } from "../wires.ts";
import { type BelowScene, belowScene, nth } from "./below-scene.ts";
import { horizonText, mountHorizon, verdictOf } from "./horizon.ts";
import { type Lit, ledgerPart, ledgerTable, pathOf, sameEntry, sentenceOf } from "./ledger.ts";
import { mountStepRows } from "./step-rows.ts";
import { sumsPart, wrongEntries } from "./sums.ts";
import { drawWay } from "./way.ts";

export type { LedgerPath };

/** From one drawing to the next while a number is dragged. */
const BETWEEN_MS = 120;

export interface BelowHooks {
  /** The newest answer. */
  tape(): CifgTape | null;
  /** What a broken claim has instead of its gradients. */
  broken(): CifgBackward | null;
  /** Light a path on the tape; null: none. */
  highlight(path: LedgerPath | null): void;
  /** Bring its delta into view there. */
  reveal(path: LedgerPath): void;
}

export interface Below {
  /** There is a new answer, or the state has changed. */
  update(): void;
  /** A number is being dragged, or no longer: meanwhile only what is in view is drawn, and not each frame. */
  carry(now: boolean): void;
  dispose(): void;
}

function section(label: string): HTMLElement {
  const element = document.createElement("section");
  element.className = "below-part";
  element.setAttribute("aria-label", label);
  return element;
}

function readings(scene: BelowScene | null): TestReadings {
  if (scene === null) return {};
  const { tape, parameter, rows, columns, from, T } = scene;
  const size = rows * columns;
  const { total, delta, sources, paths, entry } = ledgerTable(scene);
  const entries = sources.flatMap((source) => Array.from({ length: paths }, (_, path) => entry(source, path) ?? 0));
  return {
    ...{ parameter, from, gradient: listed(tape.backward.grads[parameter]), total, delta, entries },
    soFar: from > T ? [] : listed(nth(tape.updates.soFar[parameter], from - 1, size)),
    wrong: wrongEntries(scene)?.filter(Boolean).length ?? 0,
    ...{ verdict: verdictOf(scene), norm: listed(tape.horizon.norm), share: listed(tape.horizon.share) },
  };
}

export function mountBelow(root: HTMLElement, { store }: CifgStageContext, hooks: BelowHooks): Below {
  const host = document.createElement("div");
  host.className = "below";
  const [sums, ledger, horizon] = [words.sums.title, words.ledger.title, words.horizon.title].map(section) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  ledger.innerHTML = `<div></div><div class="below-way"></div><button type="button" class="button"></button>`;
  const [ledgerText, wayHost, show] = [...ledger.children] as [HTMLElement, HTMLElement, HTMLButtonElement];
  show.textContent = words.ledger.show;
  horizon.innerHTML = `<h2></h2><div class="below-charts"></div><div></div>`;
  const [title, chartHost, text] = [...horizon.children] as [HTMLElement, HTMLElement, HTMLElement];
  title.textContent = words.horizon.title;
  host.append(sums, ledger, horizon);
  root.append(host);

  let scene: BelowScene | null = null;
  let lit: Lit | null = null;
  let pinned: Lit | null = null;
  /** Of which ledger the pinned entry is. */
  let opened = "";
  const lighted = () => {
    const entry = lit ?? pinned;
    return scene === null || entry === null ? null : pathOf(scene, entry.source, entry.path);
  };
  const way = new Surface(
    wayHost,
    { all: (pen, size, theme) => (scene === null ? undefined : drawWay(pen, size, theme, scene.T, lighted())) },
    { label: words.ledger.way.label },
  );
  // The pinned path stays lit up there.
  show.addEventListener("click", () => {
    const path = lighted();
    if (path !== null) hooks.reveal(path);
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    document.querySelector(".picture-view")?.scrollIntoView({ block: "center", behavior });
  });
  const stepRows = mountStepRows(sums);
  const charts = mountHorizon(
    chartHost,
    () => scene,
    () => text.querySelector<HTMLElement>(".below-scroll"),
  );
  const forget = offerTestReadings(host, () => readings(scene));
  const patch = (change: Parameters<typeof store.patch>[0]) => store.patch(change, { undoable: false });

  /** An entry was looked at or left, or pinned: what it says is the answer. */
  function light(): void {
    hooks.highlight(lighted());
    drawLedger();
    const entry = lit ?? pinned;
    if (scene !== null) announce("ledger", entry === null ? "" : sentenceOf(scene, entry));
  }

  function drawLedger(): void {
    if (scene === null) return;
    const handlers = {
      ...{ lit, pinned, patch },
      look(entry: Lit | null) {
        if (entry === lit || sameEntry(entry, lit)) return;
        lit = entry;
        light();
      },
      pin(entry: Lit) {
        pinned = sameEntry(entry, pinned) ? null : entry;
        light();
      },
    };
    render(ledgerPart(scene, handlers), ledgerText);
    way.describe(words.ledger.way.label + words.between.sentences + sentenceOf(scene, lit ?? pinned));
    wayHost.hidden = scene.ledgerOf === "parameter";
    show.hidden = scene.ledgerOf === "parameter";
    show.disabled = pinned === null;
    way.invalidate();
  }

  const parts: readonly [part: HTMLElement, draw: (scene: BelowScene) => void][] = [
    [
      sums,
      (now) => {
        render(sumsPart(now, store.state, patch), sums);
        stepRows.update(now);
      },
    ],
    [ledger, drawLedger],
    [
      horizon,
      (now) => {
        render(horizonText(now), text);
        chartHost.hidden = now.T === 1;
        charts.update();
      },
    ],
  ];
  const inView = new Set<Element>();
  const watched = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) inView[isIntersecting ? "add" : "delete"](target);
  });
  for (const [part] of parts) watched.observe(part);
  let carried = false;
  /** What is out of view waits for the end of a drag. */
  let stale = false;

  function draw(): void {
    cancel();
    host.hidden = scene === null;
    if (scene === null) return;
    stale = carried;
    for (const [part, drawPart] of parts) if (!carried || inView.has(part)) drawPart(scene);
  }

  let frame = 0;
  let timer = 0;
  function cancel(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    timer = 0;
  }
  /** The tape comes first: it is drawn with the answer, and this a frame later. */
  function soon(): void {
    if (frame !== 0 || timer !== 0) return;
    if (carried) timer = window.setTimeout(draw, BETWEEN_MS);
    else frame = requestAnimationFrame(draw);
  }

  function update(): void {
    scene = belowScene(store.state, hooks.tape(), hooks.broken());
    const { ledgerOf, ledgerT, T } = store.state;
    const open = `${ledgerOf} ${ledgerT} ${T}`;
    if (open !== opened) {
      opened = open;
      if (lit !== null || pinned !== null) {
        lit = null;
        pinned = null;
        hooks.highlight(null);
      }
    }
    soon();
  }
  update();

  return {
    update,
    carry(now) {
      carried = now;
      if (now || (timer === 0 && !stale)) return;
      cancel();
      soon();
    },
    dispose() {
      cancel();
      watched.disconnect();
      if (lit !== null || pinned !== null) hooks.highlight(null);
      forget();
      charts.dispose();
      stepRows.dispose();
      way.dispose();
      host.remove();
    },
  };
}
