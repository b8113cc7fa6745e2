// The page's half of the stage: the picture, the run and its charts, the step on show. The run itself outlives the stage (training.ts).
import { html, render } from "lit";
import "./train.css";
import { download } from "../../../../host/export.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { paragraphs } from "../../../../kit/stages/stage-elements.ts";
import { createTraining, sameTraining } from "../../../../kit/training/training.ts";
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
import { bar, counted } from "./bar.ts";
import { chartsSentence, drawCharts } from "./charts.ts";
import { controls } from "./controls.ts";
import { ARROW, drawPicture, type Layout, layPicture } from "./draw.ts";
import { filesOf, networkFile } from "./files.ts";
import {
  type ArrowGrid,
  type GroundFrame,
  type GroundQuestion,
  groundQuestion,
  type LookFrame,
  type LookQuestion,
  lookQuestion,
  trainQuestion,
} from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";

export const mount: DiffusionStage = (slots, context) => {
  const { store, client, namedClient, keep, settled } = context;
  const training = keep("training", () => createTraining(namedClient("train")));
  const looker = namedClient("look");
  const root = document.createElement("div");
  root.className = "stage-frame";
  root.innerHTML = `<div></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const canvas = root.lastElementChild as HTMLElement;
  const strip = document.createElement("div");
  strip.innerHTML = `<div></div><div></div><div class="run-charts"></div><div></div>`;
  slots.below.append(strip);
  const [playerSlot, barSlot, chartsSlot, notesSlot] = [...strip.children] as HTMLElement[] as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const marks = slots.plot.closest<HTMLElement>(".picture-view") ?? root;
  const player = chainPlayer(store);

  /** A file's bytes that the solver has not read yet. */
  let candidate: { readonly bytes: Uint8Array; readonly name: string } | null = null;
  let grid: ArrowGrid | null = null;
  let scene: Scene;
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;

  const ground = keepSolved<DiffusionState, GroundQuestion, GroundFrame>(store, client, {
    request: (state) => groundQuestion(state, grid),
    changed: () => update(),
  });
  function networks(): { of: readonly Uint8Array[]; samples: boolean } {
    if (candidate !== null) return { of: [candidate.bytes], samples: true };
    const { network, courses, steps } = training;
    if (network !== null && network.on === null) return { of: [network.bytes], samples: true };
    return { of: steps > 0 ? courses.map((course) => course.network) : [], samples: false };
  }
  const look = keepSolved<DiffusionState, LookQuestion, LookFrame>(store, looker, {
    request(state) {
      const { of, samples } = networks();
      return lookQuestion(state, grid, of, samples);
    },
    changed: () => looked(),
  });

  function looked(): void {
    const asked = look.answer?.request.networks[0];
    if (candidate !== null && asked === candidate.bytes) {
      const { bytes, name } = candidate;
      candidate = null;
      training.adopt(bytes, name);
      context.notify(format(words.loaded, { name }), "plain");
    } else update();
  }

  looker.onstatus((status) => {
    if (candidate === null || status.phase !== "refused") return;
    const { name } = candidate;
    candidate = null;
    context.notify(format(words.loadRefused, { name, message: status.message }), "trouble");
    look.update();
    update();
  });

  function refresh(): void {
    const { state } = store;
    const now = {
      empty: dataAndSchedule(state) === null,
      t: stepOf(state, 1),
      T: state.T,
      reach: viewExtent(state),
      trainSteps: state.trainSteps,
    };
    const fits = ground.answer !== null && ground.answer.request.t === now.t;
    const { answer } = look;
    const known = answer !== null && candidate === null && answer.request.t === now.t ? answer.frame : null;
    scene = sceneOf(
      training,
      now,
      fits || ground.current ? (ground.answer?.frame ?? null) : (scene?.ground ?? null),
      known ?? lastLook(),
    );
  }
  /** What was said at another step or by the weights before: better on show than nothing until the next answer. */
  const lastLook = () => (networks().of.length > 0 ? (look.answer?.frame ?? null) : null);

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const same = laid?.scene === scene && laid.theme === theme;
    if (laid === null || !same || laid.size.width !== size.width || laid.size.height !== size.height)
      laid = { scene, size, theme, layout: layPicture(pen, size, theme, scene) };
    return laid.layout;
  }

  refresh();
  const surface = new Surface(
    canvas,
    { all: (pen, size, theme) => drawPicture(pen, theme, scene, layout(pen, size, theme)) },
    { label: "", oncommit: () => regrid() },
  );
  const charts = new Surface(
    chartsSlot,
    { all: (pen, size, theme) => drawCharts(pen, size, theme, scene) },
    { label: words.describeChartsEmpty },
  );

  /** Arrows stand as far apart as the panel has room for: another panel, another question. */
  function regrid(): void {
    const panel = layout(surface.ruler, surface.size, surface.theme).panels[0];
    if (!panel) return;
    const { frame } = panel;
    const next: ArrowGrid = {
      window: windowOf(frame),
      columns: Math.max(4, Math.floor((frame.right - frame.left) / ARROW)),
      rows: Math.max(4, Math.floor((frame.bottom - frame.top) / ARROW)),
    };
    if (grid !== null && JSON.stringify(grid) === JSON.stringify(next)) return;
    grid = next;
    ground.update();
    look.update();
  }

  const begin = (paused: boolean) => {
    const question = trainQuestion(store.state);
    if (question !== null) training.start(question, paused);
  };

  async function load(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      candidate = { bytes, name: file.name };
      look.update();
    } catch {
      context.notify(format(words.readFailed, { name: file.name }), "trouble");
    }
  }

  const acts = {
    start: () => begin(false),
    step: () => (training.question === null || training.phase.kind === "refused" ? begin(true) : training.step()),
    extend: () => training.extend(store.state.trainSteps),
    save() {
      const file = networkFile(training, store.state.dataset);
      if (file === null) return;
      download(file);
      context.notify(format(words.saved, { name: file.name }), "plain");
    },
    load: (file: File) => void load(file),
  };

  function drawAround(): void {
    const { state } = store;
    const next = trainQuestion(state);
    const { question } = training;
    const changed = question !== null && (next === null || !sameTraining(next, question));
    render(html`${player()}`, playerSlot);
    render(bar(training, changed, state.trainSteps, next !== null, acts), barSlot);
    const notes = [
      ...(question !== null && question.losses.length > 1 ? [words.raceNote] : []),
      ...(question?.asPrinted ? [words.printedNote] : []),
      ...(question === null ? [] : [words.reproducible]),
    ];
    render(html`${paragraphs(notes)}`, notesSlot);
    marks.dataset.changed = String(changed);
  }

  let marked: string[] = [];
  /** What tests read: numbers as they were computed. */
  function mark(): void {
    const list = (values: ArrayLike<number> | null | undefined) => Array.from(values ?? []).join(" ");
    const [first, second] = training.courses;
    const data = {
      phase: training.phase.kind,
      steps: String(training.steps),
      losses: list(first?.losses),
      otherLosses: list(second?.losses),
      meanError: String(first?.meanError ?? ""),
      otherError: String(second?.meanError ?? ""),
      errors: list(first?.errors),
      floor: list(training.floor?.floor),
      meanFloor: String(training.floor?.mean ?? ""),
      exact: list(scene.ground?.arrows),
      learnt: list(scene.shown[0]?.arrows),
      samples: String((scene.shown[0]?.samples?.length ?? 0) / 2),
      file: scene.file,
      changed: marks.dataset.changed ?? "false",
    };
    Object.assign(marks.dataset, data);
    marked = Object.keys(data);
  }

  function sayWhatIsShown(): void {
    const [first] = scene.shown;
    surface.describe(
      format(words.describe, {
        t: scene.t,
        learnt: first?.arrows ? format(words.describeLearnt, { steps: counted(scene.steps) }) : words.describeNone,
        samples: first?.samples
          ? format(words.describeSamples, { count: counted(first.samples.length / 2) })
          : words.describeNoSamples,
      }),
    );
    charts.describe(chartsSentence(scene, formatNumber));
  }

  function update(): void {
    refresh();
    sayWhatIsShown();
    surface.invalidate();
    charts.invalidate();
    drawAround();
    mark();
    settled(grid !== null && ground.current && look.current && candidate === null);
  }
  const unsubscribe = [
    store.subscribe(update),
    training.subscribe(() => {
      look.update();
      update();
    }),
  ];
  update();

  return {
    controls,
    toPng: () => (scene.ground === null ? null : surface.toPng()),
    toSvg: () => (scene.ground === null ? null : surface.toSvg()),
    files: () => filesOf(training, store.state.dataset),
    dispose() {
      candidate = null;
      for (const each of unsubscribe) each();
      ground.dispose();
      look.dispose();
      surface.dispose();
      charts.dispose();
      for (const name of marked) delete marks.dataset[name];
      root.remove();
      strip.remove();
    },
  };
};
