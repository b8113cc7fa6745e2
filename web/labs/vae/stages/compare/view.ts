// The page's half of the stage: three grids, the picked image beside its nearest, the table of figures.
import { html, nothing, render } from "lit";
import "./compare.css";
import { digitsImages, halves } from "../../../../data/digits-images.ts";
import { announce } from "../../../../host/announce.ts";
import { format } from "../../../../host/messages/format.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs } from "../../../../kit/stages/stage-elements.ts";
import { listed, offerTestReadings } from "../../../../kit/test-readings.ts";
import { Surface } from "../../../../plot/surface.ts";
import { keepingFocus } from "../../held-focus.ts";
import { compare as words } from "../../messages/compare.en.ts";
import type { VaeStage } from "../../stage.ts";
import { denoisersOf } from "../digits/denoisers.ts";
import { controls } from "./controls.ts";
import { detailOf, detailText, drawPair, sentences } from "./detail.ts";
import { drawPanels, type Shown } from "./draw.ts";
import { DRAWN_SETS, type DrawnSet } from "./fields.ts";
import { filesOf } from "./files.ts";
import { networkLine } from "./network-line.ts";
import { CLASSES, compareRequest, type Half, inTurn, SETS } from "./request.ts";
import { createRun } from "./run.ts";
import { clamped, layPanels, type Panel, type Pick, pickAt, pickByKey } from "./scene.ts";
import { figuresTable } from "./table.ts";

/** Unpacked once; requests are compared by the identity of arrays. */
let unpacked: { readonly training: Half; readonly heldOut: Half; readonly turns: number } | null = null;
function images() {
  if (unpacked === null) {
    const { training, heldOut } = halves(digitsImages());
    const turned = inTurn(heldOut);
    // Images that stand in columns of one digit each.
    const turns = turned.labels.findIndex((label, k) => label !== k % CLASSES);
    unpacked = { training, heldOut: turned, turns: turns < 0 ? turned.labels.length : turns };
  }
  return unpacked;
}

export const mount: VaeStage = (slots, context) => {
  const { store, namedClient, keep, settled } = context;
  const { training, heldOut, turns } = images();
  const denoisers = denoisersOf(context);
  const run = keep("compare", () =>
    createRun(store, namedClient("compare"), (state, trained) => {
      // Real digits and the VAE do not wait for a network that cannot be had.
      if (denoisers.used === null && !denoisers.failed) return null;
      return compareRequest(state, { training, heldOut }, denoiser(), trained);
    }),
  );
  function denoiser() {
    const { used } = denoisers;
    return used === null ? null : { network: used.network, schedule: used.schedule };
  }

  const root = document.createElement("div");
  root.className = "stage-frame compare-frame";
  root.innerHTML = `<div class="compare-status"></div><div class="stage-canvas"></div><div class="compare-detail" role="group"><div class="compare-pair"></div><div class="compare-text"></div></div>`;
  slots.plot.append(root);
  const [status, canvas, detailBox] = [...root.children] as [HTMLElement, HTMLElement, HTMLElement];
  const [pairBox, textBox] = [...detailBox.children] as [HTMLElement, HTMLElement];
  detailBox.setAttribute("aria-label", words.detail.label);
  const below = document.createElement("div");
  slots.below.append(below);
  const tested = slots.plot.closest<HTMLElement>(".picture-view") ?? root;

  const pick = (): Pick => {
    const { compareSet: set, comparePicked: index, compareCount } = store.state;
    return clamped({ set, index }, run.set(set)?.asked.length ?? compareCount);
  };
  const detail = () => detailOf(run.set(pick().set), pick(), training);
  const panels = (size = surface.size): Panel[] => layPanels(size, Math.min(store.state.compareCount, turns));

  function missing(id: DrawnSet): string {
    if (run.phase === "refused") return words.missing.refused;
    if (id === "diffusion" && denoisers.failed) return words.missing.noNetwork;
    if (id === "diffusion" && denoisers.used === null) return words.missing.loading;
    if (id === "diffusion" && run.doing?.what === "diffusion") return words.missing.diffusion;
    if (id === "vae" && run.doing?.what === "training") return words.missing.training;
    return words.missing.waiting;
  }
  const shown = (laid: readonly Panel[]): Shown => ({
    ...{ panels: laid, set: run.set, stale: run.stale, missing, pick: pick() },
  });

  const surface = new Surface(
    canvas,
    { all: (pen, size, theme) => drawPanels(pen, size, theme, shown(panels(size))) },
    { label: "", role: "application" },
  );
  canvas.tabIndex = 0;
  const pair = new Surface(
    pairBox,
    { all: (pen, size, theme) => drawPair(pen, size, theme, detail()) },
    { label: words.detail.pair },
  );

  const reader = readLate(canvas, slots.below, async () => {
    const { spokenOf } = await import("./spoken.ts");
    return spokenOf(panels, run.set, () => below.querySelector<HTMLElement>(".compare-table"));
  });

  /** Looking at another image is no edit. */
  const choose = (next: { set: DrawnSet; index: number } | null) => {
    if (next === null) return;
    store.patch({ compareSet: next.set, comparePicked: next.index }, { undoable: false });
    const found = detail();
    announce("image", found === null ? words.detail.none : sentences(found).join(words.join.sentences));
  };
  canvas.addEventListener("click", (event) => {
    const { x, y } = surface.position(event);
    choose(pickAt(panels(), x, y));
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = pickByKey(panels(), pick(), event.key);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  });

  /** What is being computed is said once, not at each share of it; that all is, too, where there was anything to compute. */
  let said = run.phase === "done" ? "done" : "";
  function sayDoing(): void {
    const { phase, doing, message } = run;
    const now = phase === "running" ? (doing?.what ?? "") : phase;
    if (now === said || now === "") return;
    said = now;
    if (phase === "refused") announce("comparison", format(words.doing.refused, { message }));
    else announce("comparison", words.said[phase === "running" ? (doing?.what ?? "judge") : phase]);
  }

  function statusLine() {
    const { doing, phase, message } = run;
    const failed = denoisers.failed ? html`<span>${words.doing.noNetwork}</span>` : nothing;
    const by = networkLine(denoisers.used);
    const network = by === "" ? nothing : html`<span data-run="network">${by}</span>`;
    if (phase === "refused" || phase === "stopped") {
      const text = phase === "refused" ? format(words.doing.refused, { message }) : words.doing.stopped;
      return html`<span>${text}</span>
        <button type="button" class="button primary" data-run="again" @click=${() => run.again()}>${words.again}</button>`;
    }
    if (phase === "done") return html`<span>${words.doing.done}</span>${network}${failed}`;
    if (doing === null) return html`<span>${words.doing.loading}</span>`;
    const percent = Math.round(100 * doing.share);
    const bar = html`<progress max="1" .value=${doing.share} aria-label=${words.doing.loading}></progress>`;
    return html`${doing.what === "judge" ? nothing : bar}
      <span>${format(words.doing[doing.what], { percent })}</span>
      <button type="button" class="button" data-run="stop" @click=${() => run.stop()}>${words.stop}</button>${network}${failed}`;
  }

  function drawAround(): void {
    sayDoing();
    keepingFocus(status, () => render(statusLine(), status));
    render(detailText(detail()), textBox);
    render(html`${figuresTable(run.set, run.stale)} ${paragraphs(words.notes)}`, below);
  }

  function sentence(): string {
    const laid = panels();
    const sets = DRAWN_SETS.map((name, k) =>
      format(words.describeSet, {
        ...{ name: words.sets[name], count: run.set(name) === null ? 0 : (laid[k]?.grid.count ?? 0) },
      }),
    );
    const found = detail();
    const picked = found === null ? "" : sentences(found).join(words.join.sentences);
    return format(words.describe, { sets: sets.join(words.join.sets), picked });
  }

  let disposed = false;
  function update(): void {
    // The change that leads to another stage comes here, too.
    if (disposed) return;
    tested.dataset.phase = run.phase;
    surface.describe(sentence());
    surface.invalidate();
    pair.invalidate();
    drawAround();
    reader.update();
    settled(run.current);
  }

  const withdraw = offerTestReadings(tested, () => {
    const found = detail();
    const numbers = SETS.flatMap((id) => {
      const set = run.set(id);
      if (set === null) return [];
      const { figures, asked } = set;
      const { accuracy, effectiveClasses, confidence, medianDistance, nearCopies } = figures;
      return [[id, [asked.length, accuracy ?? Number.NaN, effectiveClasses, confidence, medianDistance, nearCopies]]];
    });
    return {
      ...Object.fromEntries(numbers),
      picked: `${pick().set} ${pick().index}`,
      distance: found?.distance ?? Number.NaN,
      image: listed(found?.image),
      nearest: listed(found?.nearest),
      places: panels().flatMap(({ grid }) => [grid.left, grid.top, grid.cell, grid.columns]),
    };
  });
  const unsubscribe = [
    store.subscribe(update),
    run.subscribe(update),
    denoisers.subscribe(() => {
      run.update();
      update();
    }),
  ];
  update();

  return {
    controls,
    picture: () => (DRAWN_SETS.some((id) => run.set(id) !== null) ? surface : null),
    files: () => filesOf(run.set),
    dispose() {
      disposed = true;
      for (const each of unsubscribe) each();
      withdraw();
      reader.dispose();
      surface.dispose();
      pair.dispose();
      delete tested.dataset.phase;
      root.remove();
      below.remove();
    },
  };
};
