import * as fc from "fast-check";
import { render } from "lit";
import { describe, expect, it, vi } from "vitest";
import { type CsvLimits, parseTable } from "../../web/host/csv.ts";
import { exactJson } from "../../web/host/export.ts";
import type { ExportFile } from "../../web/host/export-file.ts";
import { fileName } from "../../web/host/export-file.ts";
import { mountExportMenu } from "../../web/host/export-menu.ts";
import { exporting as words } from "../../web/host/messages/export.en.ts";
import { pictureItems } from "../../web/host/picture-items.ts";
import { answers, dataCsv, solutionCsv, solutionJson } from "../../web/labs/svr/files.ts";
import model from "../../web/labs/svr/model.ts";
import { bringData, presetData } from "../../web/labs/svr/presets.ts";
import type { SvrAnswer } from "../../web/labs/svr/request.ts";
import type { SvrState } from "../../web/labs/svr/state.ts";
import type { Surface } from "../../web/plot/surface.ts";

const limits: CsvLimits = { maxBytes: 1e7, maxRows: 5000, maxColumns: 300 };
await bringData("iris");
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
      report: { iterations: 12, activeSetSteps: 0, converged: true, kktGap: 1e-7 / 3 },
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
    const { solution, fitted } = answer.frame;
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

const pictureFile = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({ type: "image/png", data: new Blob() })));
vi.mock("../../web/host/picture-file.ts", () => ({ pictureFile }));
vi.mock("lit", async (original) => ({ ...(await original<typeof import("lit")>()), render: vi.fn() }));

describe("the colours of pictures", () => {
  /** What is shown, as text, and what each part of it does: by the text that comes before. */
  function shown() {
    let text = "";
    const actions: [before: string, act: (event: object) => unknown][] = [];
    const walk = (value: unknown): void => {
      if (typeof value === "function") actions.push([text, value as (event: object) => unknown]);
      else if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === "object" && value !== null && "strings" in value && "values" in value) {
        const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
        for (const [k, each] of strings.entries()) {
          text += each;
          walk(values[k]);
        }
      } else if (typeof value === "string") text += value;
    };
    walk(vi.mocked(render).mock.lastCall?.[0]);
    const act = (name: string, event = {}) => {
      const found = actions.filter(([before]) => new RegExp(`${name}[^<>]*@\\w+=$`).test(before));
      expect(found, name).toHaveLength(1);
      return found[0]?.[1](event);
    };
    return { text, act };
  }

  const element = () => ({ addEventListener() {}, append() {}, querySelector: () => null, remove() {}, click() {} });

  it("are light, or those on screen for the one file that is saved then", async () => {
    vi.stubGlobal("document", {
      ...{ createElement: element, querySelector: () => null, addEventListener() {}, body: element() },
    });
    const surface = { width: 100 } as Surface;
    const data: ExportFile = { name: "data.csv", type: "text/csv", data: "x" };
    const items = () => [
      ...pictureItems(surface, ["svr"], async () => "#lab=svr"),
      { id: "data", label: "Data", hint: "", ready: true, make: () => data },
    ];
    const said: string[] = [];
    mountExportMenu(element() as unknown as HTMLElement, items, (sentence) => said.push(sentence));
    const tick = (checked: boolean) => shown().act("data-export-colours", { currentTarget: { checked } });
    for (const [id, choice] of [
      ["png", []],
      ["svg", [true]],
      ["png", []],
      ["svg", [true, false]],
    ] as const) {
      // biome-ignore format: short
      expect(shown().text).not.toContain(words.onScreen);
      shown().act("export-open");
      // Once, between the pictures and the rest.
      expect(shown().text).toMatch(new RegExp(`=svg (?:(?!=data ).)*${words.onScreen}.*=data `, "s"));
      for (const checked of choice) tick(checked);
      await shown().act(`data-export=${id} `);
      expect(pictureFile.mock.lastCall).toEqual([id, [surface], false, "#lab=svr", choice.length === 1]);
    }
    // Left without saving, the choice is gone as well.
    shown().act("export-open");
    tick(true);
    shown().act("export-open");
    shown().act("export-open");
    await shown().act("data-export=png ");
    expect(pictureFile.mock.lastCall?.at(-1)).toBe(false);
    expect(said).toHaveLength(5);
    vi.unstubAllGlobals();
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
