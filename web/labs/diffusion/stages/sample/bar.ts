// The bars under the main plot: what can be done with the particles, and what is known of them; then the quality against steps.
import { html, nothing, type TemplateResult } from "lit";
import { announce } from "../../../../host/announce.ts";
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { Network } from "../../../../kit/training/training.ts";
import { dataAndSchedule } from "../../data-and-schedule.ts";
import { sample as words } from "../../messages/sample.en.ts";
import type { DiffusionState } from "../../state.ts";
import { isOfOther, type TrainTypes } from "../train/request.ts";
import type { Curve } from "./curve.ts";
import { isNetwork, runNames, sampleRequest } from "./request.ts";
import type { Run } from "./run.ts";

export interface Acts {
  train(): void;
  newest(): void;
  record(): void;
  csv(): void;
  quality(): void;
}

export interface Around {
  readonly state: DiffusionState;
  readonly run: Run;
  readonly network: Network<TrainTypes> | null;
  /** The newest, where it is another. */
  readonly newer: Network<TrainTypes> | null;
  readonly recording: boolean;
  readonly canRecord: boolean;
}

const button = (name: string, text: string, act: () => void, off = false, primary = false) => html`<button
  type="button" class="button ${primary ? "primary" : ""}" data-run=${name} ?disabled=${off} @click=${act}
>${text}</button>`;

/** What the run is doing; "" where there is nothing to run, which the next lines explain. */
function phaseLine({ run, state, network }: Around): string {
  const { phase, frames, request } = run;
  if (phase === "waiting") return sampleRequest(state, network?.bytes ?? null) === null ? "" : words.loading;
  const t = run.t(frames?.reached ?? 0);
  return format(words.status[phase], { t, count: formatCount(request?.count ?? 0), message: run.message });
}

function lines(around: Around): string[] {
  const { run, network, state } = around;
  const { request, quality } = run;
  if (dataAndSchedule(state) === null) return [words.status.noData];
  const said = phaseLine(around);
  const more: string[] = [];
  const without = network === null ? runNames(state).filter(isNetwork) : [];
  if (without.length > 0) {
    const names = without.map((name) => words.runs[name]).join(words.list);
    more.push(format(words.status.needsNetwork, { names }));
  }
  if (quality !== null && request !== null) {
    const runs = request.runs.map(({ name }, k) =>
      format(words.status.one, {
        name: words.runs[name],
        value: formatNumber(quality.runs[k]?.energyOfAll ?? Number.NaN),
      }),
    );
    more.push(
      format(words.status.quality, { runs: runs.join(words.list), fresh: formatNumber(quality.fresh.energyOfAll) }),
    );
  }
  if (network?.on) {
    more.push(format(words.status.network, { steps: formatCount(network.on.steps) }));
    if (isOfOther(network.on.request, state)) more.push(words.status.otherNetwork);
  } else if (network !== null) more.push(format(words.status.fileNetwork, { name: network.name }));
  return [said, ...more];
}

/** What is said of both bars: that something has begun or ended, and not each of its steps. */
export function createVoice(): (around: Around, quality: Curve, fits: boolean) => void {
  let [ran, judged]: [string, string] = ["", ""];
  return (around, quality, fits) => {
    const { phase } = around.run;
    if (phase !== ran && phase !== "waiting") announce("particles", lines(around).filter(Boolean).join(" "));
    const now = `${quality.phase} ${fits}`;
    if (now !== judged && quality.phase !== "none") announce("quality", qualityText(quality, fits));
    [ran, judged] = [phase, now];
  };
}

export function bar(around: Around, acts: Acts): TemplateResult {
  const { run, network, newer, recording, canRecord } = around;
  const [now, ...more] = lines(around);
  const ready = run.frames !== null && run.frames.reached > 0;
  return html`
    <div class="run-bar" role="group">
      ${network === null && newer === null ? button("train", words.buttons.train, acts.train, false, true) : nothing}
      ${newer === null ? nothing : button("newest", format(words.buttons.newest, { steps: formatCount(newer.on?.steps ?? 0) }), acts.newest)}
      ${run.phase === "stopped" ? button("again", words.buttons.again, () => run.restart(), false, true) : nothing}
      ${button("record", recording ? words.buttons.recording : words.buttons.record, acts.record, !ready || !canRecord)}
      ${button("csv", words.buttons.csv, acts.csv, !ready)}
      <p class="run-status" data-kind=${run.phase}>${now} ${more.map((line) => html`<span>${line}</span> `)}</p>
    </div>
    ${canRecord ? nothing : html`<p class="stage-notes">${words.noRecorder}</p>`}
  `;
}

function qualityText({ phase, points, all, request, message }: Curve, fits: boolean): string {
  if (phase === "none") return "";
  if (phase === "refused") return format(words.status.refused, { message });
  if (!fits) return words.qualityStatus.old;
  if (phase === "done") return request?.network === null ? words.qualityStatus.exactOnly : words.qualityStatus.done;
  return format(words.qualityStatus[phase], { done: points.length, all });
}

/** @param fits whether the curve is of the present settings */
export function qualityBar(curve: Curve, fits: boolean, ready: boolean, acts: Acts): TemplateResult {
  const { phase } = curve;
  return html`
    <div class="run-bar" role="group">
      ${
        phase === "running"
          ? button("stop-quality", words.buttons.stopQuality, () => curve.stop())
          : button("quality", words.buttons.quality, acts.quality, !ready)
      }
      <p class="run-status" data-kind=${phase}><span>${qualityText(curve, fits)}</span></p>
    </div>
  `;
}
