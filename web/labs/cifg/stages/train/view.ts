// The page's half of the stage: the main plot, the training with its bar and charts, the comparison, the insides of the networks.
import { html, nothing, render } from "lit";
import "./train.css";
import { sets } from "../../../../data/messages/en.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { newGesture } from "../../../../host/store.ts";
import { mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { paragraphs } from "../../../../kit/stages/stage-elements.ts";
import { listed, offerTestReadings } from "../../../../kit/test-readings.ts";
import { createBar } from "../../../../kit/training/bar.ts";
import type { Frame } from "../../../../plot/frame.ts";
import { Surface } from "../../../../plot/surface.ts";
import { train as words } from "../../messages/train.en.ts";
import { seriesOf } from "../../series.ts";
import type { CifgStage } from "../../stage.ts";
import type { CifgState } from "../../state.ts";
import { fitsBeginning } from "./begin.ts";
import { chartsSentence, drawCharts } from "./charts.ts";
import { comparisonOf, comparisonTemplate } from "./comparison.ts";
import { controls } from "./controls.ts";
import { drawPlot } from "./draw.ts";
import { filesOf, networkName } from "./files.ts";
import { drawGates, gatesHeight } from "./gates.ts";
import { createNetworkLoader } from "./load-network.ts";
import { openDrawn, openTyped } from "./own-dialog.ts";
import { type HeldOutFrame, type HeldOutRequest, heldOutRequest, type TrainTypes, trainRequest } from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { problemSentence, raceSentence, statusLines, taskSentence } from "./status.ts";
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
    { label: "", oncommit: () => handles.place() },
  );
  const handles = mountHandles(surface, {
    frame: () => frame,
    handles() {
      const { ending, baselines, shown } = scene;
      const [first] = shown;
      if (ending === null || baselines === null || first === undefined) return [];
      const { k, count } = first;
      const y = baselines.truth[k] ?? 0;
      const label = format(words.gates.handle, { k: k + 1, count });
      return [{ id: "sequence", label, text: formatNumber(y), x: ending, y, level: true, whole: true }];
    },
    move(_, x, __, gesture) {
      const at = scene.reference?.at ?? [];
      const sequence = Math.max(0, Math.min(at.length - 1, Math.round(x) - (at[0] ?? 0)));
      store.patch({ sequence }, { gesture });
    },
    hold: () => undefined,
  });
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

  // ---- the series
  function take(values: readonly number[]): void {
    store.patch({ task: "series", series: "own", ownSeries: [...values] });
    notify(format(words.own.taken, { count: values.length }), "plain");
  }
  const typed = () => openTyped(seriesOf(store.state), take);

  function drawSource(): void {
    const { state } = store;
    if (state.task !== "series") {
      render(html`<p class="train-source">${taskSentence(state)}</p>`, sourceSlot);
      return;
    }
    const button = (id: string, text: string, act: () => void) =>
      html`<button type="button" class="button" data-own=${id} @click=${act}>${text}</button>`;
    render(
      html`
        ${button("type", words.own.type, typed)} ${button("draw", words.own.draw, () => openDrawn(take))}
        <span class="train-source">${state.series === "own" ? nothing : sets[state.series].source}</span>`,
      sourceSlot,
    );
  }

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
      return running ? words.changedData : words.changedDataIdle;
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

  let gesture = "";
  function drawSequence(): void {
    const [first] = scene.shown;
    if (first === undefined) {
      render(html`<p class="stage-notes">${words.gates.none}</p>`, sequenceSlot);
      return;
    }
    const { k, count } = first;
    const choose = (event: Event) => {
      gesture ||= newGesture();
      store.patch({ sequence: Number((event.target as HTMLInputElement).value) }, { gesture });
    };
    const chosen = () => {
      gesture = "";
    };
    render(
      html`<div class="train-sequence">
        <h2>${format(words.gates.title, { k: k + 1, count })}</h2>
        <input class="slider" type="range" data-sequence min="0" max=${Math.max(1, count - 1)} step="1" .value=${String(k)}
          aria-label=${words.gates.choose} ?disabled=${count < 2} @input=${choose} @change=${chosen} />
        <span class="train-source">${words.gates.row}</span>
      </div>`,
      sequenceSlot,
    );
  }

  function drawAround(): void {
    drawSource();
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
    drawSequence();
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
    const [first, second] = training.histories;
    const { order, outcome } = comparisonOf(scene);
    const data = {
      phase: training.phase.kind,
      steps: String(training.steps),
      error: String(first?.now.error ?? ""),
      otherError: String(second?.now.error ?? ""),
      winner: order[0]?.id ?? "",
      outcome,
      problem: problemSentence(store.state) || refused,
      changed: String(bar.changed),
      foreign: String(scene.foreign),
      sequence: String(scene.shown[0]?.k ?? ""),
    };
    Object.assign(tested.dataset, data);
    attributes = Object.keys(data);
  }
  const withdrawReadings = offerTestReadings(tested, () => {
    const [first, second] = training.histories;
    const [own, other] = record.tracks;
    return {
      losses: listed(first?.losses),
      otherLosses: listed(second?.losses),
      errors: listed(own?.errors),
      otherErrors: listed(other?.errors),
      normsBefore: listed(own?.before),
      normsAfter: listed(own?.after),
      parameters: training.histories.map(({ now }) => now.parameters),
      units: training.histories.map(({ now }) => now.units),
      baselines: scene.baselines?.baselines.map(({ error }) => error) ?? [],
      prediction: listed(scene.runs[0]?.prediction),
      forget: listed(scene.shown[0]?.gates.f),
    };
  });

  function describePlots(): void {
    const verdict = comparisonOf(scene).sentence;
    const held = scene.baselines?.truth.length ?? 0;
    const count = scene.series?.values.length ?? held;
    surface.describe(
      missing().join(". ") ||
        (scene.series === null
          ? format(words.describeMade, { count, verdict })
          : format(words.describeSeries, { count, held, verdict })),
    );
    charts.describe(chartsSentence(scene));
    gates.describe(format(words.describeGates, { k: (scene.shown[0]?.k ?? 0) + 1 }));
  }

  function update(): void {
    refresh();
    describePlots();
    drawAround();
    fitGates();
    for (const each of [surface, charts, gates]) each.invalidate();
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
      for (const each of [surface, charts, gates]) each.dispose();
      for (const name of attributes) delete tested.dataset[name];
      root.remove();
      below.remove();
    },
  };
};
