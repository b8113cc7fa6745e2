// The worked examples: every number of the text is computed and every computed one stands in the text, in each language; what a hand
// computes is what the solver answers, for whatever the reader sets.
/// <reference types="vite/types/importMeta.d.ts" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderTheory } from "../../web/build/theory-html.ts";
import { checkField, defaultsOf } from "../../web/host/fields.ts";
import type { Field } from "../../web/host/lab.ts";
import { fromPosition, positions } from "../../web/host/slider.ts";
import type { WorkedExample, WorkedValue } from "../../web/host/worked/worked.ts";
import { loadWatched } from "./support/load.ts";

const LABS = join(import.meta.dirname, "../../web/labs");
const examples = import.meta.glob<WorkedExample>("../../web/labs/*/worked.ts", { import: "default", eager: true });
const { pg } = await loadWatched();

/** Of each lab: the number that a hand computes and the solver's that it has to be, and what is known of the settings it begins with. */
const KNOWN: Readonly<
  Record<
    string,
    { readonly same: readonly (readonly [string, string])[]; readonly first: Readonly<Record<string, WorkedValue>> }
  >
> = {
  svr: {
    same: [
      ["lo", "solverLo"],
      ["hi", "solverHi"],
      ["xiLow", "solverXiLow"],
      ["xiHigh", "solverXiHigh"],
      ["primal", "solverPrimal"],
      ["dual", "solverPrimal"],
    ],
    first: { w: 0, lo: 0.2, hi: 0.8, alpha: 1, alphaStar: 1, primal: 1.2, balance: 0, gap: 0, wide: true },
  },
  svdd: {
    same: [
      ["rhoLo", "solverRhoLo"],
      ["rhoHi", "solverRhoHi"],
      ["xiEnd", "solverXi"],
      ["value", "primal"],
      ["value", "dual"],
      ["sumLo", "solverSumLo"],
    ],
    first: { mu: 0, rhoLo: 0, rhoHi: 1, wide: true, value: 1, sumLo: 1, many: false, solverXiMiddle: 0 },
  },
  cifg: {
    same: [
      ["h2", "loss"],
      ["dc2", "solverDc2"],
      ["dh1", "solverDh1"],
      ["dc1", "solverDc1"],
      ["dUf", "solverDUf"],
      ["dWf", "solverDWf"],
      ["dbf", "solverDbf"],
    ],
    // sigma(0.5), sigma(1.5), tanh(1)
    first: { f1: 0.622459, o1: 0.817574, cTilde1: 0.761594, c1: 0.287533 },
  },
  diffusion: {
    same: [
      ["bar2", "solverBar2"],
      ["v2", "solverRest"],
      ["rest", "solverRest"],
      ["eps", "solverEps"],
      ["variance", "solverVariance"],
      ["mean", "solverMean"],
      ["byNoise", "solverMean"],
      ["weight", "solverWeight"],
      ["short", "solverWeight"],
      ["kl", "solverKl"],
    ],
    first: { bar1: 0.8, bar2: 0.4, v2: 0.6, variance: 1 / 6, weight: 2.5 },
  },
};

const near = (found: WorkedValue | undefined, wanted: WorkedValue | undefined) => {
  if (typeof wanted === "number") expect(found).toBeCloseTo(wanted, 6);
  else expect(found).toEqual(wanted);
};

for (const [path, example] of Object.entries(examples)) {
  const lab = path.split("/").at(-2) as string;
  describe(lab, () => {
    const { same, first } = KNOWN[lab] ?? { same: [], first: {} };
    const start = defaultsOf(example.table) as Readonly<Record<string, never>>;
    const numbers = Object.entries(example.table) as [string, Extract<Field, { kind: "number" }>][];
    /** What the sliders can be set to. */
    const settings = fc.record(
      Object.fromEntries(
        numbers.map(([name, field]) => [name, fc.nat(positions(field)).map((at) => fromPosition(field, at))]),
      ),
    );

    test.each(readdirSync(join(LABS, lab)).filter((name) => /^worked(\.[\w-]+)?\.md$/.test(name)))(
      "%s has the numbers that are computed, and no others",
      (name) => {
        const file = join(LABS, lab, name);
        const html = Object.values(renderTheory(readFileSync(file, "utf8"), file).sections)
          .map(({ statement, derivation }) => statement + derivation)
          .join("");
        const named = [...html.matchAll(/data-number="(\w+)"/g)].map(([, number]) => number);
        expect([...new Set(named)].sort()).toEqual(Object.keys(example.compute(pg, start)).sort());
        expect(html).not.toContain("@");
      },
    );

    test("begins with what is known of it", () => {
      expect(Object.keys(first).length).toBeGreaterThan(0);
      const found = example.compute(pg, start);
      for (const [name, value] of Object.entries(first)) near(found[name], value);
    });

    test("the hand agrees with the solver for all settings", () => {
      expect(same.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(settings, (set) => {
          for (const [name, field] of numbers) expect(checkField(name, field, set[name])).toBeNull();
          const found = example.compute(pg, set as never);
          for (const [hand, solver] of same) near(found[hand], found[solver]);
        }),
      );
    });
  });
}
