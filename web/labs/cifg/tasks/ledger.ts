// Tasks on the ledger: every path counts, and counts once.
import type { CifgLedger } from "../../../../wasm/lib/types.ts";
import type { Task } from "../../../host/tasks/task.ts";
import type { CifgState } from "../state.ts";
import { at, measured, reader, sizes, sum } from "./measure.ts";
import { otherWeights, SIZES, smallCell } from "./start.ts";

const WEIGHTS = { W_f: 0.3, U_f: 0.6, b_f: -0.2, W_o: -0.3, U_o: 0.4, b_o: 0.6, W_c: 0.6, U_c: 0.8, b_c: 0.1 };
const GIVEN = { h0: [0.1], c0: [0.3] };

/** The loss is at the last of two steps: all of the first step's gradient comes back from there. */
const TWO_STEPS = {
  claim: "3ledger",
  ...smallCell(WEIGHTS, { ...GIVEN, x: [0.4, 0.5], g: [0, 1] }),
} satisfies Partial<CifgState>;

const THREE_STEPS = {
  claim: "3ledger",
  ...smallCell({ ...WEIGHTS, U_f: 0.2, U_c: -0.3 }, { ...GIVEN, x: [0.5, 0.5, 0.5], g: [1, 1, 1] }),
} satisfies Partial<CifgState>;

const GIVEN_LOCK = ["h0", "c0", "g"];

/** Paths into h_t and into c_t, and the place of U_o among them. */
const [INTO_H, INTO_C, U_O] = [4, 5, 2];

/** A cell of one unit: entry (source, path) of the first step; entries of all sources and paths. @param paths how many there are */
function firstStep(list: ArrayLike<number>, paths: number, T: number) {
  const entry = (source: number, path: number) => at(list, (source * paths + path) * T);
  const all = Array.from({ length: T * paths }, (_, k) => entry(Math.floor(k / paths), k % paths));
  return {
    all,
    byPath: Array.from({ length: paths }, (_, p) => sum(all.filter((_, k) => k % paths === p))),
    bySource: Array.from({ length: T }, (_, s) => sum(all.slice(s * paths, (s + 1) * paths))),
  };
}

const intoH = ({ dh }: CifgLedger, T: number) => firstStep(dh, INTO_H, T);
const intoC = ({ dc }: CifgLedger, T: number) => firstStep(dc, INTO_C, T);

export const ledgerTasks: readonly Task<CifgState>[] = [
  {
    id: "3ledger-output",
    claim: "3ledger",
    level: 1,
    minutes: 3,
    start: TWO_STEPS,
    lock: [...SIZES, "x", ...GIVEN_LOCK],
    judge(pg, { T, ...state }) {
      const read = reader(pg, "3ledger", { T, ...state });
      return [
        measured(
          "share",
          read((picture) => {
            const paths = sizes(intoH(picture.measured, T).byPath);
            return at(paths, U_O) / sum(paths);
          }),
          ">=",
          0.9,
        ),
        measured(
          "delta-h",
          read((picture) => Math.abs(sum(intoH(picture.measured, T).all))),
          ">=",
          0.05,
        ),
      ];
    },
    solution: { state: { weights: otherWeights(TWO_STEPS, { U_f: 0, U_c: 0, U_o: 1.5 }) } },
  },
  {
    id: "3ledger-cancel",
    claim: "3ledger",
    level: 2,
    minutes: 5,
    start: TWO_STEPS,
    lock: [...SIZES, "x", ...GIVEN_LOCK],
    judge(pg, { T, ...state }) {
      const read = reader(pg, "3ledger", { T, ...state });
      const largest = read((picture) => Math.max(...sizes(intoC(picture.measured, T).byPath)));
      return [
        measured("total", read((picture) => Math.abs(sum(intoC(picture.measured, T).all))) / largest, "<=", 0.05),
        measured("largest", largest, ">=", 0.1),
      ];
    },
    solution: { state: { weights: otherWeights(TWO_STEPS, { U_c: -1.85 }) } },
  },
  {
    id: "3ledger-late",
    claim: "3ledger",
    level: 3,
    minutes: 8,
    start: THREE_STEPS,
    lock: [...SIZES, ...GIVEN_LOCK],
    judge(pg, { T, ...state }) {
      const read = reader(pg, "3ledger", { T, ...state });
      return [
        measured(
          "share",
          read((picture) => {
            const sources = sizes(intoC(picture.measured, T).bySource);
            return at(sources, T - 1) / sum(sources);
          }),
          ">=",
          0.9,
        ),
        measured(
          "delta-c",
          read((picture) => Math.abs(sum(intoC(picture.measured, T).all))),
          ">=",
          0.1,
        ),
      ];
    },
    solution: {
      state: { weights: otherWeights(THREE_STEPS, { W_f: 0, b_f: 3, W_o: 10, b_o: -5 }), x: [0, 0, 1] },
    },
  },
];
