// "Predict first" on the page: a control that asks keeps its change to itself until what is expected has been said, or the question skipped.
// The form stands under the header, where a tour does; the picture takes presses for it. While a tour or a task runs, nothing is asked.
import { render } from "lit";
import "./predict.css";
import type { ValueDetail } from "../control-value.ts";
import { formatNumber } from "../format-number.ts";
import type { LabModel, Store } from "../lab.ts";
import { format } from "../messages/format.ts";
import { en as words } from "../messages/predict.en.ts";
import type { Notify } from "../notify.ts";
import { lockOf } from "../restraints.ts";
import { shortOf } from "../slider.ts";
import { putUnder, type Under } from "../under-header.ts";
import { turn } from "./address.ts";
import type { Answers } from "./answers.ts";
import { ghost } from "./ghost.ts";
import type { Expected } from "./judge.ts";
import { type Mark, placeAt, pointAt, showMark } from "./mark.ts";
import { type Held, Predicting } from "./predicting.ts";
import type { Known, QuestionWords } from "./prediction.ts";
import { predictionsOf } from "./table.ts";
import { changeText, type FormState, predictView, shownText } from "./view.ts";

export interface PanelHost {
  readonly main: HTMLElement;
  readonly model: LabModel<object>;
  readonly store: Store<object>;
  readonly answers: Pick<Answers, "all">;
  readonly notify: Notify;
}

export interface Panel {
  /** There is a new answer. */
  changed(): void;
  close(): void;
}

/** A number control; what it shows is not what the state has, while its change waits. */
type Control = HTMLElement & { value: number | null };

/** A press that moves further is none, px. */
const SLIP = 8;

/** @param wanted whether the lab is still there  @returns null where nothing is asked in it */
export async function openPanel(host: PanelHost, wanted: () => boolean): Promise<Panel | null> {
  const { main, model, store, answers, notify } = host;
  const found = await predictionsOf(model.id);
  if (!wanted()) return null;
  if (found === null) {
    notify(words.none, "plain");
    return null;
  }
  const predicting = new Predicting(found.table);
  let under: Under | null = null;
  /** Where the change that waits was made, what its gesture is, and what it is called there. */
  let control: Control | null = null;
  let gesture = "";
  let name = "";
  let old = "";
  /** The gesture whose changes go through: its question has been answered. */
  let through = "";
  let passing = false;
  let frame = 0;

  const known = (): Known => ({ state: store.state, answers: answers.all });
  const ends = new AbortController();
  const { signal } = ends;

  const labelOf = (field: string) =>
    main
      .querySelector(`.lab-controls [data-field="${field}"] .control-label`)
      ?.textContent?.replace(/\s+/g, " ")
      .trim() ?? "";
  const questionNow = () => (predicting.phase.is === "rest" ? null : predicting.phase.question);

  function saidOf(): QuestionWords {
    const question = questionNow();
    const said = question && found?.words[question.id];
    if (!question || !said) return { ask: "", name: "" };
    const at = question.kind === "place" && question.at ? formatNumber(question.at(store.state)) : "";
    return { ask: format(said.ask, { at }), name: format(said.name, { at }) };
  }

  function formState(): FormState {
    const { phase } = predicting;
    const before = phase.is === "asking" ? phase.question.read(known()) : null;
    const next = phase.is === "rest" ? "" : shortOf(Number(phase.held.value));
    return {
      predicting,
      state: store.state,
      said: saidOf(),
      control: { name, old, next },
      before: typeof before === "number" ? before : null,
      ready: predicting.ready(known()),
      controls: predicting.fields.map(labelOf).filter(Boolean).join(" · "),
      plot: ghost.plot !== null,
    };
  }

  function markNow(): Mark | null {
    const { phase } = predicting;
    if (phase.is === "rest") return null;
    const expected: Expected | null =
      phase.is !== "shown"
        ? phase.expected
        : phase.outcome.kind === "set"
          ? { kind: "set", points: phase.outcome.expected }
          : phase.outcome.kind === "place"
            ? { kind: "place", value: phase.outcome.expected }
            : null;
    if (expected?.kind === "set") return { kind: "set", points: expected.points };
    const { question } = phase;
    if (expected?.kind !== "place" || question.kind !== "place" || !question.at) return null;
    return { kind: "place", x: question.at(store.state), y: expected.value };
  }

  function draw(): void {
    frame = 0;
    const { phase } = predicting;
    main.toggleAttribute("data-predicts", phase.is === "asking" && phase.question.kind !== "direction");
    showMark(markNow());
    if (under === null) return;
    const { bar, body } = under;
    const held = bar.contains(document.activeElement);
    bar.dataset.shows = phase.is;
    render(predictView(formState(), actions), body);
    // What had the focus may be gone: it does not fall to the top of the page.
    if (held && !bar.contains(document.activeElement)) bar.focus({ preventScroll: true });
  }
  /** Once for all that changes together. */
  function soon(): void {
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(draw);
  }

  function look(): void {
    const before = predicting.phase;
    const judged = predicting.look(known());
    const { phase } = predicting;
    if (judged && phase.is === "shown") under?.say(shownText(phase, saidOf()));
    if (before.is === "asking" && phase.is === "rest") restore();
    soon();
  }

  /** The control shows what the state has. */
  function restore(): void {
    if (control === null) return;
    const { field } = control.closest<HTMLElement>("[data-field]")?.dataset ?? {};
    if (field !== undefined) control.value = store.state[field as keyof object];
    control = null;
  }

  function pass(held: Held | null): void {
    if (held === null) return;
    through = gesture;
    passing = true;
    const target = control;
    control = null;
    try {
      const detail: ValueDetail = { value: Number(held.value), gesture };
      if (target?.isConnected) target.dispatchEvent(new CustomEvent("pg-value", { detail }));
      else store.patch({ [held.field]: held.value } as object, { gesture });
    } finally {
      passing = false;
    }
    // A lock refuses it: then the control goes back, too.
    control = target;
    if (store.state[held.field as keyof object] !== held.value) restore();
    look();
  }

  const toControl = () => {
    const held = predicting.phase.is === "rest" ? null : predicting.phase.held.field;
    const own = held === null ? null : main.querySelector<HTMLElement>(`.lab-controls [data-field="${held}"] input`);
    return () => own?.focus({ preventScroll: true });
  };
  const actions = {
    expect(expected: Expected | null) {
      predicting.expect(expected);
      soon();
    },
    show: () => pass(predicting.show(known())),
    skip() {
      const back = toControl();
      pass(predicting.skip());
      back();
    },
    cancel() {
      const back = toControl();
      predicting.drop();
      restore();
      soon();
      back();
    },
    back() {
      store.undo();
      predicting.drop();
      soon();
    },
    close() {
      const back = toControl();
      predicting.drop();
      soon();
      back();
    },
    off: () => turn(model.id, false),
  };

  function giveWay(): boolean {
    predicting.drop();
    restore();
    under?.dispose();
    under = null;
    soon();
    return true;
  }

  /** A change of a control is about to be made: before the control's own listener hears of it. */
  function hear(event: Event): void {
    const target = event.target as Control;
    const field = target.closest<HTMLElement>(".lab-controls [data-field]")?.dataset.field;
    if (passing || field === undefined || target.localName !== "pg-number") return;
    // A tour, or a task that runs, is not disturbed.
    if (under === null && document.querySelector(".under:not([data-shows=list])") !== null) return;
    const { value, gesture: own } = (event as CustomEvent<ValueDetail>).detail;
    if (typeof value !== "number" || own === through || lockOf(field, "controls") !== null) return;
    const { phase } = predicting;
    // Another control: the change that waits goes first.
    if (phase.is === "asking" && phase.held.field !== field) pass(predicting.skip());
    const begins = predicting.phase.is !== "asking";
    if (!predicting.hold({ field, value }, known())) return;
    under ??= putUnder(main, "predict", words.label, giveWay);
    if (under === null) {
      predicting.drop();
      return;
    }
    event.stopPropagation();
    [control, gesture, name] = [target, own, labelOf(field)];
    old = shortOf(Number(store.state[field as keyof object]));
    target.value = value;
    if (predicting.phase.is === "asking" && begins) draw();
    else soon();
    under.say(`${saidOf().ask} ${changeText(formState())} ${words.toForm}`);
  }

  let press: { readonly x: number; readonly y: number } | null = null;
  /** The plot on which presses are for the form now. */
  function pressed(event: PointerEvent): HTMLElement | null {
    const { phase } = predicting;
    if (phase.is !== "asking" || ghost.plot === null || !event.isPrimary || event.button > 0) return null;
    const { question } = phase;
    if (question.kind === "direction" || (question.kind === "place" && !question.at)) return null;
    return event.target instanceof Element ? event.target.closest<HTMLElement>(".picture-canvas, [data-ghost]") : null;
  }
  function down(event: PointerEvent): void {
    press = null;
    if (pressed(event) === null) return;
    event.stopPropagation();
    press = { x: event.clientX, y: event.clientY };
  }
  function up(event: PointerEvent): void {
    const canvas = pressed(event);
    const begun = press;
    press = null;
    if (canvas === null || begun === null) return;
    event.stopPropagation();
    if (Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > SLIP) return;
    const box = canvas.getBoundingClientRect();
    const at = { x: event.clientX - box.left - canvas.clientLeft, y: event.clientY - box.top - canvas.clientTop };
    const { phase } = predicting;
    if (phase.is !== "asking") return;
    if (phase.question.kind === "place") {
      const value = placeAt(at);
      if (value !== null) actions.expect({ kind: "place", value: Number(value.toPrecision(4)) });
    } else if (phase.expected?.kind === "set") {
      const i = pointAt(at);
      if (i >= 0) actions.expect({ kind: "set", points: phase.expected.points.map((on, k) => (k === i ? !on : on)) });
    }
  }

  function key(event: KeyboardEvent): void {
    const { phase } = predicting;
    if (event.key !== "Enter" || phase.is !== "asking" || under === null) return;
    if (!(event.target as Element).closest(`.lab-controls [data-field="${phase.held.field}"]`)) return;
    // It would press what gets the focus.
    event.preventDefault();
    draw();
    under.body.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  }

  main.addEventListener("pg-value", hear, { capture: true, signal });
  main.addEventListener("pointerdown", down, { capture: true, signal });
  main.addEventListener("pointerup", up, { capture: true, signal });
  main.addEventListener("keydown", key, { signal });
  const unsubscribe = store.subscribe(look);

  // It says that it is on: there, or in a sentence where something else, such as the list of tasks, stands there.
  if (document.querySelector(".under") === null) under = putUnder(main, "predict", words.label, giveWay);
  else notify(words.begun, "plain");
  soon();

  return {
    changed: look,
    close() {
      ends.abort();
      unsubscribe();
      cancelAnimationFrame(frame);
      showMark(null);
      main.removeAttribute("data-predicts");
      under?.dispose();
      under = null;
    },
  };
}
