// The page's half of the stage: the latent map with its handles and what is beside it, the training, the walk, the balance sheets.
import { html, nothing, render } from "lit";
import "./train.css";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { balanceSheet } from "../../../../kit/balance-sheet/balance-sheet.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, readingList } from "../../../../kit/stages/stage-elements.ts";
import { offerTestReadings } from "../../../../kit/test-readings.ts";
import { createBar } from "../../../../kit/training/bar.ts";
import { createNetworkLoader } from "../../../../kit/training/files.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import type { VaeStage } from "../../stage.ts";
import { drawCharts } from "./charts.ts";
import { choices, type PadMode, walkHead } from "./choices.ts";
import { controls } from "./controls.ts";
import { dataOf } from "./dataset.ts";
import { drawBehind, drawOver, type Layout, layPlot, padArea } from "./draw.ts";
import { filesOf, networkName } from "./files.ts";
import { isToy } from "./kind.ts";
import { mountPad } from "./pad-view.ts";
import { mountPicking } from "./pick.ts";
import { isOfOther, type MapView, type TrainTypes, trainRequest } from "./request.ts";
import { codesOf, drawsOf, lookedOf, type Scene } from "./scene.ts";
import { heldOutSheet, lookedSheet } from "./sheets.ts";
import { createSolved } from "./solved.ts";
import { drawStrip, stripHeight } from "./strip.ts";
import { foldedTables } from "./tables.ts";
import { attributesForTests, readingsForTests } from "./test-readings.ts";
import { recordOf, trainingOf } from "./training.ts";
import { halfOf, heightsOf, windowOf } from "./window.ts";
import { describePlots, notesOf, overlapReadings, statusLines } from "./words.ts";

/** Images of the decoded plane to a side, and lines of a toy set's. */
const CELLS = { images: 15, toy: 25 } as const;

export const mount: VaeStage = (slots, context) => {
  const { store, settled } = context;
  const training = trainingOf(context);
  const record = recordOf(context);
  const notify = (text: string, tone: "plain" | "trouble") => context.notify(text, tone);

  const root = document.createElement("div");
  root.className = "stage-frame run-frame vae-train";
  root.dataset.panels = "2";
  root.innerHTML = `<div class="stage-choices vae-choices"></div><div class="stage-canvas vae-map-canvas"></div>`;
  slots.plot.append(root);
  const [choicesSlot, canvas] = [...root.children] as HTMLElement[] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  below.className = "run-below";
  below.innerHTML = `<div class="run-first"></div><div class="vae-walk"><div class="vae-walk-head"></div><div class="vae-strip"></div></div>
    <div class="run-charts"></div><div class="vae-sheets"></div><div></div>`;
  slots.below.append(below);
  const [barSlot, walk, chartsSlot, sheetsSlot, notesSlot] = [...below.children] as HTMLElement[] as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const [headSlot, stripSlot] = [...walk.children] as HTMLElement[] as [HTMLElement, HTMLElement];
  const tested = slots.plot.closest<HTMLElement>(".picture-view") ?? root;

  const mode: PadMode = { erases: false };
  let half = 0;
  let view: MapView | null = null;
  let scene: Scene;
  let laid: { readonly key: string; readonly theme: Theme; readonly layout: Layout } | null = null;

  /** The same object until it shows something else: the training compares by identity. */
  function viewNow(): MapView {
    const { state } = store;
    const last = state.vaeLatents - 1;
    const axes: [number, number] =
      last < 2 ? [0, last] : [Math.min(last, state.vaeAxisX - 1), Math.min(last, state.vaeAxisY - 1)];
    const cells = isToy(state) ? CELLS.toy : CELLS.images;
    const next = { half: half || halfOf([], 0), axes, cells };
    if (view === null || JSON.stringify(view) !== JSON.stringify(next)) view = next;
    return view;
  }

  const loader = createNetworkLoader(training, words, notify, () => {
    solved.update();
    update();
  });
  const solved = createSolved({
    ...{ context, training, record, view: viewNow, candidate: () => loader.candidate },
    changed() {
      const read = solved.map.answer?.request.network ?? null;
      if (solved.refused !== "") loader.refuse(solved.refused);
      if (read === null || !loader.accept(read)) update();
    },
  });

  function refresh(): void {
    const { state } = store;
    const network = solved.network();
    const { points, shown } = network;
    const codes = shown && codesOf(shown);
    if (codes !== null) half = halfOf([...codes.x, ...(shown?.dz === 1 ? [] : codes.y)], half);
    const shade = state.vaeShade;
    const all = solved.all.answer;
    const answer = shade === "aggregate" ? all : solved.looked.answer;
    const fits = solved.looked.answer?.frame.mu.length === shown?.dz;
    const looked = lookedOf(state, points);
    scene = {
      ...network,
      ...{ empty: dataOf(state) === null, toy: isToy(state), codes, half: shown?.view.half ?? viewNow().half, shade },
      heights: shown?.dz === 1 && codes !== null ? heightsOf(codes.y) : null,
      ...{ draws: drawsOf(state), looked, to: points === null ? 0 : state.vaeTo % Math.max(1, points.n) },
      ...{ place: [state.vaeZx, shown?.dz === 1 ? 0 : state.vaeZy], drawn: state.vaeDrawn },
      decodedPlace: solved.place.answer?.frame.mean ?? null,
      inspected: looked !== null && fits ? (solved.looked.answer?.frame ?? null) : null,
      window: answer?.request.window ?? windowOf(half),
      overlap: all?.frame.overlap ?? null,
      heldOutExact: all?.request.network === network.slow ? all.frame.heldOut : null,
    };
  }

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const { shown, toy, draws, shade, inspected, overlap, samples, points } = scene;
    const what = [shown?.dz, shown?.view, toy, draws, shade, inspected === null, inspected?.posterior == null];
    const key = JSON.stringify([
      what,
      overlap === null,
      samples === null,
      points?.x[0],
      points?.n,
      scene.half,
      scene.heights,
      size,
    ]);
    if (laid === null || laid.key !== key || laid.theme !== theme)
      laid = { key, theme, layout: layPlot(pen, size, theme, scene) };
    return laid.layout;
  }

  refresh();
  const surface = new Surface<"back" | "front">(
    canvas,
    {
      back: (pen, size, theme) => drawBehind(pen, size, theme, scene, layout(pen, size, theme)),
      front: (pen, size, theme) => drawOver(pen, theme, scene, layout(pen, size, theme)),
    },
    { label: "", role: "group", oncommit: () => place() },
  );
  const onScreen = (): Layout | null =>
    surface.width === 0 || scene.empty ? null : layout(surface.ruler, surface.size, surface.theme);
  const handles = mountPicking(surface, store, () => scene, onScreen);
  const pad = mountPad(canvas, {
    ink: () => store.state.vaeDrawn,
    draw: (ink, gesture) => store.patch({ vaeDrawn: ink.some((value) => value > 0) ? ink : [] }, { gesture }),
    erases: () => mode.erases,
  });
  function place(): void {
    handles.place();
    const now = onScreen();
    pad.place(now && padArea(now));
  }
  const strip = new Surface(
    stripSlot,
    { all: (pen, size, theme) => drawStrip(pen, size, theme, scene) },
    { label: words.describeStrip },
  );
  const charts = new Surface(
    chartsSlot,
    { all: (pen, size, theme) => drawCharts(pen, size, theme, scene) },
    { label: words.describeChartsEmpty },
  );
  const spoken = () => import("./spoken.ts");
  const summary = (name: string) => () => notesSlot.querySelector<HTMLElement>(`[data-table=${name}] > summary`);
  const readers = [
    readLate(canvas, slots.below, async () => (await spoken()).spokenMap(() => scene, summary("codes"))),
    readLate(stripSlot, slots.below, async () => (await spoken()).spokenStrip(() => scene)),
    readLate(chartsSlot, slots.below, async () => (await spoken()).spokenCharts(() => scene, charts, summary("bound"))),
  ];
  const resized = new ResizeObserver(() => fitStrip());
  resized.observe(below);
  function fitStrip(): void {
    const height = scene.toy || scene.inspected === null ? 0 : stripHeight(walk.clientWidth);
    stripSlot.hidden = height === 0;
    stripSlot.style.height = `${height}px`;
  }

  const bar = createBar<TrainTypes>({
    ...{ training, words, notify },
    request: () => trainRequest(store.state),
    lines: () => statusLines(scene),
    fileName: networkName,
    load: (file) => void loader.load(file),
    changedNote(running) {
      const { request } = training;
      if (scene.empty) return words.nothing;
      const foreign = request !== null && isOfOther(request, store.state);
      if (!foreign) return running ? words.changed : words.changedIdle;
      return running ? words.changedData : words.changedDataIdle;
    },
  });
  const tables = foldedTables(() => drawAround());

  function drawAround(): void {
    render(
      choices(store, scene, mode, () => update()),
      choicesSlot,
    );
    render(bar.template(), barSlot);
    render(walkHead(store, scene), headSlot);
    const [all, own] = [heldOutSheet(scene), lookedSheet(scene)];
    const ownTitle = scene.draws ? words.sheet.titleDrawn : words.sheet.titleLooked;
    render(
      html`${own === null ? nothing : html`<section data-sheet="looked"><h2>${ownTitle}</h2>${balanceSheet(own)}</section>`}
        ${all === null ? nothing : html`<section data-sheet="held-out"><h2>${words.sheet.titleHeldOut}</h2>${balanceSheet(all)}</section>`}`,
      sheetsSlot,
    );
    render(
      html`${readingList(overlapReadings(scene))} ${paragraphs(notesOf(scene, training, solved.refused))} ${tables(scene)}`,
      notesSlot,
    );
  }

  let attributes: string[] = [];
  function setAttributes(): void {
    const data = attributesForTests(training, scene, bar.changed, solved.refused);
    Object.assign(tested.dataset, data);
    attributes = Object.keys(data);
  }
  const withdrawReadings = offerTestReadings(tested, () => readingsForTests(scene));

  /** Whether the run's picture is of the view on show, or will not become so any more. */
  function isShown(): boolean {
    const { kind } = training.phase;
    return scene.source !== "run" || training.view === viewNow() || kind === "refused" || kind === "failed";
  }

  let behind: unknown[] = [];
  let disposed = false;
  function update(): void {
    // The change that leads to another stage comes here, too.
    if (disposed) return;
    refresh();
    training.show(viewNow());
    const said = describePlots(scene, { number: formatNumber, count: formatCount });
    surface.describe(said.plot);
    charts.describe(said.charts);
    // A drag of the place changes nothing of what is behind it.
    const { shown, points, shade, toy, draws, samples, empty, overlap, inspected } = scene;
    const now = [shown, points, shade, toy, draws, samples, empty, overlap, shade === "posterior" && inspected];
    if (now.some((each, k) => each !== behind[k]) || now.length !== behind.length) surface.invalidate();
    else surface.invalidate("front");
    behind = now;
    chartsSlot.hidden = empty;
    fitStrip();
    strip.invalidate();
    charts.invalidate();
    drawAround();
    setAttributes();
    for (const each of readers) each.update();
    const done = solved.current && isShown();
    settled(scene.empty || solved.refused !== "" || done);
  }
  const unsubscribe = [
    store.subscribe(() => {
      solved.update();
      update();
    }),
    training.subscribe(() => {
      solved.update();
      update();
    }),
    withdrawReadings,
  ];
  update();

  return {
    controls,
    picture: () => (scene.shown === null ? null : surface),
    files: () => filesOf(training, scene, store.state.vaeData),
    dispose() {
      disposed = true;
      loader.dispose();
      for (const each of unsubscribe) each();
      resized.disconnect();
      solved.dispose();
      handles.dispose();
      pad.dispose();
      for (const each of [...readers, surface, strip, charts]) each.dispose();
      for (const name of attributes) delete tested.dataset[name];
      root.remove();
      below.remove();
    },
  };
};
