// The bar of a training: what can be done with it, and what it is doing.
import { html, nothing, type TemplateResult } from "lit";
import "./bar.css";
import "../sound/follow.ts";
import { announce } from "../../host/announce.ts";
import { download } from "../../host/export-file.ts";
import { formatCount } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { sound } from "../messages/sound.en.ts";
import { networkFile } from "./files.ts";
import type { TrainingTypes } from "./frames.ts";
import { lossAxis } from "./loss-axis.ts";
import { type Network, type Phase, sameTraining, type Training } from "./training.ts";

type ButtonName = "start" | "anew" | "pause" | "resume" | "step" | "extend" | "reset" | "save" | "load";

/** The lab's words. {steps}, {target}, {message}, {name} are filled in. */
export interface TrainingWords {
  readonly buttons: Readonly<Record<ButtonName, string>> & { readonly use?: string };
  readonly status: Readonly<Record<Phase["kind"], string>>;
  /** Name of the progress bar. */
  readonly progress: string;
  /** There is nothing to train on. */
  readonly nothing: string;
  readonly saved: string;
}

export interface BarOptions<Types extends TrainingTypes> {
  readonly training: Training<Types>;
  readonly words: TrainingWords;
  /** What a start would train now; null while there is nothing to train. */
  request(): Types["request"] | null;
  /** What else is known of the run, in sentences. */
  lines(): readonly string[];
  /** Parts of the name of a network's file. */
  fileName(network: Network<Types>): readonly string[];
  /** Why what is shown is not of the present settings. @param running whether the old run goes on */
  changedNote(running: boolean): string;
  /** On to where the network is used; left out where it is used nowhere else. */
  readonly use?: (() => void) | undefined;
  /** A file was chosen. */
  load(file: File): void;
  notify(text: string, tone: "plain" | "trouble"): void;
}

export interface Bar {
  /** Whether the settings are no longer those of the run. */
  readonly changed: boolean;
  template(): TemplateResult;
}

export function createBar<Types extends TrainingTypes>(options: BarOptions<Types>): Bar {
  const { training, words } = options;

  function begin(paused: boolean): void {
    const request = options.request();
    if (request !== null) training.start(request, paused);
  }

  function step(): void {
    if (training.request === null || training.phase.kind === "refused") begin(true);
    else training.step();
  }

  function extend(): void {
    const request = options.request();
    if (request !== null) training.extend(request.steps);
  }

  async function save(): Promise<void> {
    await training.complete();
    if (training.network === null) return;
    const file = networkFile(training.network, options.fileName(training.network));
    download(file);
    options.notify(format(words.saved, { name: file.name }), "plain");
  }

  function load(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) options.load(file);
    input.value = "";
  }

  function isChanged(): boolean {
    const [now, next] = [training.request, options.request()];
    return now !== null && (next === null || !sameTraining(next, now));
  }

  function status(): string {
    const { phase, steps, request } = training;
    if (request === null && options.request() === null) return words.nothing;
    return format(words.status[phase.kind], {
      steps: formatCount(steps),
      target: formatCount(request?.steps ?? 0),
      message: "message" in phase ? phase.message : "",
    });
  }

  function button(
    name: ButtonName | "use",
    act: () => void,
    primary = false,
    off = false,
    text: string | undefined = words.buttons[name],
  ) {
    // A button that is disabled loses the focus, and who goes by keys their place: the one that has it only says so.
    const held = focused()?.dataset.run === name;
    return html`<button
      type="button" class="button ${primary ? "primary" : ""}" data-run=${name} ?disabled=${off && !held}
      aria-disabled=${off ? "true" : nothing} @click=${off ? nothing : act}
    >${text}</button>`;
  }

  function focused(): HTMLElement | null {
    const element = document.activeElement;
    return element instanceof HTMLElement && element.closest(".run-bar") !== null ? element : null;
  }

  /** Where the button that has the focus goes away, the focus stays in the bar. */
  function keepFocus(): void {
    const held = focused();
    const bar = held?.closest<HTMLElement>(".run-bar");
    if (held && bar) queueMicrotask(() => held.isConnected || bar.focus({ preventScroll: true }));
  }

  /** What the run has come to is said when that changes, not at each of its frames; what it was when the bar came is not. */
  let said: string | null = null;
  function say(): void {
    const { phase, request } = training;
    const now = `${phase.kind} ${request?.steps ?? 0}`;
    if (said !== null && said !== now) announce("training", status());
    said = now;
  }

  /** The loss of the first trainer as sound. */
  function lossSound() {
    const { means = [] } = training.histories[0] ?? {};
    const axis = lossAxis(means);
    const inside = (mean: number) => Math.max(axis.domain[0], Math.min(mean, axis.domain[1]));
    return html`<pg-follow
      .label=${sound.loss} .run=${training.request} .step=${training.steps} .value=${inside(means.at(-1) ?? Number.NaN)}
      .axis=${axis} .arrived=${training.phase.kind === "finished"}
    ></pg-follow>`;
  }

  function template(): TemplateResult {
    keepFocus();
    say();
    const { phase, steps, request } = training;
    const { kind } = phase;
    const next = options.request();
    const changed = isChanged();
    const ready = next !== null;
    const running = kind === "running" || kind === "pausing";
    const fresh = request === null || kind === "refused" || kind === "failed";
    const main = () => {
      if (fresh) return button("start", () => begin(false), true, !ready);
      if (kind === "paused") return button("resume", () => training.resume(), !changed);
      if (running) return button("pause", () => training.pause(), true, kind === "pausing");
      if (changed || next === null || next.steps <= steps) return nothing;
      const text = format(words.buttons.extend, { steps: formatCount(next.steps) });
      return button("extend", extend, true, false, text);
    };
    const use = () => {
      if (training.network === null || options.use === undefined) return nothing;
      return button("use", options.use, kind === "finished" && !changed);
    };
    return html`
      <div class="run-bar" role="group" tabindex="-1">
        ${main()}
        ${use()}
        ${button("step", step, false, !ready || running || kind === "finished")}
        ${fresh ? nothing : button("anew", () => begin(false), changed && !running, !ready)}
        ${button("reset", () => training.reset(), false, request === null)}
        ${button("save", () => void save(), false, training.network === null)}
        <label class="button" data-run="load">
          <input type="file" class="visually-hidden" @change=${load} />${words.buttons.load}
        </label>
        ${lossSound()}
        <p class="run-status" data-kind=${kind}>
          ${status()} ${options.lines().map((line) => html`<span>${line}</span> `)}
        </p>
      </div>
      ${
        request === null
          ? nothing
          : html`<progress class="run-progress" max=${request.steps} .value=${steps} aria-label=${words.progress}></progress>`
      }
      ${changed ? html`<p class="run-changed">${options.changedNote(running)}</p>` : nothing}
    `;
  }

  return {
    get changed() {
      return isChanged();
    },
    template,
  };
}
