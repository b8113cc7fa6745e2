// What comes from a page around: read as one of the messages, or refused; never thrown at.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rate } from "../../web/host/frame/channel.ts";
import { bounded, createTeller, HIGHEST, LOWEST } from "../../web/host/frame/height.ts";
import { isOurs, MOST, readMessage } from "../../web/host/frame/message.ts";
import { en } from "../../web/host/frame/messages.en.ts";
import { PARTS, readNames } from "../../web/host/frame/parts.ts";
import type { LabModel } from "../../web/host/lab.ts";
import { labList } from "../../web/registry.ts";

const read = (message: object, ports = 0) => readMessage({ proofground: 1, ...message }, ports);
const refusal = (message: object, ports = 0) => read(message, ports).refusal;

describe("messages", () => {
  it("of each type are read, with their id", () => {
    expect(read({ type: "get-state", id: "a" })).toEqual({ id: "a", message: { type: "get-state" }, refusal: null });
    expect(read({ type: "open", q: "1c1", id: 7 })).toEqual({
      id: 7,
      message: { type: "open", lab: null, q: "1c1" },
      refusal: null,
    });
    expect(read({ type: "set-state", state: "1.abc" }).message).toEqual({ type: "set-state", state: "1.abc" });
    expect(read({ type: "set-state", state: { C: 5, x: [1, 2] } }).message).toEqual({
      type: "set-state",
      state: { C: 5, x: [1, 2] },
    });
    expect(read({ type: "set", theme: "dark", hide: ["data", "C"], lock: "" }).message).toEqual({
      type: "set",
      wishes: { theme: "dark", hide: "data,C", lock: "" },
    });
    for (const type of ["get-verdicts", "undo", "redo"]) expect(read({ type }).message).toEqual({ type });
  });

  it("of another shape are refused, with their id where it can be repeated", () => {
    expect(read({ type: "toString", id: "a" })).toEqual({ id: "a", message: null, refusal: "unknown-type" });
    expect(refusal({ type: "__proto__" })).toBe("unknown-type");
    expect(readMessage({ proofground: 2, type: "undo", id: 1 })).toEqual({ id: 1, message: null, refusal: "version" });
    const shapes: object[] = [
      {},
      { type: 1 },
      { type: "undo", more: 1 },
      { type: "undo", id: {} },
      { type: "undo", id: Number.NaN },
      { type: "undo", id: "a".repeat(101) },
      { type: "open" },
      { type: "open", lab: 5 },
      { type: "open", lab: "a".repeat(101) },
      { type: "set-state" },
      { type: "set-state", state: null },
      { type: "set-state", state: [1] },
      { type: "set-state", state: { C: undefined } },
      { type: "set-state", state: { C: 5n } },
      { type: "set-state", state: { x: new Float64Array(3) } },
      { type: "set-state", state: new Map() },
      { type: "set-state", state: new (class Own {})() },
      { type: "set-state", state: { get: () => 1 } },
      { type: "set", theme: 1 },
      { type: "set", theme: ["dark"] },
      { type: "set", hide: "data&lock=C" },
      { type: "set", hide: [1] },
    ];
    for (const message of shapes) expect(refusal(message), String(Object.values(message))).toBe("shape");
    expect(refusal({ type: "undo" }, 1), "a port came along").toBe("shape");
  });

  it("run no code of the sender's", () => {
    let ran = 0;
    const hostile = {
      get proofground() {
        ran++;
        return 1;
      },
      get type() {
        ran++;
        return "undo";
      },
    };
    expect(readMessage(hostile).refusal).toBe("shape");
    const state = Object.defineProperty({}, "C", { enumerable: true, get: () => ++ran });
    expect(refusal({ type: "set-state", state })).toBe("shape");
    const trap = new Proxy(
      { proofground: 1, type: "undo" },
      {
        ownKeys: () => {
          throw new Error("trap");
        },
      },
    );
    expect(readMessage(trap).refusal).toBe("shape");
    expect(ran).toBe(0);
  });

  it("are bounded before they are walked", () => {
    expect(refusal({ type: "set-state", state: "a".repeat(MOST) })).toBe("too-large");
    expect(refusal({ type: "set-state", state: { x: new Array(10_000_000) } })).toBe("too-large");
    expect(
      refusal({ type: "set-state", state: Object.fromEntries(Array.from({ length: 50_000 }, (_, k) => [`k${k}`, 1])) }),
    ).toBe("too-large");
    expect(refusal({ type: "set-state", state: "a".repeat(MOST - 200) })).toBeNull();
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    expect(refusal({ type: "set-state", state: circle })).toBe("shape");
    let deep: object = {};
    for (let k = 0; k < 100_000; k++) deep = { deep };
    expect(refusal({ type: "set-state", state: deep })).toBe("shape");
  });

  it("of any other kind are left alone", () => {
    for (const data of [
      null,
      undefined,
      1,
      "{}",
      [],
      [1],
      {},
      { type: "undo" },
      new Map(),
      Object.create({ proofground: 1 }),
    ])
      expect(isOurs(data)).toBe(false);
    expect(isOurs({ proofground: "x" })).toBe(true);
  });

  it("whatever they are, are read or refused", () => {
    const type = fc.constantFrom("get-state", "set-state", "open", "set", "get-verdicts", "undo", "redo");
    const any = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
    });
    const message = fc.record(
      { proofground: fc.constant(1), type, state: any, lab: any, q: any, hide: any, theme: any, id: any },
      { requiredKeys: ["proofground"] },
    );
    fc.assert(
      fc.property(message, (data) => {
        const { message: taken, refusal: no, id } = readMessage(data);
        expect((taken === null) !== (no === null)).toBe(true);
        if (no !== null) expect(en.refused).toHaveProperty(no);
        expect(["undefined", "string", "number"]).toContain(typeof id);
      }),
      { seed: 14, numRuns: 2000 },
    );
  });
});

const models = await Promise.all(labList.labs.map(async (entry) => (await entry.model()).default as LabModel<object>));

describe("names to hide and to lock", () => {
  it("are fields of the lab's table, or parts; others are said", () => {
    for (const model of models) {
      const fields = Object.keys(model.table);
      const names = [...fields, ...PARTS.map(({ name }) => name)].join(",");
      expect(readNames(names, model, "hide").unknown, model.id).toEqual([]);
      expect(readNames(names, model, "lock").unknown, model.id).toEqual(["export", "open"]);
      expect(readNames("constructor,__proto__,,", model, "hide")).toEqual({
        known: new Set(),
        unknown: ["constructor", "__proto__"],
      });
    }
  });

  it("of a locked part are its fields as well, all of the lab's table", () => {
    for (const model of models) {
      for (const [part, fields] of Object.entries(model.parts ?? {})) {
        expect(fields.length, `${model.id} ${part}`).toBeGreaterThan(0);
        for (const field of fields) expect(model.table, `${model.id} ${part}`).toHaveProperty(field);
        const { known } = readNames(part, model, "lock");
        expect([...known].sort()).toEqual([...new Set([part, ...fields])].sort());
      }
      expect(model.parts, model.id).toHaveProperty("data");
      expect(readNames("break", model, "lock").known).toEqual(new Set(["break", "broken"]));
    }
  });
});

describe("bounds", () => {
  it("no second has more than so many", () => {
    let time = 0;
    const may = rate(3, () => time);
    expect([may(), may(), may(), may()]).toEqual([true, true, true, false]);
    time = 999;
    expect(may()).toBe(false);
    time = 1000;
    expect([may(), may(), may(), may()]).toEqual([true, true, true, false]);
  });

  it("of the height, and no two heights take turns", () => {
    expect(bounded(3)).toBe(LOWEST);
    expect(bounded(1e9)).toBe(HIGHEST);
    const told: number[] = [];
    const say = createTeller((height) => told.push(height));
    // A layout that is lower in a high frame: 600 in one of 500, 500 in one of 600.
    for (const height of [500, 600, 500, 500, 600, 601]) say(height, 700);
    expect(told).toEqual([500, 600, 601]);
    say(500, 300);
    expect(told).toEqual([500, 600, 601, 500]);
  });
});
