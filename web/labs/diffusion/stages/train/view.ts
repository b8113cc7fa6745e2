// The page's half of the stage: the main plot, the training with its bar and charts, the step on show.
import { html, render } from "lit";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { keepSolved, sameRequest } from "../../../../kit/solve-request.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs } from "../../../../kit/stages/stage-elements.ts";
import { listed, offerTestReadings } from "../../../../kit/test-readings.ts";
import { createBar } from "../../../../kit/training/bar.ts";
import { createNetworkLoader } from "../../../../kit/training/files.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { windowOf } from "../../../../plot/panels.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { chainPlayer } from "../../chain-player.ts";
import { dataAndSchedule } from "../../data-and-schedule.ts";
import { stepOf } from "../../fields.ts";
import { train as words } from "../../messages/train.en.ts";
import type { DiffusionStage } from "../../stage.ts";
import type { DiffusionState } from "../../state.ts";
import { viewExtent } from "../../view-extent.ts";
import { isNetwork, runNames } from "../sample/request.ts";
import { chartsSentence, drawCharts, placedCharts } from "./charts.ts";
import { controls } from "./controls.ts";
import { ARROW, drawPlot, type Layout, layPlot } from "./draw.ts";
import { filesOf, networkName } from "./files.ts";
import {
  type ArrowGrid,
  type ExactFieldFrame,
  type ExactFieldRequest,
  exactFieldRequest,
  type FieldPlaces,
  type FileFieldFrame,
  type FileFieldRequest,
  fieldPlaces,
  fileFieldRequest,
  isOfOther,
  trainRequest,
} from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { statusLines } from "./status.ts";
import { trainingOf } from "./training.ts";

export const mount: DiffusionStage = (slots, context) => {
  const { store, client, namedClient, settled } = context;
  const training = trainingOf(context);
  const notify = (text: string, tone: "plain" | "trouble") => context.notify(text, tone);
  const fileClient = namedClient("file-field");
  const root = document.createElement("div");
  root.className = "stage-frame run-frame";
  root.innerHTML = `<div></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const canvas = root.lastElementChild as HTMLElement;
  const below = document.createElement("div");
  below.className = "run-below";
  below.innerHTML = `<div></div><div class="run-first"></div><div class="run-charts"></div><div></div><div></div>`;
  slots.below.append(below);
  const [playerSlot, barSlot, chartsSlot, chartsNumbers, notesSlot] = [...below.children] as HTMLElement[] as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const tested = slots.plot.closest<HTMLElement>(".picture-view") ?? root;
  const player = chainPlayer(store);

  let grid: ArrowGrid | null = null;
  /** Where the training is to show its network's field. */
  let places: FieldPlaces | null = null;
  let scene: Scene;
  let disposed = false;
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;

  const exactField = keepSolved<DiffusionState, ExactFieldRequest, ExactFieldFrame>(store, client, {
    request: (state) => exactFieldRequest(state, grid),
    changed: () => update(),
  });

  const loader = createNetworkLoader(training, words, notify, () => {
    fileField.update();
    update();
  });
  /** The network whose field the training does not show: one from a file, or one that is being read. */
  function fileNetwork(): Uint8Array | null {
    const { network } = training;
    return loader.candidate?.bytes ?? (network?.on === null ? network.bytes : null);
  }
  const fileField = keepSolved<DiffusionState, FileFieldRequest, FileFieldFrame>(store, fileClient, {
    request: (state) => fileFieldRequest(state, grid, fileNetwork()),
    changed() {
      const read = fileField.answer?.request.network;
      if (read === undefined || !loader.accept(read)) update();
    },
  });
  fileClient.onstatus((status) => {
    if (status.phase === "refused") loader.refuse(status.message);
  });

  /** The training shows its network's field at the step and the grid on show. */
  function show(): void {
    const next = fieldPlaces(store.state, grid);
    if (next === null || sameRequest(next, places)) return;
    places = next;
    training.show(next);
  }

  /** Whether the training still answers. */
  const isLive = () => training.phase.kind !== "refused" && training.phase.kind !== "failed";

  /** Whether the learned field on show is the one at the step and the grid on show. */
  function isLearnedCurrent(): boolean {
    if (fileNetwork() !== null) return fileField.current && loader.candidate === null;
    return training.steps === 0 || training.view === places || !isLive();
  }

  /** Of a network from a file nobody knows what it was trained on. */
  const isForeign = () =>
    training.request !== null && training.network?.on !== null && isOfOther(training.request, store.state);

  function refresh(): void {
    const { state } = store;
    const now = {
      empty: dataAndSchedule(state) === null,
      t: stepOf(state, 1),
      T: state.T,
      extent: viewExtent(state),
      foreign: isForeign(),
      trainSteps: state.trainSteps,
    };
    const { answer } = exactField;
    const fits = answer?.request.t === now.t || exactField.current;
    // What is of another step stays until the next answer.
    scene = sceneOf(
      training,
      now,
      fits ? (answer?.frame ?? null) : (scene?.exactField ?? null),
      isLive() || training.view === places,
      fileField.answer?.frame ?? null,
    );
    root.dataset.panels = String(1 + Math.max(1, scene.learned.length));
  }

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const same = laid?.scene === scene && laid.theme === theme;
    if (laid === null || !same || laid.size.width !== size.width || laid.size.height !== size.height)
      laid = { scene, size, theme, layout: layPlot(pen, size, theme, scene) };
    return laid.layout;
  }

  refresh();
  const surface = new Surface(
    canvas,
    { all: (pen, size, theme) => drawPlot(pen, size, theme, scene, layout(pen, size, theme)) },
    { label: "", oncommit: () => regrid() },
  );
  const charts = new Surface(
    chartsSlot,
    { all: (pen, size, theme) => drawCharts(pen, size, theme, scene) },
    { label: words.describeChartsEmpty },
  );

  const spoken = () => import("./spoken.ts");
  const readers = [
    readLate(canvas, slots.below, async () => (await spoken()).spokenOf(() => scene)),
    readLate(chartsSlot, chartsNumbers, async () =>
      (await spoken()).chartsSpokenOf(
        () => scene,
        () => (charts.width === 0 ? [] : placedCharts(charts.ruler, charts.size, charts.theme, scene)),
      ),
    ),
  ];

  /** Arrows stand as far apart as the panel has room for: another panel is another grid. */
  function regrid(): void {
    const panel = layout(surface.ruler, surface.size, surface.theme).panels[0];
    if (!panel) return;
    const { frame } = panel;
    const next: ArrowGrid = {
      window: windowOf(frame),
      columns: Math.max(4, Math.floor((frame.right - frame.left) / ARROW)),
      rows: Math.max(4, Math.floor((frame.bottom - frame.top) / ARROW)),
    };
    if (sameRequest(grid, next)) return;
    grid = next;
    exactField.update();
    fileField.update();
    show();
    update();
  }

  /** On to the samples of this network: one of the runs there is its. */
  function use(): void {
    const { state } = store;
    if (!runNames(state).some(isNetwork)) store.patch({ runC: "network-ddim" });
    // While it trains, its newest weights are a moment away.
    void training.complete().then(() => {
      if (disposed) return;
      store.patch({ stage: "sample" }, { undoable: false });
    });
  }

  const bar = createBar({
    training,
    words,
    request: () => trainRequest(store.state),
    lines: () => statusLines(training),
    fileName: (network) => networkName(network, store.state.dataset),
    load: (file) => void loader.load(file),
    use,
    changedNote(running) {
      if (!isForeign()) return running ? words.changed : words.changedIdle;
      return running ? words.changedData : words.changedDataIdle;
    },
    notify,
  });

  function drawAround(): void {
    const { request } = training;
    render(html`${player()}`, playerSlot);
    render(bar.template(), barSlot);
    const notes = [
      ...(request !== null && request.trainers.length > 1 ? [words.raceNote] : []),
      ...(request?.asPrinted ? [words.printedNote] : []),
      ...(request === null ? [] : [words.reproducible]),
    ];
    render(html`${paragraphs(notes)}`, notesSlot);
  }

  let attributes: string[] = [];
  function setAttributes(): void {
    const [first, second] = training.histories;
    const data = {
      phase: training.phase.kind,
      steps: String(training.steps),
      meanError: String(first?.now.meanError ?? ""),
      otherError: String(second?.now.meanError ?? ""),
      meanFloor: String(training.reference?.mean ?? ""),
      samples: String((scene.learned[0]?.samples?.length ?? 0) / 2),
      file: scene.file,
      changed: String(bar.changed),
      foreign: String(scene.foreign),
    };
    Object.assign(tested.dataset, data);
    attributes = Object.keys(data);
  }
  const withdrawReadings = offerTestReadings(tested, () => {
    const [first, second] = training.histories;
    return {
      losses: listed(first?.losses),
      otherLosses: listed(second?.losses),
      errors: listed(first?.now.errors),
      bayesError: listed(training.reference?.values),
      exact: listed(scene.exactField?.arrows),
      learned: listed(scene.learned[0]?.arrows),
    };
  });

  function describePlots(): void {
    const [first] = scene.learned;
    surface.describe(
      format(words.describe, {
        t: scene.t,
        learned: first?.arrows
          ? format(words.describeLearned, { steps: formatCount(scene.steps) })
          : words.describeNone,
        samples: first?.samples
          ? format(words.describeSamples, { count: formatCount(first.samples.length / 2) })
          : words.describeNoSamples,
      }),
    );
    charts.describe(chartsSentence(scene, formatNumber));
  }

  function update(): void {
    refresh();
    describePlots();
    surface.invalidate();
    charts.invalidate();
    drawAround();
    setAttributes();
    for (const reader of readers) reader.update();
    settled(grid !== null && exactField.current && isLearnedCurrent());
  }
  const unsubscribe = [
    store.subscribe(() => {
      show();
      update();
    }),
    training.subscribe(() => {
      fileField.update();
      update();
    }),
    withdrawReadings,
  ];
  update();

  return {
    controls,
    picture: () => (scene.exactField === null ? null : surface),
    files: () => filesOf(training, store.state.dataset),
    dispose() {
      disposed = true;
      loader.dispose();
      for (const each of unsubscribe) each();
      exactField.dispose();
      fileField.dispose();
      for (const reader of readers) reader.dispose();
      surface.dispose();
      charts.dispose();
      for (const name of attributes) delete tested.dataset[name];
      root.remove();
      below.remove();
    },
  };
};
