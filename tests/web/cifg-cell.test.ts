// The stage Cell without a browser: the order of the equations, their numbers, the layout of the tape, edits, files.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CifgBackward, CifgParams, CifgStates } from "../../wasm/lib/types.ts";
import { formatNumber } from "../../web/host/format-number.ts";
import { moved } from "../../web/kit/number-cell/number-cell.ts";
import { runsOf } from "../../web/kit/typeset.ts";
import { MAX_SIZE, MAX_T } from "../../web/labs/cifg/fields.ts";
import { data } from "../../web/labs/cifg/messages/data.en.ts";
import model from "../../web/labs/cifg/model.ts";
import { fits, resized, type Sizes } from "../../web/labs/cifg/problem.ts";
import { controls } from "../../web/labs/cifg/stages/cell/controls.ts";
import { drawNumbers } from "../../web/labs/cifg/stages/cell/draw-numbers.ts";
import { putIn } from "../../web/labs/cifg/stages/cell/equation-card.ts";
import { type Line, type Source, type Token, written } from "../../web/labs/cifg/stages/cell/equations.ts";
import { EQUATIONS } from "../../web/labs/cifg/stages/cell/fields.ts";
import { filesOf, gradientsJson, numbersCsv } from "../../web/labs/cifg/stages/cell/files.ts";
import { type Block, layTape, numberAt } from "../../web/labs/cifg/stages/cell/layout.ts";
import { matricesOf, withNumber } from "../../web/labs/cifg/stages/cell/matrices.ts";
import { COMPUTED } from "../../web/labs/cifg/stages/cell/quantities.ts";
import { brokenClaim, cellRequest } from "../../web/labs/cifg/stages/cell/request.ts";
import { type Scene, sceneOf, shown, spansOf, wrongDeltas, wrongRows } from "../../web/labs/cifg/stages/cell/scene.ts";
import {
  deltaKnown,
  inputsOf,
  lit,
  type Place,
  positionOf,
  stateKnown,
} from "../../web/labs/cifg/stages/cell/scrubber.ts";
import { shortNumber } from "../../web/labs/cifg/stages/cell/short-number.ts";
import { spokenOfTape } from "../../web/labs/cifg/stages/cell/spoken.ts";
import { wiresOf, wiresOfEquation, wiresOfPath } from "../../web/labs/cifg/stages/cell/wires.ts";
import type { CifgState } from "../../web/labs/cifg/state.ts";
import { PLAIN } from "../../web/plot/palette.ts";
import type { Pen } from "../../web/plot/pen.ts";
import { flat, type GoldenCell, golden, problemOf } from "../wasm/support/golden-cifg.ts";

/** Steps, in which a whole tape of 12 is. */
const sizes = fc.record({
  dx: fc.integer({ min: 1, max: MAX_SIZE }),
  dh: fc.integer({ min: 1, max: MAX_SIZE }),
  T: fc.integer({ min: 1, max: MAX_T }),
});

const placesOf = (T: number): Place[] =>
  (["forward", "backward"] as const).flatMap((pass) =>
    Array.from({ length: T }, (_, k) => COMPUTED.map((of) => ({ pass, t: k + 1, of }))).flat(),
  );

/** The answer of independent software to a golden case of one sequence; what it does not name, by its definition. */
function sourceOf(c: GoldenCell): Source {
  const problem = problemOf(c);
  const { dx, dh, T, params } = problem;
  const array = (value: GoldenCell["x"] | undefined) => Float64Array.from(flat(value));
  const [f, o, cTilde, cState, h] = ["f", "o", "c_tilde", "c", "h"].map((name) => array(c.forward[name])) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const z = (gate: "f" | "o" | "c") =>
    Float64Array.from({ length: T * dh }, (_, k) => {
      const [t, unit] = [Math.floor(k / dh), k % dh];
      let sum = params[`b_${gate}`][unit] ?? 0;
      for (let j = 0; j < dx; ++j) sum += (params[`W_${gate}`][unit * dx + j] ?? 0) * (problem.x[t * dx + j] ?? 0);
      const before = (j: number) => (t === 0 ? problem.h0[j] : h[(t - 1) * dh + j]) ?? 0;
      for (let j = 0; j < dh; ++j) sum += (params[`U_${gate}`][unit * dh + j] ?? 0) * before(j);
      return sum;
    });
  const [zF, zO, zC] = [z("f"), z("o"), z("c")];
  const oneMinusF = zF.map((value) => 1 / (1 + Math.exp(value)));
  const states: CifgStates = { zF, zO, zC, f, oneMinusF, o, cTilde, c: cState, tanhC: cState.map(Math.tanh), h };
  const names = { dh: "dh", dc: "dc", df: "df", do: "do", dcTilde: "dc_tilde", dzF: "dz_f", dzO: "dz_o", dzC: "dz_c" };
  const deltas = Object.fromEntries(
    Object.entries(names).map(([ours, theirs]) => [ours, array(c.grad_t[theirs])]),
  ) as unknown as CifgBackward["deltas"];
  const grads = Object.fromEntries(
    Object.entries(c.grad).map(([name, values]) => [name, array(values)]),
  ) as unknown as CifgBackward["grads"];
  return { problem, states, back: { loss: c.loss, grads, deltas } };
}

const cells = golden.cases.filter((c) => c.batch === 1 && "f" in c.forward);
const sourceOfFirst = () => {
  const largest = cells.reduce((best, c) => (c.d_h * c.T > best.d_h * best.T && c.T <= MAX_T ? c : best));
  return sourceOf(largest);
};

/** What the signs and numbers on paper come to. */
function valueOfTokens(tokens: readonly Token[]): number {
  const code = tokens
    .map((token) => (typeof token === "number" ? `(${token})` : token))
    .join("")
    .replaceAll("·", "*")
    .replaceAll("−", "-")
    .replaceAll("²", "**2")
    .replaceAll("σ(", "sigma(")
    .replaceAll("tanh(", "Math.tanh(");
  return new Function("sigma", `return ${code}`)((x: number) => 1 / (1 + Math.exp(-x))) as number;
}

/** The values of an equation's right sides: a line with "=" begins one, a line with "+" is added to it. */
function sidesOf(lines: readonly Line[]): number[] {
  const sides: number[] = [];
  for (const { sign, tokens } of lines) {
    const value = valueOfTokens(tokens);
    if (sign === "=") sides.push(value);
    else sides.push((sides.pop() ?? Number.NaN) + value);
  }
  return sides;
}

describe("equations", () => {
  test("there are golden cells of one sequence, of several units and steps", () => {
    expect(cells.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...cells.map((c) => c.d_h))).toBeGreaterThan(1);
    expect(Math.max(...cells.map((c) => c.T))).toBeGreaterThan(1);
  });

  test.each(cells)("$id: the numbers put in come to the result", (c) => {
    const source = sourceOf(c);
    for (const place of placesOf(c.T))
      for (let unit = 0; unit < c.d_h; ++unit) {
        const { lines, result, twin } = written(source, place, unit);
        const name = `${place.pass} ${place.of} at ${place.t}, unit ${unit}`;
        const sides = sidesOf(lines);
        expect(sides.length, name).toBeGreaterThan(0);
        for (const side of sides)
          expect(Math.abs(side - result), name).toBeLessThan(1e-9 * Math.max(1, Math.abs(result)));
        if (twin !== null) expect(valueOfTokens(twin.tokens)).toBeCloseTo(twin.result, 12);
      }
  });

  test("at t = T nothing of a later step is put in", () => {
    const source = sourceOfFirst();
    const { T } = source.problem;
    expect(written(source, { pass: "backward", t: T, of: "h" }, 0).lines).toHaveLength(1);
    expect(written(source, { pass: "backward", t: T, of: "c" }, 0)).toMatchObject({ last: true });
    expect(written(source, { pass: "backward", t: T - 1, of: "h" }, 0).lines).toHaveLength(4);
  });

  test("a negative number after a sign stands in parentheses, and nowhere else", () => {
    expect(putIn([-0.5, " · ", -2, " + ", 3], "=")).toBe("−0.5 · (−2) + 3");
    expect(putIn([-0.5], "+")).toBe("(−0.5)");
    expect(putIn(["σ(", -1.5, ")"], "=")).toBe("σ(−1.5)");
    expect(putIn(["σ(−", -1.5, ")"], "=")).toBe("σ(−(−1.5))");
    expect(putIn([2, " · (1 − ", -0.5, "²)"], "=")).toBe("2 · (1 − (−0.5)²)");
  });

  test("letters are italic, names of functions and signs are not", () => {
    expect(runsOf("c̃_t = tanh(z_{c,t})")).toEqual([
      { text: "c̃", italic: true, sub: false },
      { text: "t", italic: true, sub: true },
      { text: " = ", italic: false, sub: false },
      { text: "tanh", italic: false, sub: false },
      { text: "(", italic: false, sub: false },
      { text: "z", italic: true, sub: false },
      { text: "c", italic: true, sub: true },
      { text: ",", italic: false, sub: true },
      { text: "t", italic: true, sub: true },
      { text: ")", italic: false, sub: false },
    ]);
  });
});

describe("the scrubber", () => {
  test("every position lights one equation, and each is lit once", () => {
    for (const T of [1, 2, 7, MAX_T])
      for (const pass of ["forward", "backward"] as const) {
        expect(lit({ pass, at: 0, T })).toBeNull();
        for (let at = 1; at <= T * EQUATIONS; ++at) {
          const place = lit({ pass, at, T }) as Place;
          expect(positionOf(place, T)).toBe(at);
        }
        expect(lit({ pass, at: 10_000, T })).toEqual(lit({ pass, at: T * EQUATIONS, T }));
      }
  });

  test("what an equation is computed from has been computed before", () => {
    for (const T of [1, 3, MAX_T])
      for (const place of placesOf(T)) {
        const at = positionOf(place, T) - 1;
        const { pass } = place;
        for (const { id, t, delta } of inputsOf(place, T)) {
          const known = delta ? deltaKnown({ pass, at, T }, id, t) : stateKnown({ pass, at, T }, id, t);
          expect(known, `${pass} ${place.of} at ${place.t} from ${delta ? "d" : ""}${id} at ${t}`).toBe(true);
        }
        const own = pass === "forward" ? stateKnown : deltaKnown;
        expect(own({ pass, at, T }, place.of, place.t)).toBe(false);
        expect(own({ pass, at: at + 1, T }, place.of, place.t)).toBe(true);
      }
  });

  test("on the way forward no delta is known; the starting states' come last", () => {
    const T = 3;
    expect(deltaKnown({ pass: "forward", at: 999, T }, "c", 2)).toBe(false);
    expect(deltaKnown({ pass: "backward", at: T * EQUATIONS - 1, T }, "h", 0)).toBe(false);
    expect(deltaKnown({ pass: "backward", at: T * EQUATIONS, T }, "h", 0)).toBe(true);
  });
});

describe("the layout of the tape", () => {
  const apart = (a: Block, b: Block) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  test("nothing overlaps, all is inside, and every number is found where it stands", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 300, max: 2000 }), fc.boolean(), (given, room, doubled) => {
        const tape = layTape(given, room, 22, new Set(doubled ? (["f", "c"] as const) : []));
        expect(tape.blocks).toHaveLength(2 + 10 * given.T);
        // One expectation for all blocks: tens of thousands of them take seconds.
        const inside = ({ x, y, width, height }: Block) =>
          x >= 0 && y >= 22 && x + width <= tape.width && y + height <= tape.height;
        const missed = (block: Block) =>
          Array.from({ length: block.units }, (_, unit) => {
            const found = numberAt(tape, block.x + block.width / 2, block.y + (unit + 0.5) * block.line);
            return found?.block !== block || found.unit !== unit;
          }).includes(true);
        const wrong = tape.blocks.filter(
          (block, k) =>
            !inside(block) || missed(block) || tape.blocks.slice(k + 1).some((other) => !apart(block, other)),
        );
        expect(wrong).toEqual([]);
        expect(numberAt(tape, tape.width + 5, 50)).toBeNull();
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test("a short tape stands in the middle of its room, and a long one begins at its left", () => {
    for (const [T, room] of [
      [1, 1037],
      [2, 1037],
      [3, 1400],
      [1, 358],
      [6, 1037],
      [12, 1037],
    ] as const) {
      const { blocks, width, cell } = layTape({ dx: 1, dh: 1, T }, room, 22);
      const left = Math.min(...blocks.map(({ x }) => x));
      const right = width - Math.max(...blocks.map(({ x, width: own }) => x + own));
      // The starting states are as wide as what is right of the last step, and a gutter.
      expect(Math.abs(left - right), `${T} in ${room}`).toBeLessThan(10);
      expect(cell).toBeLessThanOrEqual(300);
      if (width > room) expect(left).toBe(4);
    }
    expect(layTape({ dx: 1, dh: 1, T: 1 }, 1037, 22).width).toBeGreaterThan(1030);
  });

  test("every line that an equation or a path of the ledger uses is drawn, and lines stay inside", () => {
    const T = 4;
    const tape = layTape({ dx: 2, dh: 3, T }, 900, 22);
    const wires = Array.from({ length: T }, (_, k) => wiresOf(tape, k + 1)).flat();
    const drawn = new Set(wires.map(({ id, t }) => `${id} ${t}`));
    for (const { points } of wires)
      for (const [k, value] of points.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(k % 2 === 0 ? tape.width : tape.height);
      }
    for (const place of placesOf(T)) {
      const used = wiresOfEquation(place, T);
      expect(used.length).toBeGreaterThan(0);
      for (const { id, t } of used) expect(drawn.has(`${id} ${t}`), `${id} ${t}`).toBe(true);
    }
    for (const to of ["h", "c"] as const)
      for (let t = 1; t <= T; ++t)
        for (let source = t; source <= T; ++source)
          for (let path = 0; path < (to === "h" ? 4 : 5); ++path) {
            if ((path === 0) !== (source === t)) continue;
            const { last, between } = wiresOfPath({ to, source, path, t });
            expect(last.length).toBeGreaterThan(0);
            for (const wire of [...last, ...between]) expect(drawn.has(`${wire.id} ${wire.t}`)).toBe(true);
          }
  });

  test("short numbers have the same places, or a power of ten", () => {
    const shorts = [0, 0.123456, -0.5, 12.34, -123.4, 4e-9, 9e-4, 1e6, Number.NaN].map((value) =>
      shortNumber(value, 2),
    );
    expect(shorts).toEqual(["0", "0.12", "−0.50", "12.3", "−123", "4e−9", "9e−4", "1e6", "NaN"]);
  });
});

describe("edits", () => {
  const stateFor = ({ dx, dh, T }: Sizes): CifgState => {
    const { weights, x, h0, c0, g, ...rest } = model.initial();
    return { ...rest, ...resized({ ...rest, weights, x, h0, c0, g }, { dx, dh, T }) };
  };

  test("the matrices hold every number of the state exactly once", () => {
    fc.assert(
      fc.property(sizes, (given) => {
        const state = stateFor(given);
        const seen = new Set<string>();
        for (const { list, rows, columns, at } of matricesOf(given))
          for (let row = 0; row < rows; ++row)
            for (let column = 0; column < columns; ++column) seen.add(`${list} ${at(row, column)}`);
        const all = (["weights", "x", "h0", "c0", "g"] as const).flatMap((list) =>
          state[list].map((_, k) => `${list} ${k}`),
        );
        expect([...seen].sort()).toEqual(all.sort());
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  test("an edit changes the number that the library is given under that name, and no other", () => {
    const state = stateFor({ dx: 3, dh: 2, T: 4 });
    const before = cellRequest(state).problem;
    for (const matrix of matricesOf(state)) {
      const [row, column] = [matrix.rows - 1, matrix.columns - 1];
      const { problem } = cellRequest({ ...state, ...withNumber(state, matrix, row, column, 7.5) });
      const { name } = matrix;
      const list = (of: typeof problem) =>
        name === "x" || name === "g" || name === "h0" || name === "c0" ? of[name] : of.params[name];
      // x and g are rows of steps; their matrices have a column a step.
      const k = name === "x" || name === "g" ? column * matrix.rows + row : row * matrix.columns + column;
      const expected = Array.from(list(before), (value, index) => (index === k ? 7.5 : value));
      expect(Array.from(list(problem)), name).toEqual(expected);
      const others = (Object.keys(before.params) as (keyof CifgParams)[]).filter((each) => each !== name);
      for (const each of others) expect(problem.params[each]).toEqual(before.params[each]);
    }
  });

  test("a drag moves by hundredths, large numbers by more, and never out of range", () => {
    expect(moved(0.8, 5, 0.01, -1000, 1000)).toBe(0.85);
    expect(moved(0.8, -5, 0.001, -1000, 1000)).toBe(0.795);
    expect(moved(500, 3, 0.01, -1000, 1000)).toBe(500.3);
    expect(moved(999.9, 5, 0.1, -1000, 1000)).toBe(1000);
    expect(moved(-1000, -1, 0.1, -1000, 1000)).toBe(-1000);
  });

  test("another size keeps what both have, and the state stays consistent", () => {
    const specs = controls[0]?.controls ?? [];
    expect(specs.map(({ field }) => field)).toEqual(["dx", "dh", "T"]);
    for (const { field, also } of specs) {
      const state = model.initial();
      const next = { ...state, ...also?.(4, state), [field]: 4 };
      expect(fits(next), field).toBe(true);
      expect(model.inconsistency(next)).toBeNull();
      expect(cellRequest(next).problem.params.W_f[0]).toBe(cellRequest(state).problem.params.W_f[0]);
      expect(next.x[0]).toBe(state.x[0]);
    }
  });
});

describe("a broken claim", () => {
  test("the open one is drawn, otherwise the first; a claim without wrong deltas is not", () => {
    const state = model.initial();
    expect(brokenClaim(state)).toBeNull();
    expect(brokenClaim({ ...state, broken: ["3ledger"] })).toBeNull();
    const both = { ...state, broken: ["3c:one-bias", "3b"], seed: 5 };
    expect(brokenClaim(both)).toEqual({ claim: "3b", broken: true, seed: 5 });
    expect(brokenClaim({ ...both, claim: "3c" })).toEqual({ claim: "3c", broken: "one-bias", seed: 5 });
  });

  function brokenScene(change: (back: CifgBackward) => CifgBackward): Scene {
    const { problem, states, back } = sourceOfFirst();
    const { dx, dh, T } = problem;
    const state: CifgState = { ...model.initial(), dx, dh, T, pass: "backward" };
    const tape = { states, backward: back } as Parameters<typeof sceneOf>[1]["frame"]["tape"];
    const request = { task: "cell", problem, broken: { claim: "3b", broken: "lost-minus", seed: 1 } } as const;
    return sceneOf(state, { frame: { task: "cell", tape, broken: change(back) }, request }, () => "the lost minus");
  }

  test("differing deltas are marked, rounding is not, and only their rows become higher", () => {
    const same = brokenScene((back) => ({
      ...back,
      deltas: { ...back.deltas, dc: back.deltas.dc.map((v) => v * (1 + 1e-14)) },
    }));
    expect(wrongDeltas(same)).toBe(0);
    expect([...wrongRows(same)]).toEqual([]);
    const scene = brokenScene((back) => {
      const df = back.deltas.df.slice();
      df[0] = (df[0] as number) + 1;
      return { ...back, deltas: { ...back.deltas, df } };
    });
    expect(wrongDeltas(scene)).toBe(1);
    expect([...wrongRows(scene)]).toEqual(["f"]);
    const one = shown(scene, "f", 1, 0);
    expect((one.wrong as number) - (one.delta as number)).toBeCloseTo(1, 9);
    expect(shown(scene, "c", 1, 0).wrong).toBeNull();
    expect([...wrongRows({ ...scene, pass: "forward" })]).toEqual([]);
  });
});

describe("the numbers of the tape", () => {
  /** A pen that keeps what is written, with its size: as wide as a wide font of the system. */
  function recording() {
    const texts: { text: string; size: number; bold: boolean; left: number; right: number; y: number }[] = [];
    const pen = {
      ...{
        font: "",
        fillStyle: "",
        globalAlpha: 1,
        textAlign: "left",
        textBaseline: "",
        strokeStyle: "",
        lineWidth: 1,
      },
      measureText(text: string) {
        const [, weight, size] = (/^(\d+) ([\d.]+)px/.exec(pen.font) ?? []).map(Number) as [number, number, number];
        const em = weight > 500 ? 0.7 : 0.64;
        const widths = [...text].map((sign) => (sign === "−" ? 0.84 : sign === "." ? em / 2 : em));
        return { width: size * widths.reduce((sum, width) => sum + width, 0) };
      },
      fillText(text: string, x: number, y: number) {
        const { width } = pen.measureText(text);
        const left = pen.textAlign === "right" ? x - width : x;
        const [, weight, size] = (/^(\d+) ([\d.]+)px/.exec(pen.font) ?? []).map(Number) as [number, number, number];
        texts.push({ text, size, bold: weight > 500, left, right: left + width, y });
      },
    };
    for (const name of ["beginPath", "rect", "fill", "stroke", "moveTo", "lineTo", "setLineDash"] as const)
      Object.assign(pen, { [name]: () => undefined });
    return { pen: pen as unknown as Pen, texts };
  }

  const cells = golden.cases.filter(({ T, batch }) => batch === 1 && T <= MAX_T).map((each) => sourceOf(each));
  test.each([
    [1037, "forward"],
    [1037, "backward"],
    [720, "forward"],
    [358, "backward"],
  ] as const)("in a room of %i px, %s, they stand in their boxes and are of 11 px or more", (room, pass) => {
    for (const source of cells) {
      const { T } = source.problem;
      const scene: Scene = { ...source, pass, at: T * EQUATIONS, unit: 0, lit: null, wrong: null };
      const tape = layTape(source.problem, room, 22);
      const { pen, texts } = recording();
      drawNumbers(pen, PLAIN, scene, spansOf(scene), tape.blocks);
      expect(texts.length).toBeGreaterThan(10 * T);
      for (const { text, size, bold, left, right, y } of texts) {
        const block = tape.blocks.find(
          ({ x, width, y: top, height }) => left >= x && right <= x + width && y > top && y < top + height,
        );
        expect(block, `${text} of ${size} px`).toBeDefined();
        // Where all steps are in view at once, the bold ones are narrow; a power of ten is long everywhere.
        if (!bold && /^−?\d\.\d+$|^0$/.test(text)) expect(size, text).toBeGreaterThanOrEqual(11);
        expect(size).toBeGreaterThanOrEqual(8.5);
      }
    }
  });

  test("of the largest cell are of 11 px, too, wherever it has been scrolled to", () => {
    const tape = layTape({ dx: 4, dh: 4, T: 12 }, 1037, 22);
    expect(tape.width).toBeGreaterThan(1037);
    const source = cells.find(({ problem }) => problem.T === 5) as (typeof cells)[number];
    const scene: Scene = { ...source, pass: "forward", at: 999, unit: 0, lit: null, wrong: null };
    for (const steps of [
      [1, 2],
      [3, 4],
    ]) {
      const { pen, texts } = recording();
      const blocks = tape.blocks.filter(({ t }) => t === 0 || steps.includes(t));
      drawNumbers(
        pen,
        PLAIN,
        scene,
        spansOf(scene),
        blocks.map((block) => ({ ...block, units: Math.min(block.units, 2) })),
      );
      const usual = texts.filter(({ text }) => /^−?0\.\d+$/.test(text));
      expect(usual.length).toBeGreaterThan(20);
      for (const { size, text } of usual) expect(size, text).toBe(11);
    }
  });
});

describe("files", () => {
  test("the table has every number once, and the weights are a problem that can be solved again", async () => {
    const source = sourceOfFirst();
    const { T, dh, dx } = source.problem;
    const scene: Scene = { ...source, pass: "forward", at: 0, unit: 0, lit: null, wrong: null };
    const rows = numbersCsv(scene)
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(rows).toHaveLength(1 + (T + 1) * dh);
    expect(rows[0]).toHaveLength(2 + 11 + 8);
    const [head, ...body] = rows as [string[], ...string[][]];
    const first = body.find(([t, unit]) => t === "1" && unit === "1") as string[];
    expect(Number(first[head.indexOf("f")])).toBe(source.states.f[0]);
    expect(Number(first[head.indexOf("dc~")])).toBe(source.back.deltas.dcTilde[0]);
    const start = body.find(([t]) => t === "0") as string[];
    expect(Number(start[head.indexOf("dc")])).toBe(source.back.grads.c0[0]);
    const json = JSON.parse(gradientsJson(scene)) as {
      params: CifgParams;
      T: number;
      dx: number;
      gradients: CifgParams;
    };
    expect(json).toMatchObject({ dx, dh, T, loss: source.back.loss });
    expect(json.params.U_c).toEqual(Array.from(source.problem.params.U_c));
    expect(json.gradients.W_o).toEqual(Array.from(source.back.grads.W_o));
    // In the menu, and where files are kept, none can be taken for one of the whole lab's.
    const own = filesOf(scene, "small");
    const { data: sequence, weights } = data.files;
    const labels = [sequence.label, weights.label, ...own.map(({ label }) => label)];
    expect(new Set(labels).size).toBe(labels.length);
    const names = (await Promise.all(own.map(({ make }) => make()))).map(({ name }) => name);
    for (const part of [data.files.weightsPart, data.files.dataPart])
      expect(names.every((name) => !name.includes(part))).toBe(true);
  });
});

describe("what the tape says besides", () => {
  const source = sourceOfFirst();
  const { T, dh } = source.problem;
  const all = T * EQUATIONS;
  const scene = (change: Partial<Scene>): Scene => {
    const { pass, at } = { pass: "forward" as const, at: all, ...change };
    return { ...source, pass, at, unit: 0, lit: lit({ pass, at, T }), wrong: null, ...change };
  };
  const pressed: unknown[] = [];
  const spoken = (now: Scene) =>
    spokenOfTape({
      scene: () => now,
      layout: () => layTape(now.problem, 1000, 0),
      place: (_, x, y) => ({ x, y }),
      press: (of, t) => pressed.push(of, t),
      table: () => null as unknown as HTMLElement,
    });

  test("only what is computed is named", () => {
    expect(spoken(scene({ at: 0 })).told()).toBe("");
    const told = spoken(scene({ at: EQUATIONS })).told();
    expect(told).toContain("t = 1, unit");
    expect(told).not.toContain("t = 2");
    expect(spoken(scene({})).told()).toContain(`t = ${T}`);
  });

  test("on the way back the largest delta is named, and at first that there is none", () => {
    expect(spoken(scene({ pass: "backward", at: 0 })).told()).toContain("No delta is computed yet.");
    const told = spoken(scene({ pass: "backward" })).told();
    const sizes = Object.values(source.back.deltas).flatMap((list: Float64Array) => Array.from(list, Math.abs));
    const largest = formatNumber(Math.max(...sizes));
    expect(told.replaceAll("\u2212", "")).toContain(`is ${largest}.`);
  });

  test("the first wrong deltas are named with what they should be, the others counted", () => {
    const deltas = { ...source.back.deltas, df: source.back.deltas.df.map((value) => 2 * value + 1) };
    const wrong = { claim: "3b", name: "", back: { ...source.back, deltas } };
    const told = spoken(scene({ pass: "backward", wrong })).told();
    const [right = 0] = source.back.deltas.df;
    expect(told).toContain(
      `Wrong: δf at t = 1, unit 1: ${formatNumber(2 * right + 1)} instead of ${formatNumber(right)}; `,
    );
    expect(told).toContain(`and ${T * dh - 3} more.`);
  });

  test("its rows are walked from the lit step on, and pressed", () => {
    const curves = spoken(scene({ at: EQUATIONS + 1 })).curves?.() ?? [];
    expect(curves).toHaveLength(COMPUTED.length);
    const [c] = curves;
    expect([c?.length, c?.start, c?.at(1)]).toEqual([T, 1, "t = 2: c is not computed yet"]);
    c?.press?.(1);
    expect(pressed).toEqual(["c", 2]);
    const place = c?.place(1);
    const hit = numberAt(layTape(source.problem, 1000, 0), place?.x ?? 0, place?.y ?? 0);
    expect([hit?.block.id, hit?.block.t, hit?.unit]).toEqual(["c", 2, 0]);
  });
});
