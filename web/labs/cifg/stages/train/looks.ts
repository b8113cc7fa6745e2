// Colour, dash and shape of everything that predicts, wherever it is drawn.
import type { LineLook } from "../../../../kit/charts/loss-chart.ts";
import type { Shape } from "../../../../plot/marks.ts";
import { train as words } from "../../messages/train.en.ts";
import type { CellName } from "./fields.ts";

export const CELL_LOOKS: Readonly<Record<CellName, LineLook & { readonly shape: Shape }>> = {
  cifg: { colour: "above", dash: [], shape: "circle" },
  lstm: { colour: "dual", dash: [6, 3], shape: "diamond" },
};

type PredictorName = keyof typeof words.predictors;
const BASELINES: Readonly<Record<Exclude<PredictorName, CellName>, LineLook>> = {
  mean: { colour: "inside", dash: [1, 3] },
  last: { colour: "tube", dash: [3, 3] },
  drift: { colour: "tube", dash: [1, 3] },
  seasonal: { colour: "pair", dash: [9, 3] },
  autoregression: { colour: "upper", dash: [9, 3, 2, 3] },
};

const isKnown = <Names extends object>(names: Names, name: string): name is keyof Names & string => name in names;

export const baselineLook = (name: string): LineLook => (isKnown(BASELINES, name) ? BASELINES[name] : BASELINES.mean);

/** What a predictor is called. */
export const nameOf = (id: string): string => (isKnown(words.predictors, id) ? words.predictors[id] : id);
