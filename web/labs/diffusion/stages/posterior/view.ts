// The page's half of the stage: the plot with its handles, the player over t, the numbers.
import { html, render } from "lit";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { type Handle, mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, readingList, segments, toggle } from "../../../../kit/stages/stage-elements.ts";
import type { Frame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { chainPlayer } from "../../chain-player.ts";
import { stepOf } from "../../fields.ts";
import { posterior as words } from "../../messages/posterior.en.ts";
import type { DiffusionStage } from "../../stage.ts";
import type { DiffusionState } from "../../state.ts";
import { controlsOf } from "./controls.ts";
import { drawLine, LANE, type Layout, layLine } from "./draw-line.ts";
import { drawPlane, layPlane } from "./draw-plane.ts";
import { type PosteriorFrame, type PosteriorRequest, placesOf, posteriorRequest } from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { type View, wholeView } from "./window.ts";
import { notesOf, placeText, readingsOf, sentenceOf } from "./words.ts";

export const mount: DiffusionStage = (slots, { store, client, settled }) => {
  const root = document.createElement("div");
  root.className = "stage-frame";
  root.innerHTML = `<div class="stage-choices"></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const [choices, canvas] = [...root.children] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  slots.below.append(below);
  const readings = slots.plot.closest<HTMLElement>(".picture-view") ?? root;
  const player = chainPlayer(store);

  /** The view when a handle was taken. */
  let frozen: View | null = null;
  let scene: Scene;
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;

  const solved = keepSolved<DiffusionState, PosteriorRequest, PosteriorFrame>(store, client, {
    request: (state) => posteriorRequest(state, frozen?.length === Number(state.dims) ? frozen : null),
    changed: () => update(),
  });

  function refresh(): void {
    const { state } = store;
    const { answer } = solved;
    const whole = wholeView(placesOf(state));
    // The close-up is found from the answer; until there is one for this dimension, everything is shown.
    const close = answer !== null && answer.frame.view.length === whole.length ? answer.frame.view : whole;
    scene = sceneOf(state, answer, frozen?.length === whole.length ? frozen : state.closeUp ? close : whole);
  }

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const same = laid?.scene === scene && laid.theme === theme;
    if (laid === null || !same || laid.size.width !== size.width || laid.size.height !== size.height)
      laid = { scene, size, theme, layout: (scene.d === 1 ? layLine : layPlane)(pen, size, theme, scene) };
    return laid.layout;
  }
  const frame = (): Frame | null =>
    surface.width === 0 ? null : layout(surface.ruler, surface.size, surface.theme).frame;

  refresh();
  const surface = new Surface(
    canvas,
    {
      all: (pen, size, theme) => {
        const at = layout(pen, size, theme);
        (scene.d === 1 ? drawLine : drawPlane)(pen, theme, scene, at);
        if (scene.frame === null) drawPrompt(pen, theme, at.frame, [words.loading]);
      },
    },
    { label: words.describeEmpty, role: "group", oncommit: () => handles.place() },
  );

  function handlesOf(): readonly Handle[] {
    const { x0, xt, guess, d } = scene;
    const level = d === 1;
    const text = (place: readonly number[]) => format(words.handles.place, { place: placeText(place) });
    const at = (place: readonly number[]) => ({ x: place[0] as number, y: place[1] ?? 0, level, text: text(place) });
    const own = [
      { id: "x0", label: words.handles.x0, ...at(x0), lock: lockOf("x0x", "x0y") },
      { id: "xt", label: words.handles.xt, ...at(xt), lock: lockOf("xtx", "xty") },
    ];
    if (guess === null) return own;
    const tip = guess.map((value, c) => value + (xt[c] as number));
    const lane = level ? { y: LANE.guess } : {};
    return [
      ...own,
      {
        id: "guess",
        label: words.handles.guess,
        ...at(tip),
        ...lane,
        text: text(guess),
        lock: lockOf("guessX", "guessY"),
      },
    ];
  }

  function moved(id: string, x: number, y: number): Partial<DiffusionState> {
    const flat = scene.d === 1;
    if (id === "x0") return flat ? { x0x: x } : { x0x: x, x0y: y };
    if (id === "xt") return flat ? { xtx: x } : { xtx: x, xty: y };
    // The tip is dragged; the state holds the arrow.
    const [fromX = 0, fromY = 0] = scene.xt;
    const rounded = (value: number) => Number(value.toFixed(6));
    return flat ? { guessX: rounded(x - fromX) } : { guessX: rounded(x - fromX), guessY: rounded(y - fromY) };
  }

  const handles = mountHandles(surface, {
    frame,
    handles: handlesOf,
    move: (id, x, y, gesture) => store.patch(moved(id, x, y), { gesture }),
    hold(taken) {
      frozen = taken ? scene.view : null;
      solved.update();
      update();
    },
  });

  const reader = readLate(canvas, slots.below, async () => {
    const { spokenOf } = await import("./spoken.ts");
    return spokenOf(() => scene, frame);
  });

  function drawAround(): void {
    const { state } = store;
    const patch = (change: Partial<DiffusionState>) => store.patch(change);
    render(
      html`${segments("dims", words.dims.label, state.dims, words.dims.options, (dims) => patch({ dims }))}
        ${toggle("guess", words.guess, state.guess, (guess) => patch({ guess }))}
        ${toggle("closeUp", words.closeUp, state.closeUp, (closeUp) => patch({ closeUp }))}`,
      choices,
    );
    render(html`${player()} ${readingList(readingsOf(scene))} ${paragraphs(notesOf(scene))}`, below);
  }

  let written: string[] = [];
  /** What tests read: numbers as they were computed. */
  function writeReadings(): void {
    const answer = scene.frame?.answer;
    const list = (values: ArrayLike<number> | null | undefined) => Array.from(values ?? []).join(" ");
    const data = {
      x0: list(scene.x0),
      xt: list(scene.xt),
      guess: list(scene.guess),
      point: String(scene.point),
      mean: list(answer?.mean),
      variance: String(answer?.variance ?? ""),
      noiseForm: list(answer?.noiseForm),
      posteriorForm: list(answer?.posteriorForm),
      difference: String(answer?.difference ?? ""),
      kl: String(answer?.kl ?? ""),
      weighted: String(answer?.weightedError ?? ""),
      best: list(scene.frame?.best?.eps),
      view: scene.view.flat().join(" "),
    };
    Object.assign(readings.dataset, data);
    written = Object.keys(data);
  }

  function update(): void {
    refresh();
    surface.describe(sentenceOf(scene, stepOf(store.state, 1), store.state.T));
    surface.invalidate();
    drawAround();
    writeReadings();
    reader.update();
    settled(solved.current);
  }
  const unsubscribe = store.subscribe(update);
  update();

  return {
    controls: controlsOf(),
    picture: () => (scene.frame === null ? null : surface),
    dispose() {
      unsubscribe();
      solved.dispose();
      handles.dispose();
      reader.dispose();
      surface.dispose();
      for (const name of written) delete readings.dataset[name];
      root.remove();
      below.remove();
    },
  };
};
