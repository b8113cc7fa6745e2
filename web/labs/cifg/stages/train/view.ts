// The page's half of the stage: the main plot, the training with its bar and charts, the comparison, the insides of the networks.
import { html, nothing, render } from "lit";
import "./train.css";
import { announce } from "../../../../host/announce.ts";
import { format } from "../../../../host/messages/format.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { paragraphs } from "../../../../kit/stages/stage-elements.ts";
import { offerTestReadings } from "../../../../kit/test-readings.ts";
import { createBar } from "../../../../kit/training/bar.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import type { CifgStage } from "../../stage.ts";
import type { CifgState } from "../../state.ts";
import { fitsBeginning } from "./begin.ts";
import { chartsSentence, drawCharts, placedCharts } from "./charts.ts";
import { comparisonOf, comparisonTemplate } from "./comparison.ts";
import { controls } from "./controls.ts";
import { drawPlot } from "./draw.ts";
import { filesOf, networkName } from "./files.ts";
import { drawGates, gatesHeight } from "./gates.ts";
import { createNetworkLoader } from "./load-network.ts";
import { mountReaders } from "./readers.ts";
import { type HeldOutFrame, type HeldOutRequest, heldOutRequest, type TrainTypes, trainRequest } from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { mountSequenceHandle, sequenceSlider } from "./sequence.ts";
import { sourceTemplate } from "./source.ts";
import { problemSentence, raceSentence, statusLines } from "./status.ts";
import { attributesForTests, readingsForTests } from "./test-readings.ts";
import { cellProblem, openable } from "./to-cell.ts";
import { beginningOf, recordOf, trainingOf } from "./training.ts";
import { weightsReader } from "./weights.ts";

export const mount: CifgStage = (slots, context) => {
  const { store, client, settled } = context;
  const training = trainingOf(context);
  const record = recordOf(context);
  const beginning = beginningOf(context);
  const notify = (text: string, tone: "plain" | "trouble") => context.notify(text, tone);

  const root = document.createElement("div");
  root.className = "stage-frame run-frame";
  root.innerHTML = `<div class="stage-choices"></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const [sourceSlot, canvas] = [...root.children] as HTMLElement[] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  below.className = "run-below";
  below.innerHTML = `<div class="run-first"></div><div></div><div class="run-charts train-charts"></div><div></div><div class="train-gates"></div><div></div>`;
  slots.below.append(below);
  const [barSlot, comparisonSlot, chartsSlot, sequenceSlot, gatesSlot, notesSlot] = [
    ...below.children,
  ] as HTMLElement[] as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const tested = slots.plot.closest<HTMLElement>(".picture-view") ?? root;

  let scene: Scene;
  /** Why the library does not take what is to be learnt; "" where it does. */
  let refused = "";
  let shownFor: TrainTypes["view"] | null = null;
  let disposed = false;

  const heldOut = keepSolved<CifgState, HeldOutRequest, HeldOutFrame>(store, client, {
    request: heldOutRequest,
    changed: () => update(),
  });
  client.onstatus((status) => {
    const now = status.phase === "refused" ? status.message : "";
    if (disposed || now === refused) return;
    refused = now;
    update();
  });

  function refresh(): void {
    const answer = heldOut.current ? (heldOut.answer?.frame.baselines ?? null) : null;
    scene = sceneOf(store.state, training, record.tracks, answer);
  }

  /** A title and a sentence instead of the plot; none where there is one. */
  function missing(): readonly string[] {
    const problem = problemSentence(store.state);
    if (problem !== "") return [words.prompt.none, problem];
    if (refused !== "") return [words.prompt.refused, refused];
    return scene.baselines === null ? [words.prompt.loading] : [];
  }

  refresh();
  /** Where the sequence on show is chosen. */
  let frame: Frame | null = null;
  const surface = new Surface(
    canvas,
    {
      all(pen, size, theme) {
        const drawn = drawPlot(pen, size, theme, scene, missing());
        // A picture that is made for a file has other places.
        if (pen === surface.ruler) frame = drawn;
      },
    },
    { label: "", role: "group", oncommit: () => handles.place() },
  );
  const handles = mountSequenceHandle(
    surface,
    store,
    () => scene,
    () => frame,
  );
  const charts = new Surface(
    chartsSlot,
    { all: (pen, size, theme) => drawCharts(pen, size, theme, scene) },
    { label: words.describeChartsEmpty },
  );
  const gates = new Surface(
    gatesSlot,
    { all: (pen, size, theme) => drawGates(pen, size, theme, scene) },
    { label: "" },
  );
  /** As high as it needs to be in its width. */
  function fitGates(): void {
    const height = scene.shown.length === 0 ? 0 : gatesHeight(gatesSlot.clientWidth, scene.shown.length);
    gatesSlot.style.height = `${height}px`;
  }
  const resized = new ResizeObserver(fitGates);
  resized.observe(below);

  const readers = mountReaders(
    { plot: canvas, charts: chartsSlot, gates: gatesSlot, afterPlot: comparisonSlot },
    { scene: () => scene, frame: () => frame, charts: () => placedCharts(charts, scene) },
  );

  // ---- training
  const what = () => {
    const { task, series } = training.request === null || !scene.foreign ? store.state : { task: "task", series: "" };
    return task === "series" ? series : task;
  };
  const read = weightsReader(context.namedClient("weights"));

  /** On to the stage Cell, with the network as it is now. */
  async function openCell(): Promise<void> {
    await training.complete();
    const shown = openable(scene.shown);
    const history = training.histories.find(({ name }) => name === "cifg");
    if (shown === null || history === undefined) return;
    const { weights } = await read(history.whole.network);
    if (disposed) return;
    const made = cellProblem(weights, shown, store.state, words.network);
    if ("refusal" in made) {
      notify(made.refusal, "trouble");
      return;
    }
    store.patch({ ...made.problem, at: 0, unit: 0, stage: "cell" });
    notify(format(words.opened, { steps: made.problem.T }), "plain");
  }

  const loader = createNetworkLoader(context, training, beginning, read);
  function forget(): void {
    beginning.now = null;
    update();
  }

  const bar = createBar<TrainTypes>({
    training,
    words,
    request: () => trainRequest(store.state, beginning.now),
    lines: () => statusLines(training),
    fileName: (network) => networkName(network, what()),
    load: (file) => void loader.load(file),
    get use() {
      return openable(scene.shown) === null ? undefined : () => void openCell();
    },
    changedNote(running) {
      if (!scene.foreign) return running ? words.changed : words.changedIdle;
      if (running) return words.changedData;
      return problemSentence(store.state) === "" ? words.changedDataIdle : words.changedDataUnusable;
    },
    notify,
  });

  /** The training shows the insides of its networks on the sequence on show. */
  function show(): void {
    const { sequence } = store.state;
    if (shownFor?.sequence === sequence) return;
    shownFor = { sequence };
    training.show(shownFor);
  }

  const slider = sequenceSlider(store);
  function drawAround(): void {
    render(sourceTemplate(context), sourceSlot);
    const { now } = beginning;
    const begins =
      now !== null && fitsBeginning(now, store.state)
        ? html`<p class="train-source">
            ${format(words.begins, { name: now.name })}
            <button type="button" class="button" data-run="forget" @click=${forget}>${words.forget}</button>
          </p>`
        : nothing;
    render(html`${bar.template()}${begins}`, barSlot);
    render(comparisonTemplate(comparisonOf(scene), scene), comparisonSlot);
    render(slider(scene), sequenceSlot);
    const race = raceSentence(training);
    const bounded = scene.shown.length > 1 ? [words.gates.bounded] : [];
    const notes = [
      ...bounded,
      ...(race === "" ? [] : [race]),
      ...(training.request === null ? [] : [words.reproducible]),
    ];
    render(paragraphs(notes), notesSlot);
  }

  let attributes: string[] = [];
  function setAttributes(): void {
    const problem = problemSentence(store.state) || refused;
    const data = attributesForTests(training, scene, problem, bar.changed);
    Object.assign(tested.dataset, data);
    attributes = Object.keys(data);
  }
  const withdrawReadings = offerTestReadings(tested, () => readingsForTests(training, record, scene));

  function describePlots(): void {
    const verdict = comparisonOf(scene).sentence;
    const held = scene.baselines?.truth.length ?? 0;
    const count = scene.series?.values.length ?? held;
    surface.describe(
      missing().join(words.between.title) ||
        (scene.series === null
          ? format(words.describeMade, { count, verdict })
          : format(words.describeSeries, { count, held, verdict })),
    );
    charts.describe(chartsSentence(scene));
    gates.describe(format(words.describeGates, { k: (scene.shown[0]?.k ?? 0) + 1 }));
  }

  /** Who is best, as it was last said; null before it is known. */
  let heard: string | null = null;
  /** Said when it changes, but not at every frame of a training: once that rests. */
  function say(): void {
    const { kind } = training.phase;
    const { sentence } = comparisonOf(scene);
    if (sentence === heard || sentence === "" || kind === "running" || kind === "pausing") return;
    if (heard !== null) announce("comparison", sentence);
    heard = sentence;
  }

  function update(): void {
    refresh();
    describePlots();
    drawAround();
    say();
    fitGates();
    for (const each of [surface, charts, gates]) each.invalidate();
    for (const each of readers) each.update();
    setAttributes();
    settled(heldOut.current || refused !== "");
  }
  const unsubscribe = [
    store.subscribe(() => {
      show();
      update();
    }),
    training.subscribe(() => update()),
    withdrawReadings,
  ];
  show();
  update();

  return {
    controls,
    picture: () => (scene.baselines === null ? null : surface),
    files: () => filesOf(training, scene, what(), read),
    dispose() {
      disposed = true;
      loader.dispose();
      for (const each of unsubscribe) each();
      resized.disconnect();
      heldOut.dispose();
      handles.dispose();
      for (const each of [...readers, surface, charts, gates]) each.dispose();
      for (const name of attributes) delete tested.dataset[name];
      root.remove();
      below.remove();
    },
  };
};
