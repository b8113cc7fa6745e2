// The page of the diffusion lab: the layout, the tabs of its stages, and the stage that is open.
import { html, render } from "lit";
import "./view.css";
import { mountControls } from "../../host/controls.ts";
import type { Client, LabView } from "../../host/lab.ts";
import { slotsIn } from "../../kit/slots.ts";
import type { MountStage, StageParts, StageView } from "../../kit/stages/stage.ts";
import { SHARED_GROUPS } from "./controls.ts";
import { mountData } from "./data.ts";
import { STAGES, type StageId } from "./fields.ts";
import { en } from "./messages/en.ts";
import {
  type DiffusionContext,
  type DiffusionFrame,
  type DiffusionRequest,
  type DiffusionState,
  TABLE,
} from "./model.ts";
import { mountProof } from "./proof.ts";

const STAGE_VIEWS: Readonly<Record<StageId, () => Promise<{ readonly mount: MountStage }>>> = {
  forward: () => import("./stages/forward/view.ts"),
  posterior: () => import("./stages/posterior/view.ts"),
  train: () => import("./stages/train/view.ts"),
  sample: () => import("./stages/sample/view.ts"),
  elbo: () => import("./stages/elbo/view.ts"),
};

const view: LabView<DiffusionState, DiffusionRequest | null, DiffusionFrame> = (root, labContext) => {
  const context = labContext as DiffusionContext;
  const { store } = context;
  const slots = slotsIn(root);
  const frame = document.createElement("div");
  // The name that tests and style sheets know a main picture by.
  frame.className = "picture-view diffusion";
  const tabs = document.createElement("div");
  const stage = document.createElement("div");
  stage.className = "diffusion-stage";
  stage.id = "diffusion-stage";
  stage.setAttribute("role", "tabpanel");
  frame.append(tabs, stage);
  slots.picture.append(frame);

  const wires = new Map<string, Client<DiffusionRequest, DiffusionFrame>>();
  const kept = new Map<string, { dispose(): void }>();
  let open: { id: StageId; view: StageView | null } | null = null;
  let forgetControls: () => void = () => undefined;
  let opening = 0;

  const parts: StageParts = {
    context,
    wire(name) {
      const known = wires.get(name);
      if (known) return known;
      const fresh = context.openClient();
      wires.set(name, fresh);
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
      frame.dataset.current = String(current);
      frame.dataset.pending = current ? "0" : "1";
      if (current) frame.dataset.frames = String(Number(frame.dataset.frames ?? 0) + 1);
    },
  };

  const choose = (id: StageId) => store.patch({ stage: id }, { undoable: false });
  const key = (event: KeyboardEvent) => {
    const at = STAGES.indexOf(store.state.stage);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: STAGES.length - 1 }[event.key];
    const id = to === undefined ? undefined : STAGES[(to + STAGES.length) % STAGES.length];
    if (id === undefined) return;
    event.preventDefault();
    choose(id);
    tabs.querySelector<HTMLElement>(`[data-stage="${id}"]`)?.focus();
  };

  function drawTabs(now: StageId): void {
    render(
      html`<div class="stage-tabs" role="tablist" aria-label=${en.stages.label} @keydown=${key}>
        ${STAGES.map(
          (id) => html`<button
            type="button" role="tab" class="stage-tab" id="tab-${id}" data-stage=${id} aria-selected=${id === now ? "true" : "false"}
            aria-controls="diffusion-stage" tabindex=${id === now ? 0 : -1} @click=${() => choose(id)}
          >${en.stages[id]}</button>`,
        )}
      </div>`,
      tabs,
    );
    stage.setAttribute("aria-labelledby", `tab-${now}`);
  }

  function controlsOf(stageView: StageView | null): void {
    forgetControls();
    const groups = [...(stageView?.controls ?? []), ...SHARED_GROUPS];
    forgetControls = mountControls(slots.controls, { store, table: TABLE, groups });
  }

  async function enter(id: StageId): Promise<void> {
    const turn = ++opening;
    open?.view?.dispose();
    open = { id, view: null };
    frame.dataset.stage = id;
    parts.settled(false);
    drawTabs(id);
    stage.replaceChildren();
    slots.stepper.replaceChildren();
    try {
      const { mount } = await STAGE_VIEWS[id]();
      if (turn !== opening) return;
      const mounted = mount({ picture: stage, strip: slots.stepper }, parts);
      open = { id, view: mounted };
      controlsOf(mounted);
    } catch (error) {
      if (turn !== opening) return;
      console.error(error);
      context.notify(en.stageFailed, "trouble");
      controlsOf(null);
    }
  }

  const unsubscribe = store.subscribe((state) => {
    if (state.stage !== open?.id) void enter(state.stage);
  });
  context.help(en.keys);
  const undoData = mountData(
    { bar: slots.bar, table: slots.data, drop: document.body },
    parts,
    () => open?.view ?? null,
  );
  const undoProof = mountProof(slots.proof, parts);
  void enter(store.state.stage);

  return () => {
    opening++;
    unsubscribe();
    undoData();
    undoProof();
    open?.view?.dispose();
    for (const each of kept.values()) each.dispose();
    forgetControls();
    root.replaceChildren();
  };
};

export default view;
