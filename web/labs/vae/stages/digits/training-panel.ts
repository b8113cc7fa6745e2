// Going on with training: its bar, its charts, and the file of a network that is being read.
import { html, render } from "lit";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { createBar } from "../../../../kit/training/bar.ts";
import { createNetworkLoader } from "../../../../kit/training/files.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { Surface } from "../../../../plot/surface.ts";
import { digits } from "../../messages/digits.en.ts";
import type { VaeStageContext } from "../../stage.ts";
import { chartsSentence, drawCharts } from "./charts.ts";
import type { Denoisers } from "./denoisers.ts";
import { networkName } from "./files.ts";
import { type DigitsRequest, lengthOf } from "./request.ts";
import { type DigitsTrainTypes, trainingRequest } from "./training-request.ts";

const words = digits.training;

export interface TrainingPanel {
  update(): void;
  dispose(): void;
}

/** A single sample by a single step: whether the bytes are a network that can be used here. */
function trial(network: Uint8Array, { shipped }: Denoisers): DigitsRequest | null {
  if (shipped === null) return null;
  const { schedule } = shipped;
  return {
    ...{ task: "digits", network, schedule, method: { kind: "ddim", eta: 0, steps: Math.min(2, lengthOf(schedule)) } },
    ...{ seed: 1, parts: [{ classes: [0], guidance: 1 }], start: { kind: "drawn" }, known: null, states: 2 },
  };
}

export function mountTrainingPanel(
  host: HTMLElement,
  { store, namedClient, ...context }: VaeStageContext,
  training: Training<DigitsTrainTypes>,
  denoisers: Denoisers,
): TrainingPanel {
  host.innerHTML = `<details class="digit-training"><summary></summary><p class="digit-muted"></p><div></div><div class="run-charts"></div></details>`;
  const details = host.firstElementChild as HTMLDetailsElement;
  const [summary, about, barSlot, chartsSlot] = [...details.children] as HTMLElement[] as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  render(html`<h2>${words.title}</h2>`, summary);
  about.textContent = words.about;
  // A training that goes on is seen.
  details.open = training.request !== null;
  const notify = (text: string, tone: "plain" | "trouble") => context.notify(text, tone);
  const charts = new Surface(
    chartsSlot,
    { all: (pen, size, theme) => drawCharts(pen, size, theme, training) },
    { label: digits.chart.describeEmpty },
  );

  const reader = readLate(chartsSlot, details, async () => {
    const { spokenCharts } = await import("./spoken.ts");
    return spokenCharts(training, charts);
  });

  let disposed = false;
  const fileClient = namedClient("digits-file");
  const loader = createNetworkLoader(training, words, notify, () => {
    const bytes = loader.candidate?.bytes;
    const request = bytes === undefined ? null : trial(bytes, denoisers);
    if (request !== null) fileClient.solve(request);
  });
  fileClient.onframe((frame, request) => {
    if (disposed || frame.task !== "digits" || !frame.last || request.task !== "digits") return;
    if (loader.accept(request.network) && training.network !== null) denoisers.use(training.network);
  });
  fileClient.onstatus((status) => {
    if (!disposed && status.phase === "refused") loader.refuse(status.message);
  });

  /** While it trains, its newest weights are a moment away. */
  function use(): void {
    void training.complete().then(() => {
      if (!disposed && training.network !== null) denoisers.use(training.network);
    });
  }

  const bar = createBar({
    training,
    words,
    request: () => trainingRequest(store.state, denoisers.shipped),
    lines() {
      const loss = training.histories[0]?.means.at(-1);
      return loss === undefined ? [] : [format(words.now, { loss: formatNumber(loss) })];
    },
    fileName: networkName,
    load: (file) => void loader.load(file),
    use,
    changedNote: (running) => (running ? words.changed : words.changedIdle),
    notify,
  });

  function update(): void {
    render(bar.template(), barSlot);
    chartsSlot.hidden = training.histories.length === 0;
    charts.describe(chartsSentence(training));
    charts.invalidate();
    if (!chartsSlot.hidden) reader.update();
  }

  return {
    update,
    dispose() {
      disposed = true;
      loader.dispose();
      reader.dispose();
      charts.dispose();
      host.replaceChildren();
    },
  };
}
