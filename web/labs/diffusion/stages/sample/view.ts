// The page's half of the stage: particles of up to three runs, played; the quality of samples against steps.
import { html, render } from "lit";
import "../../../../kit/training/bar.css";
import { download, fileName } from "../../../../host/export-file.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { Player } from "../../../../kit/player/player.ts";
import { canRecord, type Recording, record } from "../../../../kit/player/record.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs } from "../../../../kit/stages/stage-elements.ts";
import { layFrame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { dataAndSchedule } from "../../data-and-schedule.ts";
import { sample as words } from "../../messages/sample.en.ts";
import type { DiffusionStage } from "../../stage.ts";
import type { DiffusionState } from "../../state.ts";
import { sampleExtent } from "../../view-extent.ts";
import { trainingOf } from "../train/training.ts";
import { bar, createVoice, qualityBar } from "./bar.ts";
import { chartsSentence, drawCharts, placedCharts } from "./charts.ts";
import { controls } from "./controls.ts";
import { createCurve } from "./curve.ts";
import { drawBack, drawParticles, type Layout, layPlot, type PanelOf, type Scene } from "./draw.ts";
import { filesOf, particlesFile } from "./files.ts";
import { isNetwork, methodOf, qualityRequest, runNames, sampleRequest } from "./request.ts";
import { createRun } from "./run.ts";

/** Frames a second: slowly, and as the screen shows them. */
const SPEEDS = [5, 15, 60] as const;

export const mount: DiffusionStage = (slots, context) => {
  const { store, client, namedClient, keep, settled } = context;
  const training = trainingOf(context);
  const curve = keep("curve", () => createCurve(namedClient("quality")));
  const root = document.createElement("div");
  root.className = "stage-frame";
  root.innerHTML = `<div></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const canvas = root.lastElementChild as HTMLElement;
  const below = document.createElement("div");
  below.innerHTML = `<div></div><div></div><div></div><div class="run-charts"></div><div></div><div></div>`;
  slots.below.append(below);
  const [playerSlot, barSlot, qualitySlot, chartsSlot, chartsNumbers, notesSlot] = [...below.children] as unknown as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const tested = slots.plot.closest<HTMLElement>(".picture-view") ?? root;

  /** One network for all panels until the user takes another: training may be going on. */
  let network = training.network;
  let scene: Scene;
  let laid: { key: string; theme: Theme; size: Size; layout: Layout } | null = null;
  let recording: Recording | null = null;

  const run = createRun(
    store,
    client,
    (state) => sampleRequest(state, network?.bytes ?? null),
    (news) => {
      if (news === "fresh") player.follow();
      extendPlayer();
      // Frames come many times a second: only what they change is drawn.
      if (news === "more") moved();
      else update();
    },
  );
  const player = new Player();
  Object.assign(player, {
    ...{ words: words.player, speeds: SPEEDS, speed: SPEEDS.at(-1) },
    caption: (position: number) =>
      format(words.player.caption, { t: run.t(position), T: run.frames?.end ?? store.state.T }),
    ...{ onSeek: () => moved(), onPlaying: () => moved() },
  } satisfies Partial<Player>);
  playerSlot.append(player);
  player.follow();
  const extendPlayer = () => player.extend(run.frames?.count ?? 1, run.frames?.reached ?? 0);
  extendPlayer();

  function panelsOf(): PanelOf[] {
    const { state } = store;
    const known = run.current ? (run.request?.runs ?? []) : [];
    let at = 0;
    // A run that needs a network has no panel before there is one: the bar below says so, and how to get it.
    const possible = runNames(state).filter((name) => network !== null || !isNetwork(name));
    return possible.map((name) => {
      const method = methodOf(name, state);
      const steps = method.kind === "ancestral" ? state.T : method.steps;
      const ways = format(steps === state.T ? words.ways.ancestral : words.ways.some, { steps, T: state.T });
      const short = words.runs[name];
      const title = format(words.title, { name: short, ways });
      return { title, short, run: known[at]?.name === name ? at++ : -1 };
    });
  }

  const extentOf = ({ dataset, points, spread }: DiffusionState) =>
    sampleExtent(dataset === "own" ? points : (run.backdrop?.points ?? []), spread);

  function refresh(): void {
    const { state } = store;
    scene = {
      panels: panelsOf(),
      ...{ frames: run.current ? run.frames : null, backdrop: run.backdrop, extent: extentOf(state) },
      ...{ position: player.position, trails: state.trails ? state.trailCount : 0 },
    };
    root.dataset.panels = String(scene.panels.length);
  }

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const key = JSON.stringify([scene.panels, scene.extent, scene.trails > 0, scene.backdrop?.map !== null, size]);
    if (laid === null || laid.key !== key || laid.theme !== theme)
      laid = { key, theme, size, layout: layPlot(pen, size, theme, scene) };
    return laid.layout;
  }

  refresh();
  const surface = new Surface(
    canvas,
    {
      back(pen, size, theme) {
        const noData = dataAndSchedule(store.state) === null;
        if (noData || scene.panels.length === 0) {
          const box = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
          drawPrompt(pen, theme, box, noData ? words.empty : words.noNetwork);
        } else drawBack(pen, theme, scene, layout(pen, size, theme));
      },
      particles: (pen, size, theme) => drawParticles(pen, theme, scene, layout(pen, size, theme)),
    },
    { label: "" },
  );
  const charts = new Surface(
    chartsSlot,
    { all: (pen, size, theme) => drawCharts(pen, size, theme, curveOnShow()) },
    { label: words.describeChartsEmpty },
  );

  const curveRequest = () => qualityRequest(store.state, network?.bytes ?? null);
  const curveOnShow = () => (curve.fits(curveRequest()) ? curve : { points: [], fresh: null });

  const spoken = () => import("./spoken.ts");
  const readers = [
    readLate(canvas, slots.below, async () => (await spoken()).spokenOf(() => scene, run)),
    readLate(chartsSlot, chartsNumbers, async () =>
      (await spoken()).chartsSpokenOf(curveOnShow, () =>
        charts.width === 0 ? [] : placedCharts(charts.ruler, charts.size, charts.theme, curveOnShow()),
      ),
    ),
  ];

  const speak = createVoice();
  /** Only the position of the player has changed: this happens sixty times a second. */
  function moved(): void {
    const began = performance.now();
    scene = { ...scene, position: player.position };
    surface.invalidate("particles");
    surface.flush();
    tested.dataset.drawMs = String(performance.now() - began);
    recording?.frame();
    if (recording !== null && player.playing === 0) void finish();
    setPosition();
    readers[0]?.update();
    tested.dataset.states = String(run.frames?.size ?? 0);
  }

  async function film(): Promise<void> {
    try {
      player.jump(0);
      recording = await record(surface);
      player.play(1);
    } catch (error) {
      recording = null;
      context.notify(format(words.recordFailed, { reason: String(error) }), "trouble");
    }
    drawAround();
  }

  async function finish(): Promise<void> {
    const taken = recording;
    recording = null;
    player.pause();
    drawAround();
    if (taken === null) return;
    try {
      const name = fileName(["sampling", store.state.dataset], "webm");
      download({ name, type: "video/webm", data: await taken.stop() });
      context.notify(format(words.saved, { name }), "plain");
    } catch (error) {
      context.notify(format(words.recordFailed, { reason: String(error) }), "trouble");
    }
  }

  const acts = {
    train: () => store.patch({ stage: "train" }, { undoable: false }),
    newest() {
      network = training.network;
      run.update();
      update();
    },
    record: () => void (recording === null ? film() : finish()),
    csv() {
      const file = particlesFile(run, player.position, store.state.dataset);
      download(file);
      context.notify(format(words.saved, { name: file.name }), "plain");
    },
    quality() {
      const request = curveRequest();
      if (request !== null) curve.start(request);
    },
  };

  function drawAround(): void {
    const { state } = store;
    const newer = training.network !== null && training.network.bytes !== network?.bytes ? training.network : null;
    const around = { ...{ state, run, network, newer }, recording: recording !== null, canRecord: canRecord() };
    render(bar(around, acts), barSlot);
    const request = curveRequest();
    speak(around, curve, curve.fits(request));
    render(qualityBar(curve, curve.fits(request), request !== null, acts), qualitySlot);
    chartsSlot.hidden = curveOnShow().fresh === null;
    render(html`${paragraphs([words.standsStill])}`, notesSlot);
    player.requestUpdate();
  }

  function setPosition(): void {
    const { frames } = scene;
    tested.dataset.position = String(player.position);
    tested.dataset.playing = String(player.playing);
    tested.dataset.t = frames === null ? "" : String(run.t(player.position));
    tested.dataset.firsts = (run.request?.runs ?? [])
      .map((_, k) => Array.from(frames?.at(k, player.position)?.subarray(0, 4) ?? []).join(","))
      .join(" ");
  }

  /** For tests: numbers as they were computed. */
  function setAttributes(): void {
    const { frames, request, quality } = run;
    const starts = (request?.runs ?? []).map((_, k) => frames?.at(k, 0) ?? null);
    const same = starts.every((start) => start?.every((value, i) => value === starts[0]?.[i]) === true);
    Object.assign(tested.dataset, {
      phase: run.phase,
      runs: (request?.runs ?? []).map(({ name }) => name).join(" "),
      count: String(frames?.count ?? 0),
      states: String(frames?.size ?? 0),
      sameStart: String(starts.length > 0 && same),
      energies: (quality?.runs ?? []).map(({ energyOfAll }) => energyOfAll).join(" "),
      freshEnergy: String(quality?.fresh.energyOfAll ?? ""),
      network: String(network !== null),
      curve: curve.points.map(({ source, steps, energyOfAll }) => `${source}:${steps}:${energyOfAll}`).join(" "),
      curvePhase: curve.phase,
    });
    setPosition();
  }
  const ATTRIBUTES = ["phase", "runs", "count", "states", "sameStart", "energies", "freshEnergy", "network", "curve", "curvePhase", "position", "playing", "t", "firsts", "drawMs"]; // biome-ignore format: a list

  function update(): void {
    refresh();
    surface.describe(
      format(words.describe, {
        runs: scene.panels.map(({ title }) => title).join(words.list),
        ...{ t: scene.frames === null ? store.state.T : run.t(player.position), T: store.state.T },
      }),
    );
    charts.describe(chartsSentence(curveOnShow(), formatNumber));
    surface.invalidate();
    charts.invalidate();
    drawAround();
    setAttributes();
    for (const reader of readers) reader.update();
    chartsNumbers.hidden = chartsSlot.hidden;
    settled(run.current && run.phase !== "running");
  }
  const unsubscribe = [
    store.subscribe(update),
    // While it trains, only the offer to take its newest network changes.
    training.subscribe(drawAround),
    curve.subscribe(update),
  ];
  update();

  return {
    controls,
    picture: () => (scene.frames === null ? null : surface),
    files: () => filesOf(run, curve, () => player.position, store.state.dataset),
    dispose() {
      for (const each of unsubscribe) each();
      run.dispose();
      client.cancel();
      for (const reader of readers) reader.dispose();
      surface.dispose();
      charts.dispose();
      for (const name of ATTRIBUTES) delete tested.dataset[name];
      root.remove();
      below.remove();
    },
  };
};
