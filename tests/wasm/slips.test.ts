// The handout's slips: all of them can be switched, every number of their texts is computed and shows what is said of it, and every
// mistake that stands for one is known. That each mistake makes the check of its claim fail is seen in mistakes.test.ts.
/// <reference types="vite/types/importMeta.d.ts" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { translated } from "../../web/build/languages.mjs";
import { renderTheory } from "../../web/build/theory-html.ts";
import type { Numbers, Slips } from "../../web/host/slips/slip.ts";
import { correctedOf, printedOf } from "../../web/host/slips/text.ts";
import { written } from "../../web/host/worked/written.ts";
import { MISTAKES as cifg } from "../../web/labs/cifg/mistakes.ts";
import { MISTAKES as diffusion } from "../../web/labs/diffusion/mistakes.ts";
import { MISTAKES as svdd } from "../../web/labs/svdd/mistakes.ts";
import { MISTAKES as svr } from "../../web/labs/svr/mistakes.ts";
import { loadWatched } from "./support/load.ts";

const LABS = join(import.meta.dirname, "../../web/labs");
const tables = import.meta.glob<Slips>("../../web/labs/*/slips.ts", { import: "default", eager: true });
const titles = import.meta.glob<Readonly<Record<string, string>>>("../../web/labs/*/messages/slips.*.ts", {
  import: "slips",
  eager: true,
});
const mistakes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = { svr, svdd, cifg, diffusion };
const { pg } = await loadWatched();

/** What is known of a slip: the mistake that it is, or its numbers, to six digits. */
const KNOWN: Readonly<Record<string, string | Numbers>> = {
  // 2 * 0.3 + (1 - 2 * 0.2): the flat piece between the corners of g
  "svr 1c1 isIn": { lo: 0.2, hi: 0.8, length: 0.6 },
  // w = 0: the four slacks of b in [1.1, 1.9] are 1.4, 0.4, 0.4, 1.4. The tube of width 0.2 lowers the slope to 2.8 / 3.
  "svr 1c1 denoteW": { named: 3.6, w: 14 / 15, least: (14 / 15) ** 2 / 2 },
  "svr 1c2 rows": "plain",
  "svdd 2.2 radius": { short: 1 / 4 },
  "svdd 2.4 zero": { hat: false, end: 1, half: 1 / 2, zero: 0 },
  "svdd 2.6 count": { printed: 0.2, right: 0.4 },
  "cifg 3b leftOut": "no-recurrent",
  // ln 1 / alphaBar = sum -ln(1 - beta); the divergence as claim 4a has it
  "diffusion 4a end": { end: 4.03583e-5, kl: 2.01796e-5, short: 1.1366 },
  "diffusion 4c perfect": "exact",
  "diffusion 4d alpha": { weight: 0.0102045, taken: 247.791 },
  "diffusion 4d const": { kl: 2.88456e-4, term: 2.88456e-4, rest: 0 },
  "diffusion 4d average": { common: 0.17205, rare: 3.56129, mean: 0.510975 },
  "diffusion 4d first": { variance: 0, second: 0.599672, first: Number.POSITIVE_INFINITY },
  "diffusion 4r1 root": "plain",
};

const labs = Object.entries(tables).map(([path, table]) => ({ lab: path.split("/").at(-2) as string, table }));
const all = labs.flatMap(({ lab, table }) => Object.entries(table).map(([id, slip]) => ({ lab, id, ...slip })));

test("all slips are there", () => {
  expect(all.map(({ lab, claim, id }) => `${lab} ${claim} ${id}`).sort()).toEqual(Object.keys(KNOWN).sort());
  expect(all).toHaveLength(14);
});

describe.each(all)("$lab: $id of claim $claim", ({ lab, id, claim, mistake, compute }) => {
  const known = KNOWN[`${lab} ${claim} ${id}`];
  const numbers = compute?.(pg) ?? {};

  test("shows by a mistake or by numbers what follows", () => {
    if (typeof known === "string") {
      expect(mistake).toBe(known);
      expect(["plain", ...(mistakes[lab]?.[claim] ?? [])]).toContain(known);
      return;
    }
    expect(Object.keys(numbers).sort()).toEqual(Object.keys(known ?? {}).sort());
    for (const [name, value] of Object.entries(known ?? {})) {
      const found = numbers[name];
      if (typeof value !== "number" || typeof found !== "number" || !Number.isFinite(value)) expect(found).toBe(value);
      else expect(Math.abs(found - value), name).toBeLessThanOrEqual(1e-5 * Math.abs(value));
    }
  });

  test.each(["en", "zh-TW"] as const)("has its words in %s, with these numbers and no others", (language) => {
    const english = join(LABS, lab, "slips.md");
    const file = translated(english, language) ?? english;
    const section = renderTheory(readFileSync(file, "utf8"), file).sections[id];
    if (section === undefined) throw new Error("no text");
    const named = [...section.statement.matchAll(/data-number="(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(numbers).sort());
    const printed = printedOf(section, (name) => written(numbers[name] ?? null));
    const corrected = correctedOf(section);
    expect(printed).not.toMatch(/data-number="\w+">…|@/);
    expect(corrected).not.toMatch(/<h4>|data-number|@/);
    expect(printed).toContain("theory-display");
    expect(corrected).toContain("theory-display");
    expect(titles[`../../web/labs/${lab}/messages/slips.${language}.ts`]?.[id]).toBeTruthy();
  });
});

test("no text is of another slip", () => {
  for (const { lab, table } of labs)
    for (const language of ["en", "zh-TW"] as const) {
      const file = join(LABS, lab, language === "en" ? "slips.md" : "slips.zh-TW.md");
      expect(Object.keys(renderTheory(readFileSync(file, "utf8"), file).sections)).toEqual(Object.keys(table));
      expect(Object.keys(titles[`../../web/labs/${lab}/messages/slips.${language}.ts`] ?? {})).toEqual(
        Object.keys(table),
      );
    }
});

test("the average of the bound is that of the chain with the exact answer", () => {
  const { mean } = tables["../../web/labs/diffusion/slips.ts"]?.average?.compute?.(pg) ?? {};
  const { parts } = pg.diffusion.nelbo({
    ...{ schedule: { kind: "cosine", T: 10, s: 0.008, betaMax: 0.999 }, draws: 2, seed: 1 },
    data: { weights: [0.9, 0.1], means: [1, -1], covariances: [0, 0], d: 1 },
  });
  expect(mean).toBeCloseTo(parts.posterior.steps, 6);
});
