// The page's half of the stage: the tape, the player over its equations, the equation, the dial, the matrices, the table.
import { html, nothing, render } from "lit";
import "./cell.css";
import { announce } from "../../../../host/announce.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { type ClaimDetails, wordsOfMistake } from "../../../../host/proof.ts";
import { requestedMistake } from "../../../../kit/claims/mistakes.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { segments } from "../../../../kit/stages/stage-elements.ts";
import { offerTestReadings } from "../../../../kit/test-readings.ts";
import { cell as words } from "../../messages/cell.en.ts";
import type { CifgStage } from "../../stage.ts";
import type { CifgState } from "../../state.ts";
import type { Below } from "./below/mount.ts";
import { controls } from "./controls.ts";
import { mountDial } from "./dial.ts";
import { equationCard, equationSentence } from "./equation-card.ts";
import { equationPlayer } from "./equation-player.ts";
import { ALL, EQUATIONS } from "./fields.ts";
import { filesOf } from "./files.ts";
import type { Block } from "./layout.ts";
import { type MatrixName, mountMatrices } from "./matrices.ts";
import { type Computed, isComputed } from "./quantities.ts";
import { type CellFrame, type CellRequest, cellRequest } from "./request.ts";
import { type Scene, sceneOf, wrongDeltas } from "./scene.ts";
import { positionOf } from "./scrubber.ts";
import { mountTable } from "./table.ts";
import { mountTape } from "./tape.ts";
import { readingsForTests } from "./test-readings.ts";
import { whenNear } from "./when-near.ts";

/** From one to the next of what follows the tape while a number is dragged: digits that change faster are not read. */
const FOLLOW_MS = 100;
/** A player that goes on faster than this is not commented. */
const VOICE_MS = 600;

function sentenceOf(scene: Scene): string {
  const { problem, pass, at, back, wrong } = scene;
  const { T, dh, dx } = problem;
  const main = format(words.describe, {
    ...{ T, dh, dx, at, count: T * EQUATIONS, pass: words.pass[pass] },
    ...{ equation: equationSentence(scene), loss: formatNumber(back.loss, 4) },
  });
  return wrong === null ? main : main + format(words.describeWrong, { count: wrongDeltas(scene), claim: wrong.claim });
}

/** Where a given number of the tape is edited. */
function editedAt({ id, t }: Block, unit: number): { name: MatrixName; row: number; column: number } | null {
  if (id === "x" || id === "g") return { name: id, row: unit, column: t - 1 };
  if (t > 0) return null;
  return { name: id === "c" ? "c0" : "h0", row: unit, column: 0 };
}

export const mount: CifgStage = (slots, context) => {
  const { store, client, notify, settled } = context;
  const root = document.createElement("div");
  root.className = "stage-frame cell-frame";
  root.innerHTML = `<div class="stage-choices"></div><div class="cell-picture"></div>`;
  slots.plot.append(root);
  const [choices, picture] = [...root.children] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  below.className = "cell-below";
  below.innerHTML = `<div class="cell-player"></div><div class="cell-work"><div class="cell-cards"><section class="cell-equation"></section></div></div>`;
  slots.below.append(below);
  const [playerRoot, work] = [...below.children] as [HTMLElement, HTMLElement];
  const cards = work.firstElementChild as HTMLElement;
  const equationRoot = cards.firstElementChild as HTMLElement;
  equationRoot.setAttribute("aria-label", words.equation.label);

  let scene: Scene | null = null;
  let disposed = false;
  const player = equationPlayer(store);
  const tape = mountTape(picture, press);
  const dial = mountDial(cards, store, (now) => carry(now ? "dial" : null));
  const matrices = mountMatrices(work, store, notify, (now) => carry(now ? "number" : null));
  const table = mountTable(below);
  const light = (of: Computed, t: number, unit = store.state.unit) => {
    const { pass, T } = store.state;
    store.patch({ unit, at: positionOf({ pass, t, of }, T) });
  };
  const reader = readLate(tape.box, below, async () => {
    const { spokenOfTape } = await import("./spoken.ts");
    return spokenOfTape({
      scene: () => scene,
      layout: () => tape.layout,
      place: (t, x, y) => tape.place(t, x, y),
      press: light,
      table: () => table.element,
    });
  });

  const solved = keepSolved<CifgState, CellRequest, CellFrame>(store, client, {
    request: cellRequest,
    changed: () => update(),
  });

  /** Heat maps, ledger and horizon: far below the first picture, they load after it. */
  const place = document.createElement("div");
  below.append(place);
  let ledger: Below | null = null;
  let forgetNear: (() => void) | null = null;
  async function loadBelow(): Promise<void> {
    const { mountBelow } = await import("./below/mount.ts");
    if (disposed) return;
    ledger = mountBelow(place, context, {
      tape: () => solved.answer?.frame.tape ?? null,
      broken: () => solved.answer?.frame.broken ?? null,
      highlight: (path) => tape.highlight(path),
      reveal: ({ t }) => tape.reveal(t),
    });
    ledger.carry(carried !== null);
  }

  /** The words of the mistakes: they are loaded with the first broken claim. */
  let details: ClaimDetails | null = null;
  let asked = false;
  function mistakeName(claim: string, broken: boolean | string): string {
    if (details !== null) return wordsOfMistake(details, claim, requestedMistake(broken))?.name ?? "";
    if (!asked) {
      asked = true;
      void import("../../claim-details.ts").then(({ claimDetails }) => {
        details = claimDetails;
        update();
      });
    }
    return "";
  }

  /** While a number is dragged the tape comes first; all else follows a few times a second, and the last of it when it is let go. */
  let carried: "dial" | "number" | null = null;
  let late = 0;
  function carry(what: typeof carried): void {
    carried = what;
    if (what === null) rest();
    ledger?.carry(what !== null);
  }

  /** A number that is computed lights its equation; one that is given is edited. */
  function press(block: Block, unit: number): void {
    const given = editedAt(block, unit);
    if (given !== null) {
      matrices.focus(given.name, given.row, given.column);
      return;
    }
    if (isComputed(block.id)) light(block.id, block.t, unit);
  }

  let chosen = "";
  function drawChoices(): void {
    const { state } = store;
    const key = `${state.pass} ${state.dh} ${state.unit}`;
    if (key === chosen) return;
    chosen = key;
    const units = Array.from({ length: state.dh }, (_, k) => [String(k), String(k + 1)] as const);
    const { label, forward, backward } = words.pass;
    const unit = String(Math.min(state.unit, state.dh - 1));
    render(
      html`${segments("pass", label, state.pass, { forward, backward }, (pass) => store.patch({ pass, at: ALL }))}
        ${
          state.dh === 1
            ? nothing
            : html`<div class="cell-units"><span>${words.unit.label}</span>
              ${segments("unit", words.unit.label, unit, Object.fromEntries(units), (value) => store.patch({ unit: Number(value) }))}</div>`
        }
        <p class="cell-hint">${words.hint}</p>`,
      choices,
    );
  }

  let played = "";
  function drawPlayer(): void {
    const { pass, T, at } = store.state;
    const key = `${pass} ${T} ${at}`;
    if (key === played) return;
    played = key;
    render(player(), playerRoot);
  }

  /** What the picture and the numbers were last made from. */
  let drawn: readonly unknown[] = [];
  function update(): void {
    // The store still notifies the listeners that were there when the change came that opens another stage.
    if (disposed) return;
    const { state } = store;
    const { answer } = solved;
    matrices.update(carried === null);
    drawChoices();
    drawPlayer();
    // A drag changes the state first: what shows the answer waits for it.
    const made = [answer, details, state.pass, state.at, state.unit, state.claim];
    if (made.some((value, k) => value !== drawn[k])) {
      drawn = made;
      show();
    }
    ledger?.update();
    settled(solved.current);
  }

  /** Another equation is lit: said when the player rests there for a moment. What a drag changes is not. */
  let said = "";
  let saying = 0;
  function say({ lit, unit }: Scene): void {
    const place = lit === null ? "" : `${lit.pass} ${lit.of} ${lit.t} ${unit}`;
    if (place === said) return;
    const first = said === "";
    said = place;
    clearTimeout(saying);
    if (first) return;
    saying = window.setTimeout(() => {
      if (scene !== null) announce("equation", equationSentence(scene));
    }, VOICE_MS);
  }

  function show(): void {
    const { state } = store;
    const { answer } = solved;
    scene = answer === null ? null : sceneOf(state, answer, mistakeName);
    if (scene === null) return;
    tape.update(scene, state.claim);
    // What has just been computed need not wait for the next frame to begin.
    tape.flush();
    if (carried === "dial") dial.update(scene);
    if (carried === null) rest();
    else if (late === 0) late = window.setTimeout(rest, FOLLOW_MS);
  }

  /** What shows the answer besides the tape. */
  function rest(): void {
    clearTimeout(late);
    late = 0;
    matrices.update(true);
    if (scene === null) return;
    tape.surface.describe(sentenceOf(scene));
    render(equationCard(scene), equationRoot);
    say(scene);
    if (carried !== "dial") dial.update(scene);
    table.update(scene);
    reader.update();
    forgetNear ??= whenNear(place, () => void loadBelow());
  }
  const unsubscribe = store.subscribe(update);
  const forget = offerTestReadings(picture, () => readingsForTests(scene, tape.layout));
  update();

  return {
    controls,
    picture: () => (scene === null ? null : tape.surface),
    files: () => filesOf(scene, store.state.preset),
    dispose() {
      disposed = true;
      clearTimeout(saying);
      clearTimeout(late);
      unsubscribe();
      forget();
      reader.dispose();
      solved.dispose();
      tape.dispose();
      dial.dispose();
      matrices.dispose();
      forgetNear?.();
      ledger?.dispose();
      table.dispose();
      root.remove();
      below.remove();
    },
  };
};
