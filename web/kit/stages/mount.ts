// The page of a lab of stages: the layout, a tab for each stage, the stage that is open, and what the stages share.
import { html, nothing, render } from "lit";
import "./stages.css";
import { type ControlGroup, mountControls } from "../../host/controls.ts";
import type { Client, LabContext, Table } from "../../host/lab.ts";
import { isHidden, lockOf } from "../../host/restraints.ts";
import { slotsIn } from "../slots.ts";
import type { MountStage, StageContext, StageView } from "./stage.ts";

export interface StageEntry<Id, State, Request, Frame> {
  readonly id: Id;
  readonly title: string;
  /** The page's half of the stage, fetched when it is first opened. */
  view(): Promise<{ readonly mount: MountStage<State, Request, Frame> }>;
}

export interface DataSlots {
  readonly bar: HTMLElement;
  readonly table: HTMLElement;
  readonly drop: HTMLElement;
}

/** What a lab of stages gives. */
export interface StagesOptions<State extends { stage: string }, Request, Frame> {
  readonly table: Table;
  /** In the order of the tabs. */
  readonly stages: readonly StageEntry<State["stage"], State, Request, Frame>[];
  /** Parameters that all stages share. */
  readonly controls: readonly ControlGroup<State>[];
  readonly words: {
    /** What the tabs are, for screen readers. */
    readonly tabs: string;
    /** The code of a stage could not be loaded. */
    readonly failed: string;
    readonly keys: readonly (readonly [keys: string, does: string])[];
  };
  /** @param stage the open one, whose plot is exported; null while it loads  @returns the undoing */
  mountData(
    slots: DataSlots,
    context: StageContext<State, Request, Frame>,
    stage: () => StageView<State> | null,
  ): () => void;
  /** @returns the undoing */
  mountProof(slot: HTMLElement, context: StageContext<State, Request, Frame>): () => void;
}

const PANEL = "stage-panel";

/** To which sides a strip goes on out of sight. */
export function sidesOut(left: number, width: number, whole: number): "none" | "before" | "after" | "both" {
  // Zoomed pages scroll to fractions of a pixel.
  const [before, after] = [left > 1, left + width < whole - 1];
  return before && after ? "both" : before ? "before" : after ? "after" : "none";
}

/** Put a lab of stages into `root`. @returns the undoing */
export function mountStages<State extends { stage: string }, Request, Frame>(
  root: HTMLElement,
  lab: LabContext<State, Request, Frame>,
  { table, stages, controls, words, mountData, mountProof }: StagesOptions<State, Request, Frame>,
): () => void {
  type Id = State["stage"];
  const { store } = lab;
  const slots = slotsIn(root);
  const plot = document.createElement("div");
  // The name that tests and style sheets know a main plot by.
  plot.className = "picture-view stages";
  const tabs = document.createElement("div");
  const panel = document.createElement("div");
  panel.className = PANEL;
  panel.id = PANEL;
  panel.setAttribute("role", "tabpanel");
  if (!isHidden("stages")) plot.append(tabs);
  plot.append(panel);
  slots.plot.append(plot);

  const clients = new Map<string, Client<Request, Frame>>();
  const kept = new Map<string, { dispose(): void }>();
  let open: { id: Id; view: StageView<State> | null } | null = null;
  let removeControls: () => void = () => undefined;
  /** Counts openings: a stage that loads too slowly gives way to the next. */
  let opening = 0;

  const context: StageContext<State, Request, Frame> = {
    ...lab,
    namedClient(name) {
      const known = clients.get(name);
      if (known) return known;
      const fresh = lab.openClient();
      clients.set(name, fresh);
      return fresh;
    },
    keep<T extends { dispose(): void }>(name: string, make: () => T): T {
      const known = kept.get(name);
      if (known) return known as T;
      const fresh = make();
      kept.set(name, fresh);
      return fresh;
    },
    settled(current) {
      plot.dataset.current = String(current);
      plot.dataset.pending = current ? "0" : "1";
      if (current) plot.dataset.frames = String(Number(plot.dataset.frames ?? 0) + 1);
    },
  };

  const choose = (id: Id) => store.patch({ stage: id } as Partial<State>, { undoable: false });
  const key = (event: KeyboardEvent) => {
    const at = stages.findIndex(({ id }) => id === store.state.stage);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stages.length - 1 }[event.key];
    const id = to === undefined ? undefined : stages[(to + stages.length) % stages.length]?.id;
    if (id === undefined) return;
    event.preventDefault();
    choose(id);
    tabs.querySelector<HTMLElement>(`[data-stage="${id}"]`)?.focus();
  };

  /** The sides to which tabs are out of sight; the open one never is. */
  function markMore(): void {
    const strip = tabs.firstElementChild;
    if (!(strip instanceof HTMLElement)) return;
    strip.dataset.more = sidesOut(strip.scrollLeft, strip.clientWidth, strip.scrollWidth);
  }
  function showOpen(): void {
    const strip = tabs.firstElementChild;
    const tab = strip?.querySelector<HTMLElement>('[aria-selected="true"]');
    // The strip alone is scrolled, never the page around it.
    if (strip && tab) strip.scrollLeft = tab.offsetLeft - strip.clientWidth / 2 + tab.offsetWidth / 2;
    markMore();
  }
  const resized = new ResizeObserver(showOpen);
  resized.observe(tabs);

  function drawTabs(now: Id): void {
    const lock = lockOf("stage");
    render(
      html`<div class="stage-tabs" role="tablist" aria-label=${words.tabs} @keydown=${key} @scroll=${markMore}>
        ${stages.map(
          ({ id, title }) => html`<button
            type="button" role="tab" class="stage-tab" id="tab-${id}" data-stage=${id} aria-selected=${id === now ? "true" : "false"}
            aria-controls=${PANEL} tabindex=${id === now ? 0 : -1} ?disabled=${lock !== null && id !== now} title=${lock ?? nothing} @click=${() => choose(id)}
          >${title}</button>`,
        )}
      </div>`,
      tabs,
    );
    panel.setAttribute("aria-labelledby", `tab-${now}`);
    showOpen();
  }

  function drawControls(own: readonly ControlGroup<State>[]): void {
    removeControls();
    removeControls = mountControls(slots.controls, { store, table, groups: [...own, ...controls] });
  }

  async function enter(id: Id): Promise<void> {
    const turn = ++opening;
    open?.view?.dispose();
    open = { id, view: null };
    plot.dataset.stage = id;
    context.settled(false);
    drawTabs(id);
    panel.replaceChildren();
    slots.below.replaceChildren();
    try {
      const entry = stages.find((stage) => stage.id === id);
      if (!entry) throw new Error(`no stage ${id}`);
      const { mount } = await entry.view();
      if (turn !== opening) return;
      const view = mount({ plot: panel, below: slots.below }, context);
      open = { id, view };
      drawControls(view.controls);
    } catch (error) {
      if (turn !== opening) return;
      console.error(error);
      context.notify(words.failed, "trouble");
      drawControls([]);
    }
  }

  const unsubscribe = store.subscribe(({ stage }) => {
    if (stage !== open?.id) void enter(stage);
  });
  context.help(words.keys);
  const removeData = mountData(
    { bar: slots.bar, table: slots.data, drop: document.body },
    context,
    () => open?.view ?? null,
  );
  const removeProof = mountProof(slots.proof, context);
  void enter(store.state.stage);

  return () => {
    opening++;
    resized.disconnect();
    unsubscribe();
    removeData();
    removeProof();
    open?.view?.dispose();
    for (const each of kept.values()) each.dispose();
    removeControls();
    root.replaceChildren();
  };
}
