// What is known of the experiment, in sentences.
import { formatCount, formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import type { Training } from "../../../../kit/training/training.ts";
import { train as words } from "../../messages/train.en.ts";
import { seriesOf } from "../../series.ts";
import type { CifgState } from "../../state.ts";
import { nameOf } from "./looks.ts";
import type { TrainNow, TrainTypes } from "./request.ts";
import { leastTraining, seriesProblem, trainingCount } from "./series-problem.ts";

/** Beside the bar's own status. */
export function statusLines({ histories, steps }: Training<TrainTypes>): readonly string[] {
  if (steps === 0) return [];
  return histories.map(({ name, now }) =>
    format(words.status.error, { cell: nameOf(name), error: formatNumber(now.error) }),
  );
}

/** Why nothing can be learnt from the state's series; "" where it can. */
export function problemSentence(state: CifgState): string {
  if (state.task !== "series") return "";
  const values = seriesOf(state);
  const problem = seriesProblem(values, state);
  if (problem === null) return "";
  const { window, horizon, split, season } = state;
  const training = trainingCount(values.length, split);
  return format(words.problems[problem], { window, horizon, season, training, least: leastTraining(state) });
}

/** What a made task is; "" for a series. */
export function taskSentence({ task, delay, taskT }: CifgState): string {
  if (task === "series") return "";
  return task === "adding" ? words.about.adding : format(words.about.copy, { delay: Math.min(delay, taskT - 1) });
}

/** What is equal in a race, with the library's counts; "" where there is none. */
export function raceSentence({ histories, request }: Pick<Training<TrainTypes>, "histories" | "request">): string {
  const cifg = histories.find(({ name }) => name === "cifg")?.now;
  const lstm = histories.find(({ name }) => name === "lstm")?.now;
  if (cifg === undefined || lstm === undefined || request === null) return "";
  // All that is not the read-out's.
  const gates = ({ parameters, units }: TrainNow) => formatCount(parameters - units - 1);
  return format(words.weights[request.equal], {
    ...{ cifg: formatCount(cifg.parameters), lstm: formatCount(lstm.parameters) },
    ...{ gates: gates(cifg), all: gates(lstm), cifgUnits: cifg.units, lstmUnits: lstm.units },
  });
}
