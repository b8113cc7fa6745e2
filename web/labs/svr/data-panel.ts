// What the data panel needs to know of the SVR lab.
import { version } from "../../../package.json";
import { formatNumber } from "../../host/format-number.ts";
import { en as hostWords } from "../../host/messages/en.ts";
import { format } from "../../host/messages/format.ts";
import type { LabData } from "../../kit/points/data-panel.ts";
import { DIGITS, unrounded } from "../../kit/points/words.ts";
import { edited, edits, rowsOf } from "./edits.ts";
import { answers, dataCsv, solutionCsv, solutionJson } from "./files.ts";
import { en } from "./messages/en.ts";
import type { PresetId } from "./preset-ids.ts";
import { bringData, FRESH, PRESET_INFO, presetData } from "./presets.ts";
import type { SvrFit, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";

const words = en.data;

/** Parameters that suit data of unknown units: they replace those of a preset, never ones the user has set. */
const FOR_ANY_DATA = {
  kernel: "rbf",
  gamma: 1,
  coef0: 1,
  degree: 3,
  C: 10,
  epsilon: 0.1,
  standardise: true,
  tolerance: 1e-3,
} as const;

/** Columns of the table that the solver fills. */
const SOLVED = ["f", "e", "coefficient", "xi", "case"] as const;

export const svrData: LabData<SvrState, SvrRequest, SvrFit> = {
  id: "svr",
  edits,
  presets: PRESET_INFO,
  abouts: () => import("./messages/presets-about.en.ts").then(({ abouts }) => abouts),
  preset: (id) => presetData(id as PresetId),
  bring: bringData,
  about: ({ y, d }) => format(words.ownAbout, { n: y.length, d }),
  rows: rowsOf,
  edited,
  lastName: ({ yName }) => yName,
  firstLast: 0,
  solved: SOLVED.map((key) => words.columns[key]),
  solvedCell({ frame: { solution, fitted, scaling, kktCase, tube }, request: { problem } }, column, k) {
    const ofY = (value: number) => formatNumber(unrounded(value, problem.y[k]!, fitted[k]!, tube), DIGITS);
    switch (SOLVED[column]) {
      case "f":
        return ofY(fitted[k]!);
      case "e":
        return ofY(solution.residual[k]! * scaling.yScale);
      case "coefficient":
        return formatNumber(unrounded(solution.alpha[k]! - solution.alphaStar[k]!, problem.C), DIGITS);
      case "xi":
        return ofY(solution.xi[k]! * scaling.yScale);
      case "case":
        return en.picture.legend[kktCase[k] as 0 | 1 | 2 | 3 | 4];
      default:
        return "";
    }
  },
  target: { title: hostWords.data.import.asTarget, use: hostWords.data.import.useAsTarget },
  imported: ({ d, target }, { preset }) => ({
    ...FRESH,
    ...(preset === "own" ? {} : FOR_ANY_DATA),
    plot: d > 1 ? "predicted" : "column",
    yName: target?.name ?? "",
    y: target?.values ?? [],
  }),
  answers,
  dataCsv,
  solutionCsv,
  solutionJson: (state, answer) => solutionJson(state, answer, version),
  solutionHint: words.solutionHint,
};
