// What is known of the training, in sentences.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import type { TrainTypes } from "./request.ts";

const { status } = words;

export function statusLines({ steps, histories, reference, network }: Training<TrainTypes>): readonly string[] {
  const lines: string[] = [];
  const [first] = histories;
  const bayesError = reference && formatNumber(reference.mean);
  if (histories.length > 1 && steps > 0) {
    for (const { name, now } of histories)
      lines.push(format(status.nowRace, { loss: words.losses[name], error: formatNumber(now.meanError) }));
    if (bayesError !== null) lines.push(format(status.bayesErrorOnly, { bayesError }));
  } else if (first && bayesError !== null && steps > 0) {
    const mean = first.means.at(-1);
    if (mean !== undefined) {
      const [error, loss] = [formatNumber(first.now.meanError), formatNumber(mean)];
      lines.push(format(status.now, { error, bayesError, loss }));
    }
  }
  if (network !== null && network.on === null) lines.push(format(status.fromFile, { name: network.name }));
  return lines;
}
