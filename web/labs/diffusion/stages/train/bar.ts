// The bar under the picture: what can be done with the run, and what it is doing.
import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";

export interface BarActs {
  start(): void;
  step(): void;
  extend(): void;
  save(): void;
  load(file: File): void;
}

/** Numbers of steps with room between thousands. */
export const counted = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function statusText({ phase, steps, question, courses, floor, network }: Training): readonly string[] {
  const target = counted(question?.steps ?? 0);
  const lines = [
    format(words.status[phase.kind], {
      steps: counted(steps),
      target,
      message: "message" in phase ? phase.message : "",
    }),
  ];
  const [first] = courses;
  if (courses.length > 1 && steps > 0) {
    for (const { loss, meanError } of courses)
      lines.push(format(words.status.nowRace, { loss: words.losses[loss], error: formatNumber(meanError) }));
    if (floor) lines.push(format(words.status.floorOnly, { floor: formatNumber(floor.mean) }));
  } else if (first && floor && steps > 0) {
    const [loss, last, before] = [first.means.at(-1), first.steps.at(-1) ?? 0, first.steps.at(-2) ?? 0];
    if (loss !== undefined)
      lines.push(
        format(words.status.now, {
          ...{ error: formatNumber(first.meanError), floor: formatNumber(floor.mean), loss: formatNumber(loss) },
          count: counted(last - before),
        }),
      );
  }
  if (network !== null && network.on === null) lines.push(format(words.status.fromFile, { name: network.name }));
  return lines;
}

/** @param changed whether the settings are no longer those of the run */
export function bar(
  training: Training,
  changed: boolean,
  trainSteps: number,
  ready: boolean,
  acts: BarActs,
): TemplateResult {
  const { phase, steps, question } = training;
  const { kind } = phase;
  const running = kind === "running" || kind === "pausing";
  const fresh = question === null || kind === "refused" || kind === "failed";
  const extend = kind === "finished" && !changed && trainSteps > steps;
  const button = (name: string, text: string, act: () => void, primary = false, off = false) => html`<button
    type="button" class="button ${primary ? "primary" : ""}" data-run=${name} ?disabled=${off} @click=${act}
  >${text}</button>`;
  const file = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (chosen) acts.load(chosen);
    input.value = "";
  };
  const [now, ...more] = statusText(training);
  return html`
    <div class="run-bar" role="group">
      ${
        fresh
          ? button("start", words.buttons.start, acts.start, true, !ready)
          : kind === "paused"
            ? button("resume", words.buttons.resume, () => training.resume(), !changed)
            : running
              ? button("pause", words.buttons.pause, () => training.pause(), true, kind === "pausing")
              : extend
                ? button("extend", format(words.buttons.extend, { steps: counted(trainSteps) }), acts.extend, true)
                : nothing
      }
      ${button("step", words.buttons.step, acts.step, false, !ready || running || kind === "finished")}
      ${fresh ? nothing : button("anew", words.buttons.anew, acts.start, changed && !running, !ready)}
      ${button("reset", words.buttons.reset, () => training.reset(), false, question === null)}
      <p class="run-status" role="status" data-kind=${kind}>${now} ${more.map((line) => html`<span>${line}</span> `)}</p>
      ${button("save", words.buttons.save, acts.save, false, training.network === null)}
      <label class="button" data-run="load">
        <input type="file" class="visually-hidden" @change=${file} />${words.buttons.load}
      </label>
    </div>
    ${
      question === null
        ? nothing
        : html`<progress class="run-progress" max=${question.steps} .value=${steps} aria-label=${words.chart.steps}></progress>`
    }
    ${changed ? html`<p class="run-changed">${running ? words.changed : words.changedIdle}</p>` : nothing}
  `;
}
