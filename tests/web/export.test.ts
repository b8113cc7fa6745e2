import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvLimits, parseTable } from "../../web/host/csv.ts";
import { exactJson, fileName } from "../../web/host/export.ts";
import { answers, dataCsv, solutionCsv, solutionJson } from "../../web/labs/svr/files.ts";
import model from "../../web/labs/svr/model.ts";
import { presetData } from "../../web/labs/svr/presets.ts";
import type { SvrAnswer } from "../../web/labs/svr/request.ts";
import type { SvrState } from "../../web/labs/svr/state.ts";

const limits: CsvLimits = { maxBytes: 1e7, maxRows: 5000, maxColumns: 300 };
const state: SvrState = { ...model.initial(), ...presetData("iris") };
const n = state.y.length;
/** Doubles with all their bits in use. */
const awkward = (seed: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(seed + i) / 3);

const answer: SvrAnswer = {
  request: model.request(state),
  frame: {
    phase: "done",
    solution: {
      alpha: awkward(1),
      alphaStar: awkward(2),
      b: 1 / 3,
      bInterval: [Number.NEGATIVE_INFINITY, 2 / 3],
      w: null,
      residual: awkward(3),
      xi: awkward(4),
      primal: 0.1 + 0.2,
      dual: 0.3,
      report: { iterations: 12, converged: true, kktGap: 1e-7 / 3 },
    },
    scaling: { xMean: new Float64Array(3), xScale: new Float64Array(3).fill(1), yMean: 0, yScale: 1 },
    fitted: awkward(5),
    tube: 0.1,
    kktCase: Uint8Array.from({ length: n }, (_, i) => i % 5),
    curve: null,
    trace: null,
    claims: [],
    broken: null,
  },
};

function columnsOf(text: string) {
  const parsed = parseTable(text, limits);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return new Map(parsed.table.columns.map((column) => [column.name, column]));
}

describe("files", () => {
  it("data reads back as it was, with its names", () => {
    const columns = columnsOf(dataCsv(state));
    expect([...columns.keys()]).toEqual([...state.xNames, state.yName]);
    expect(columns.get(state.yName)?.values).toEqual([...state.y]);
    expect(columns.get(state.xNames[1]!)?.values).toEqual(state.y.map((_, i) => state.x[3 * i + 1]));
  });

  it("the solution reads back to the last bit", () => {
    const columns = columnsOf(solutionCsv(state, answer));
    const { solution, fitted } = answer.frame as Extract<SvrAnswer["frame"], { phase: "done" }>;
    expect(columns.get("f")?.values).toEqual([...fitted]);
    expect(columns.get("e")?.values).toEqual([...solution.residual]);
    expect(columns.get("alpha")?.values).toEqual([...solution.alpha]);
    expect(columns.get("alpha_star")?.values).toEqual([...solution.alphaStar]);
    expect(columns.get("xi")?.values).toEqual([...solution.xi]);
    expect(columns.get("case")?.cells.slice(0, 5)).toEqual(["below", "lower_edge", "inside", "upper_edge", "above"]);
  });

  it("residual and slack are in user units where the problem was standardised", () => {
    const scaled: SvrAnswer = {
      ...answer,
      frame: { ...answer.frame, scaling: { ...answer.frame.scaling, yScale: 4 } },
    };
    expect(columnsOf(solutionCsv(state, scaled)).get("e")?.values?.[0]).toBe(4 * answer.frame.solution.residual[0]!);
  });

  it("JSON holds everything and reads back to the last bit", () => {
    const read = JSON.parse(solutionJson(state, answer, "1.2.3"));
    expect(read).toMatchObject({ format: "proofground-svr/1", version: "1.2.3" });
    expect(read.data).toEqual({
      preset: "iris",
      n,
      d: 3,
      xNames: state.xNames,
      yName: state.yName,
      x: state.x,
      y: state.y,
    });
    expect(read.parameters).toMatchObject({
      kernel: { type: "rbf", gamma: state.gamma },
      C: state.C,
      epsilon: state.epsilon,
      standardise: true,
    });
    expect(read.solution.alpha).toEqual([...answer.frame.solution.alpha]);
    expect(read.solution.bInterval).toEqual(["-Infinity", 2 / 3]);
    expect(read.solution.report).toEqual(answer.frame.solution.report);
    expect(read.fitted).toEqual([...answer.frame.fitted]);
  });

  it("an answer to other data is none", () => {
    expect(answers(answer, state)).toBe(true);
    expect(answers(answer, { ...state, y: [...state.y] })).toBe(false);
    expect(answers(null, state)).toBe(false);
  });
});

it("exactJson keeps every double and names the infinities", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
      const back = (JSON.parse(exactJson(Float64Array.from(values))) as (number | string)[]).map(Number);
      expect(back).toEqual(values.map((value) => value + 0));
    }),
  );
});

it("file names are plain on every system", () => {
  expect(fileName(["svr", "co2-season", "Data"], "csv")).toBe("svr-co2-season-data.csv");
  expect(fileName(["../..", "a/b\\c:d"], "svg")).toBe("a-b-c-d.svg");
  expect(fileName(["  "], "csv")).toBe("data.csv");
});
