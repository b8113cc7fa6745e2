// What the data panel needs to know of the SVDD lab.
import { version } from "../../../package.json";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import type { LabData } from "../../kit/points/data-panel.ts";
import { countOf } from "../../kit/points/state.ts";
import { DIGITS } from "../../kit/points/words.ts";
import { editedLabelled, editsWith, rowsOf } from "./edits.ts";
import { answers, dataCsv, solutionCsv, solutionJson } from "./files.ts";
import { wholeWindow } from "./main-plot/window.ts";
import { en } from "./messages/en.ts";
import type { PresetId } from "./preset-ids.ts";
import { FRESH, PRESET_INFO, presetData } from "./presets.ts";
import type { SvddFit, SvddRequest } from "./request.ts";
import { type SvddState, type View, WEIGHTS } from "./state.ts";

const words = en.data;

/** Parameters that suit data of unknown units: they replace those of a preset, never ones the user has set. */
const FOR_ANY_DATA = {
  kernel: "linear",
  nuShare: 0.1,
  gamma: 1,
  coef0: 1,
  degree: 3,
  standardise: true,
  tolerance: 1e-6,
} as const;

/** The view that shows the most of d columns. */
const viewFor = (d: number): View => (d === 2 ? "plane" : d === 3 ? "sphere" : "strip");

/** Columns of the table that the solver fills. */
const SOLVED = ["d2", "alpha", "xi", "case"] as const;

const isWeight = (value: number) => value >= WEIGHTS.least && value <= WEIGHTS.most;

export const svddData: LabData<SvddState, SvddRequest, SvddFit> = {
  id: "svdd",
  edits: editsWith(wholeWindow),
  presets: PRESET_INFO,
  preset: (id) => presetData(id as PresetId),
  about: (state) => format(words.ownAbout, { n: countOf(state), d: state.d }),
  rows: rowsOf,
  edited: editedLabelled,
  objection: (value) =>
    isWeight(value) ? "" : format(words.badWeight, { value: formatNumber(value, DIGITS), ...WEIGHTS }),
  lastName: () => words.weight,
  firstLast: 1,
  solved: SOLVED.map((key) => words.columns[key]),
  solvedCell({ frame: { solution, kktCase } }, column, k) {
    switch (SOLVED[column]) {
      case "d2":
        return formatNumber(solution.distance2[k]!, DIGITS);
      case "alpha":
        return formatNumber(solution.alpha[k]!, DIGITS);
      case "xi":
        return formatNumber(solution.xi[k]!, DIGITS);
      case "case":
        return en.picture.cases[kktCase[k] as 0 | 1 | 2];
      default:
        return "";
    }
  },
  target: {
    title: "C",
    use: words.useAsWeight,
    none: words.noWeight,
    objection(name, values) {
      const row = values.findIndex((value) => !isWeight(value));
      if (row < 0) return "";
      return format(words.notPositive, { name, value: String(values[row]), row: row + 1, most: WEIGHTS.most });
    },
  },
  imported: ({ d, target }, { preset }) => ({
    ...FRESH,
    ...(preset === "own" ? {} : FOR_ANY_DATA),
    view: viewFor(d),
    weights: target?.values ?? [],
    labels: [],
    imageSide: 0,
  }),
  answers,
  dataCsv,
  solutionCsv,
  solutionJson: (state, answer) => solutionJson(state, answer, version),
  solutionHint: words.solutionHint,
};
