import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../web/host/fields.ts";
import type { Field, Table } from "../../web/host/lab.ts";
import { isDenormal } from "../../web/host/number.ts";
import { MAX_PACKED, MAX_UNPACKED, pack, unpack } from "../../web/host/pack.ts";
import { formatAddress, fromFields, type LinkModel, packState, parseAddress, readState } from "../../web/host/url.ts";

const TABLE = {
  preset: { kind: "choice", default: "line", options: ["line", "wave"] },
  x: { kind: "numbers", default: [], maxCount: 50, min: -1e6, max: 1e6 },
  names: { kind: "texts", default: [], maxLength: 8, maxCount: 3 },
  title: { kind: "text", default: "", maxLength: 20 },
  C: { kind: "number", default: 1, min: 1e-3, max: 1e6, scale: "log" },
  degree: { kind: "number", default: 3, min: 1, max: 8, integer: true },
  offset: { kind: "maybe-number", default: null, min: -1, max: 1 },
  scaled: { kind: "flag", default: true },
} as const satisfies Table;
type State = Record<keyof typeof TABLE, unknown>;

function start(preset: string): State {
  const state = Object.fromEntries(Object.entries<Field>(TABLE).map(([key, field]) => [key, field.default])) as State;
  return preset === "wave" ? { ...state, preset, x: [0, 1, 0, -1], C: 100 } : { ...state, preset, x: [1, 2, 3] };
}
const model: LinkModel<State> = {
  table: TABLE,
  claims: ["1a"],
  initial: () => start("line"),
  inconsistency: (state) => (state.degree === 7 && state.scaled === false ? "degreeNeedsScale" : null),
  forClaim: () => ({ ...start("wave"), title: "claim" }),
  base: { key: "preset", state: start },
};

const at = (packed: string | null, claim: string | null = null) => ({ lab: "t", claim, packed, widget: false });
const packed = async (value: unknown) => `1.${await pack(JSON.stringify(value))}`;
const refused = async (value: unknown) => (await readState(model, at(await packed(value)))).refusal;

/** Any value the field may hold. */
function anyValue(field: Field): fc.Arbitrary<unknown> {
  const number = (min: number, max: number, integer = false) =>
    integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  switch (field.kind) {
    case "number":
      return number(field.min, field.max, field.integer);
    case "maybe-number":
      return fc.option(number(field.min, field.max, field.integer));
    case "choice":
      return fc.constantFrom(...field.options);
    case "flag":
      return fc.boolean();
    case "text":
      return fc.string({ unit: "binary", maxLength: field.maxLength }).filter((text) => text.length <= field.maxLength);
    case "texts":
      return fc.array(fc.string({ maxLength: field.maxLength }), { maxLength: field.maxCount });
    case "numbers":
      return fc.array(
        number(field.min ?? -1e9, field.max ?? 1e9).filter((value) => !isDenormal(Number(value))),
        { maxLength: field.maxCount },
      );
  }
}
const anyState = fc.record(
  Object.fromEntries(Object.entries<Field>(TABLE).map(([key, field]) => [key, anyValue(field)])),
) as fc.Arbitrary<State>;

/** Streams turn over many tasks: on a busy machine a thousand of them outlast the usual limit, ms. */
const PATIENT = 60_000;

describe("state in a link", { timeout: PATIENT }, () => {
  it("comes back as it was, whatever the state", async () => {
    await fc.assert(
      fc.asyncProperty(anyState, async (state) => {
        fc.pre(model.inconsistency(state) === null);
        const s = await packState(model, state);
        const hash = formatAddress({ lab: "t", claim: null, packed: s === "" ? null : s, widget: false });
        const address = parseAddress(hash);
        if (isRefusal(address)) throw new Error("refused");
        const back = await readState(model, address);
        expect(back.refusal).toBeNull();
        // -0 and 0 are one value in JSON.
        expect(JSON.parse(JSON.stringify(back.state))).toEqual(JSON.parse(JSON.stringify(state)));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("is empty for the initial state and short for an untouched preset", async () => {
    expect(await packState(model, start("line"))).toBe("");
    const wave = await packState(model, start("wave"));
    expect(wave?.length).toBeLessThan(40);
    expect((await readState(model, at(wave))).state).toEqual(start("wave"));
    expect(formatAddress({ lab: "t", claim: null, packed: null, widget: false })).toBe("#lab=t");
  });

  it("survives characters beyond Latin-1", async () => {
    const state = { ...start("line"), title: "支持向量 ε 🌀" };
    expect((await readState(model, at(await packState(model, state)))).state).toEqual(state);
  });

  it("is withheld when there is too much of it", async () => {
    const noise = Array.from({ length: 400_000 }, (_, i) => Math.sin(i * 12.9898) * 43758.5453);
    expect(await packState(model, { ...start("line"), x: noise })).toBeNull();
  });
});

describe("deep links", () => {
  it("open the claim's state", async () => {
    expect(parseAddress("#q=1a")).toMatchObject({ lab: null, claim: "1a" });
    expect((await readState(model, at(null, "1a"))).state.title).toBe("claim");
    expect((await readState(model, at(null, "9z"))).refusal).toMatchObject({
      reason: "unknown-claim",
      field: "q",
      value: "9z",
    });
  });
  it("know the widget mode", () => {
    expect(parseAddress("#lab=svr&w=1")).toMatchObject({ lab: "svr", widget: true });
    expect(formatAddress({ lab: "svr", claim: "1a", packed: null, widget: true })).toBe("#lab=svr&q=1a&w=1");
  });
});

describe("starting states that have to be brought", () => {
  const bringing = (bring: (value: string) => Promise<void>) => {
    const here: string[] = [];
    const needs = (preset: string) => {
      if (preset !== "line" && !here.includes(preset)) throw new Error(`${preset} is not here`);
      return start(preset);
    };
    const base = {
      key: "preset",
      state: needs,
      bring: (value: string) => bring(value).then(() => void here.push(value)),
    };
    return { ...model, base };
  };

  it("are awaited before the link is read", async () => {
    const link = at(await packed({ preset: "wave", degree: 3 }));
    const { state, refusal } = await readState(
      bringing(() => Promise.resolve()),
      link,
    );
    expect({ state, refusal }).toEqual({ state: { ...start("wave"), degree: 3 }, refusal: null });
  });

  it("leave the link unread where they do not arrive: that is no fault of the link", async () => {
    const link = at(await packed({ preset: "wave" }));
    await expect(
      readState(
        bringing(() => Promise.reject(new Error("offline"))),
        link,
      ),
    ).rejects.toThrow("offline");
  });

  it("are asked for by no link without a name for one", async () => {
    for (const value of [{ degree: 3 }, { preset: 3 }, null, 7, [], "preset"])
      await readState(
        bringing(() => Promise.reject(new Error("asked"))),
        at(await packed(value)),
      );
  });
});

describe("links that were changed on their way", () => {
  it.each([
    ["#lab%3Dsvdd%26q%3D2.5c"],
    ["#lab%3dsvdd%26q%3d2.5c"],
    ["#lab%253Dsvdd%2526q%253D2.5c"],
    ["#lab%25253Dsvdd%252526q%25253D2.5c"],
    ["#lab%3Dsvdd&q=2.5c"],
    ["#lab=svdd&amp;q=2.5c"],
    ["#lab=svdd&amp;amp;q=2.5c"],
    ["#lab=svdd&#0038;q=2.5c"],
    ["#lab=svdd&#x0026;q=2.5c"],
    ["#lab=svdd&#38;q=2.5c"],
    ["#lab%3Dsvdd%26amp%3Bq%3D2.5c"],
    ["#lab=svdd&ampq=2.5c"],
    ["#lab%3Dsvdd%26ampq%3D2.5c"],
    ["%23lab=svdd&q=2.5c"],
    ["#lab=svdd&q=2.5c)"],
    ["#lab=svdd&q=2.5c)."],
    ["#lab=svdd&q=2.5c>"],
    ["#lab=svdd&q=2.5c%3E"],
    ["#lab=svdd&q=2.5c\u201d,"],
    ["#lab=svdd&q=2.5c&utm_source=mail"],
    ["#lab=svdd&q=2.5c%0A"],
    ["#lab=svdd&q=2.%20%0D%0A5c"],
  ])("say what they said: %s", (hash) => {
    expect(parseAddress(hash)).toEqual({ lab: "svdd", claim: "2.5c", packed: null, widget: false });
  });

  it("keep their state, whatever the state and however they were encoded", async () => {
    const wrap = fc.constantFrom(
      (text: string) => encodeURIComponent(text),
      (text: string) => encodeURIComponent(encodeURIComponent(text)),
      (text: string) => text.replaceAll("&", "&amp;"),
      (text: string) => `${text}).`,
      (text: string) => `${text}">`,
    );
    await fc.assert(
      fc.asyncProperty(anyState, fc.boolean(), fc.array(wrap, { maxLength: 3 }), async (state, broken, ways) => {
        fc.pre(model.inconsistency(state) === null);
        const packed = (await packState(model, state)) || null;
        const address = { lab: "t", claim: null, packed, widget: true };
        const hash = formatAddress(address)
          .slice(1)
          .replace(/.{30}/g, broken ? "$&%0A" : "$&");
        expect(parseAddress(`#${ways.reduce((text, way) => way(text), hash)}`)).toEqual(address);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("get a sentence where they have text that says nothing", () => {
    for (const hash of ["#2.5c", "#svdd", "#lab:svdd", "#%E6%94%AF", "#constructor=1", "#__proto__[lab]=svr", "#%"])
      expect(parseAddress(hash), hash).toMatchObject({ reason: "link-unknown" });
    for (const hash of ["", "#"]) expect(parseAddress(hash)).toMatchObject({ lab: null, claim: null, packed: null });
  });
});

describe("hostile links", { timeout: PATIENT }, () => {
  it("never throw, and always give the initial state with a refusal or a state the table allows", async () => {
    const hash = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string().map((text) => `#s=${text}`),
      fc.base64String().map((text) => `#s=1.${text}`),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => `#s=1.${Buffer.from(bytes).toString("base64url")}`),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => `#s=1.${deflateRawSync(bytes).toString("base64url")}`),
      fc.json().map((text) => `#s=1.${deflateRawSync(text).toString("base64url")}`),
      fc
        .dictionary(fc.constantFrom("__proto__", "constructor", "toString", ...Object.keys(TABLE)), fc.jsonValue())
        .map((value) => `#s=1.${deflateRawSync(JSON.stringify(value)).toString("base64url")}`),
    );
    await fc.assert(
      fc.asyncProperty(hash, async (text) => {
        const address = parseAddress(text);
        if (isRefusal(address)) return;
        const { state, refusal } = await readState(model, address);
        expect(Object.keys(state).sort()).toEqual(Object.keys(TABLE).sort());
        if (refusal) expect(state).toEqual(model.initial());
        else expect(isRefusal(fromFields(model, state))).toBe(false);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it.each([
    ["an unknown field", { colour: 1 }, "unknown-field", "colour"],
    ["a text for a number", { C: "1" }, "wrong-kind", "C"],
    ["null for a number", { C: null }, "wrong-kind", "C"],
    ["a number below", { C: 0 }, "out-of-range", "C"],
    ["a number above", { C: 1e308 }, "out-of-range", "C"],
    ["a fraction for a whole number", { degree: 2.5 }, "not-whole", "degree"],
    ["a degree of 40", { degree: 40 }, "out-of-range", "degree"],
    ["an unknown option", { preset: "nope" }, "not-an-option", "preset"],
    ["an option named like a method", { preset: "toString" }, "not-an-option", "preset"],
    ["a list for a flag", { scaled: [] }, "wrong-kind", "scaled"],
    ["too long a text", { title: "x".repeat(21) }, "text-too-long", "title"],
    ["too many numbers", { x: new Array(51).fill(0) }, "too-many", "x"],
    ["one bad entry", { x: [0, 1, 2e6] }, "out-of-range", "x[2]"],
    ["a number that has lost its digits", { x: [0, 5e-324] }, "out-of-range", "x[1]"],
    ["a hole in a list", { x: [0, null] }, "wrong-kind", "x[1]"],
    ["an object as a list", { x: { length: 1, 0: 1 } }, "wrong-kind", "x"],
    ["parts that disagree", { degree: 7, scaled: false }, "inconsistent", ""],
    ["a list of fields", [1, 2], "link-damaged", ""],
    ["null", null, "link-damaged", ""],
  ])("with %s are refused by name", async (_, value, reason, field) => {
    expect(await refused(value)).toMatchObject({ reason, field });
  });

  it("cannot smuggle infinity or a prototype in", async () => {
    const smuggle = async (json: string) => (await readState(model, at(`1.${await pack(json)}`))).refusal;
    expect(await smuggle('{"C": 1e999}')).toMatchObject({ reason: "not-finite", field: "C" });
    expect(await smuggle('{"x": [1e999]}')).toMatchObject({ reason: "not-finite", field: "x[0]" });
    expect(await smuggle('{"__proto__": {"C": 5}}')).toMatchObject({ reason: "unknown-field", field: "__proto__" });
    expect(({} as { C?: number }).C).toBeUndefined();
  });

  it("are refused when damaged, of another version, or too long", async () => {
    expect((await readState(model, at("1.@@@"))).refusal?.reason).toBe("link-damaged");
    expect((await readState(model, at("1."))).refusal?.reason).toBe("link-damaged");
    expect((await readState(model, at("AAAA"))).refusal?.reason).toBe("link-damaged");
    expect((await readState(model, at("2.AAAA"))).refusal?.reason).toBe("link-version");
    expect((await readState(model, at(`1.${await pack("{")}`))).refusal?.reason).toBe("link-damaged");
    const cut = (await packed({ title: "a long enough title" })).slice(0, -4);
    expect((await readState(model, at(cut))).refusal?.reason).toBe("link-damaged");
    const long = parseAddress(`#s=1.${"A".repeat(MAX_PACKED + 3000)}`);
    expect(isRefusal(long) && long.reason).toBe("link-too-long");
  });

  it("are read in a time that grows with their length, whatever repeats in them", () => {
    const seconds = (make: (length: number) => string, length: number) => {
      const text = make(length);
      const begun = performance.now();
      parseAddress(text);
      return (performance.now() - begun) / 1000;
    };
    const repeats: ((length: number) => string)[] = [
      (n) => `#lab=${".".repeat(n)}a`,
      (n) => `#s=${"%2E".repeat(n / 3)}a`,
      (n) => `#&${"amp".repeat(n / 3)}x=1`,
      (n) => `#${"&amp".repeat(n / 4)}`,
      (n) => `#${"%25".repeat(n / 3)}zz`,
      (n) => `#&#${"0".repeat(n)}x`,
      (n) => `#hide=${",".repeat(n)}a`,
    ];
    for (const [k, make] of repeats.entries()) {
      // Ten times as long: ten times the time, not a hundred. The first milliseconds are the machine's own.
      const short = Math.max(0.02, seconds(make, 8_000));
      expect(seconds(make, 80_000) / short, `text ${k}`).toBeLessThan(50);
    }
  });

  it("cannot blow memory up: inflation stops at the limit", async () => {
    const bomb = deflateRawSync(Buffer.alloc(100_000_000)).toString("base64url");
    expect(bomb.length).toBeLessThan(MAX_PACKED);
    const before = process.memoryUsage().rss;
    expect(await unpack(bomb)).toBe("too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(8 * MAX_UNPACKED);
  });

  it("quote no more than a little of what came", async () => {
    const refusal = await refused({ preset: "x".repeat(1_000_000) });
    expect(refusal?.value.length).toBeLessThan(50);
  });
});

describe("what a page around asks for", () => {
  it("comes along, bounded and without what no name has, and is written again", () => {
    const address = parseAddress("#lab=svr&w=1&lang=zh-TW&theme=dark&hide=data,C&lock=&task=a1");
    expect(address).toEqual({
      ...{ lab: "svr", claim: null, packed: null, widget: true },
      wishes: { lang: "zh-TW", theme: "dark", hide: "data,C", lock: "", task: "a1" },
    });
    if (isRefusal(address)) throw new Error("refused");
    // What is lifted needs no word in a new address.
    const { lock: _, ...wishes } = address.wishes ?? {};
    expect(parseAddress(formatAddress(address))).toEqual({ ...address, wishes });
    expect(parseAddress("#lock=C")).toEqual({
      lab: null,
      claim: null,
      packed: null,
      widget: false,
      wishes: { lock: "C" },
    });
    expect(parseAddress("#lab=svr")).not.toHaveProperty("wishes");
    expect(parseAddress("#hide=%3Cb%3E%26x%23y,C")).toMatchObject({ wishes: { hide: "b" } });
    const long = parseAddress(`#lock=${"C,".repeat(5000)}`);
    expect(isRefusal(long) ? "" : (long.wishes?.lock ?? "").length).toBe(2000);
  });
});
