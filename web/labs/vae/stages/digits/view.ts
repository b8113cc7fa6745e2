// The page's half of the stage: x_t beside the predicted x_0, played; what the samples are made from; one of them large; a training.
import { html, nothing, render } from "lit";
import "../../../../kit/training/bar.css";
import "./digits.css";
import { announce } from "../../../../host/announce.ts";
import { formatCount } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { Player } from "../../../../kit/player/player.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, segments } from "../../../../kit/stages/stage-elements.ts";
import { layFrame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { keepingFocus } from "../../held-focus.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { VaeStage } from "../../stage.ts";
import type { VaeState } from "../../state.ts";
import { mountAside } from "./aside.ts";
import { controls } from "./controls.ts";
import { denoisersOf } from "./denoisers.ts";
import { drawBack, drawSamples, type Layout, layPlot } from "./draw.ts";
import { filesOf } from "./files.ts";
import { createGallery } from "./gallery.ts";
import { mountPicked } from "./picked.ts";
import { mountPicking } from "./picking.ts";
import { digitsRequest } from "./request.ts";
import { createDigitsRun } from "./run.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { phaseLine, statusLines } from "./status.ts";
import { offerDigitsReadings } from "./test-readings.ts";
import { digitsTrainingOf } from "./training.ts";
import { mountTrainingPanel } from "./training-panel.ts";

/** States a second: slowly, and as the screen shows them. */
const SPEEDS = [5, 15, 60] as const;
const SEEDS = 1_000_000;

/** Whether two states differ in the step on show alone: that happens at every frame while it is played. */
function onlyStep(a: Readonly<VaeState>, b: Readonly<VaeState>): boolean {
  const keys = Object.keys(a) as (keyof VaeState)[];
  return keys.every((key) => key === "digitsStep" || a[key] === b[key]);
}

export const mount: VaeStage = (slots, context) => {
  const { store, client, settled } = context;
  const training = digitsTrainingOf(context);
  const denoisers = denoisersOf(context);
  const root = document.createElement("div");
  root.className = "stage-frame digits-frame";
  root.innerHTML = `<div class="stage-choices"></div><div class="digits-aside"></div><div class="stage-canvas" tabindex="0"></div>`;
  slots.plot.append(root);
  const [choicesSlot, asideSlot, canvas] = [...root.children] as HTMLElement[] as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const below = document.createElement("div");
  below.innerHTML = "<div></div>".repeat(6);
  slots.below.append(below);
  const [playerSlot, barSlot, gallerySlot, pickedSlot, trainingSlot, notesSlot] = [
    ...below.children,
  ] as HTMLElement[] as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const tested = slots.plot.closest<HTMLElement>(".picture-view") ?? root;

  const run = createDigitsRun(
    store,
    client,
    (state) => digitsRequest(state, denoisers.used),
    () => update(),
  );
  let scene: Scene = sceneOf(store.state, run);
  let laid: { key: string; theme: Theme; layout: Layout } | null = null;
  let gesture = newGesture();

  const player = new Player();
  player.field = "digitsStep";
  Object.assign(player, {
    ...{ words: words.player, speeds: SPEEDS, speed: SPEEDS[1] },
    caption: (position: number) =>
      format(words.player.caption, { t: run.states[position]?.t ?? scene.T, T: formatCount(scene.T) }),
    onSeek(position: number, more: boolean) {
      store.patch({ digitsStep: run.states[position]?.t ?? 0 }, { gesture });
      if (!more) gesture = newGesture();
    },
  } satisfies Partial<Player>);
  playerSlot.append(player);

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const { arrangement, mask, picked } = scene;
    const key = JSON.stringify([arrangement, mask !== null, picked >= 0, size]);
    if (laid === null || laid.key !== key || laid.theme !== theme)
      laid = { key, theme, layout: layPlot(pen, size, theme, scene) };
    return laid.layout;
  }

  function prompt(): readonly string[] {
    if (denoisers.failed) return words.prompt.failed;
    if (denoisers.used === null) return words.prompt.loading;
    return run.phase === "refused" ? [...words.prompt.refused, run.message] : words.prompt.sampling;
  }

  const surface = new Surface(
    canvas,
    {
      back(pen, size, theme) {
        drawBack(pen, size, theme, scene, layout(pen, size, theme));
        if (scene.state !== null) return;
        const box = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
        drawPrompt(pen, theme, box, prompt());
      },
      samples: (pen, size, theme) => drawSamples(pen, theme, scene, layout(pen, size, theme), picking.cursor),
    },
    { label: "", role: "application" },
  );
  const picking = mountPicking(surface, {
    store,
    layout: () => layout(surface.ruler, surface.size, surface.theme),
    arrangement: () => scene.arrangement,
    changed: () => surface.invalidate("samples"),
  });
  const reader = readLate(canvas, slots.below, async () => {
    const { spokenGrids } = await import("./spoken.ts");
    return spokenGrids(
      () => scene,
      () => store.state,
    );
  });
  const picked = mountPicked(pickedSlot, store, () => canvas.focus());
  const panel = mountTrainingPanel(trainingSlot, context, training, denoisers);
  const aside = mountAside(asideSlot, context, () => update());
  const gallery = createGallery({
    host: gallerySlot,
    state: () => store.state,
    choosing() {
      const { digitsView, digitsEnds, digitsFrom, digitsTo, digitsImage } = store.state;
      if (digitsView === "fill") return { title: words.gallery.forFill, now: digitsImage };
      if (digitsView !== "between" || digitsEnds !== "images") return null;
      const isFrom = aside.end === "from";
      return {
        title: isFrom ? words.gallery.forFrom : words.gallery.forTo,
        now: isFrom ? digitsFrom : digitsTo,
      };
    },
    choose(position) {
      if (store.state.digitsView === "fill") store.patch({ digitsImage: position });
      else store.patch(aside.end === "from" ? { digitsFrom: position } : { digitsTo: position });
    },
  });

  /** Only the step on show has changed. */
  function moved(): void {
    scene = sceneOf(store.state, run);
    surface.invalidate("samples");
    picked.update(scene, run.states);
    Object.assign(player, { count: Math.max(1, run.count - 1), reached: Math.max(0, run.states.length - 1) });
    player.position = scene.position;
    player.requestUpdate();
    readings.update();
    reader.update();
  }

  /** A run that has ended is said. */
  let said = run.phase;
  function sayPhase(text: string): void {
    if (run.phase !== said && run.phase !== "running") announce("sampling", text);
    said = run.phase;
  }

  function drawBar(): void {
    const { state } = store;
    const { used } = denoisers;
    const button = (name: string, text: string, act: () => void, primary = false) =>
      html`<button type="button" class="button ${primary ? "primary" : ""}" data-digits=${name} @click=${act}>${text}</button>`;
    const newest = training.network;
    const isNewer = newest !== null && used !== null && newest.bytes !== used.network && used.from.kind !== "shipped";
    const [now, more] = [phaseLine(state, run, scene), statusLines(state, run, used)];
    sayPhase(now);
    const seed = () => store.patch({ digitsSeed: (state.digitsSeed % SEEDS) + 1 });
    keepingFocus(barSlot, () =>
      render(
        html`<div class="run-bar" role="group">
        ${state.digitsView === "between" && state.digitsEnds === "images" ? nothing : button("seed", words.buttons.seed, seed)}
        ${run.phase === "running" ? button("stop", words.buttons.stop, () => run.stop()) : nothing}
        ${run.phase === "stopped" ? button("again", words.buttons.again, () => run.restart(), true) : nothing}
        ${isNewer ? button("newest", format(words.buttons.newest, { steps: formatCount(newest.on?.steps ?? 0) }), () => denoisers.use(newest)) : nothing}
        ${used !== null && used.from.kind !== "shipped" ? button("back", words.buttons.back, () => denoisers.back()) : nothing}
        <p class="run-status" data-kind=${run.phase}>${now} ${more.map((line) => html`<span>${line}</span> `)}</p>
      </div>
      <progress class="run-progress digit-progress" data-phase=${run.phase} aria-hidden="true" max=${Math.max(1, run.count)} .value=${run.states.length}></progress>`,
        barSlot,
      ),
    );
  }

  function update(): void {
    root.dataset.view = store.state.digitsView;
    render(
      segments("digitsView", words.viewsLabel, store.state.digitsView, words.views, (digitsView) =>
        store.patch({ digitsView, digitsPicked: -1 }),
      ),
      choicesSlot,
    );
    moved();
    surface.describe(
      scene.state === null
        ? words.describe.nothing
        : format(words.describe.grid, { count: scene.arrangement.count, t: scene.state.t, T: scene.T }),
    );
    surface.invalidate();
    aside.update();
    gallery.update();
    panel.update();
    drawBar();
    render(html`${paragraphs([words.inkNote, words.picked.hint])}`, notesSlot);
    settled(run.current && (run.complete || run.phase === "refused"));
  }

  const readings = offerDigitsReadings(tested, { scene: () => scene, run, denoisers, training });
  let before = store.state;
  let disposed = false;
  const unsubscribe = [
    store.subscribe((state) => {
      // The change that leads to another stage comes here, too.
      if (disposed) return;
      const step = onlyStep(before, state);
      before = state;
      if (step) moved();
      else update();
    }),
    training.subscribe(() => {
      panel.update();
      drawBar();
      readings.update();
    }),
    denoisers.subscribe(() => {
      run.update();
      update();
    }),
  ];
  update();

  return {
    controls,
    picture: () => (scene.state === null ? null : surface),
    files: () => filesOf(scene, training, training.network),
    dispose() {
      disposed = true;
      for (const each of unsubscribe) each();
      player.pause();
      run.dispose();
      client.cancel();
      picking.dispose();
      reader.dispose();
      aside.dispose();
      picked.dispose();
      panel.dispose();
      surface.dispose();
      readings.dispose();
      root.remove();
      below.remove();
    },
  };
};
