// How theory.md becomes HTML, its styles and its fonts.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { theoryCss } from "../../web/build/theory-css.ts";
import { hoistStyles, renderTheory } from "../../web/build/theory-html.ts";
import { labList } from "../../web/registry.ts";

const FILE = join(import.meta.dirname, "../../web/labs/svr/theory.md");
const rendered = renderTheory(readFileSync(FILE, "utf8"), FILE);
const html = Object.values(rendered.sections)
  .map(({ statement, derivation }) => statement + derivation)
  .join("");

describe("renderTheory", () => {
  const section = (body: string) => `# 1a\n\n${body}\n\n## Derivation\n\nText.\n`;

  it("names file and section of bad TeX", () => {
    expect(() => renderTheory(section("$\\frac{1}$"), "x.md")).toThrow(/x\.md: section 1a/);
    expect(() => renderTheory(section("$\\notacommand$"), "x.md")).toThrow(/x\.md: section 1a/);
  });

  it("refuses TeX that may do more than typeset, and what KaTeX only warns of", () => {
    for (const tex of [
      "\\href{javascript:alert(1)}{x}",
      "\\htmlStyle{color:red}{x}",
      "\\includegraphics{x.png}",
      "é",
    ]) {
      const result = () => renderTheory(section(`$${tex}$`), "x.md").sections["1a"]?.statement ?? "";
      let made = "";
      try {
        made = result();
      } catch {
        continue;
      }
      expect(made).not.toMatch(/href=|<img|\sstyle=/);
    }
  });

  it("refuses formulas that are not closed", () => {
    expect(() => renderTheory(section("a $x"), "x.md")).toThrow(/not closed/);
    expect(() => renderTheory(section("$$\nx\n"), "x.md")).toThrow(/not closed/);
  });

  it("refuses sections without derivation, twice, without id, and text before the first", () => {
    expect(() => renderTheory("# 1a\n\nText.\n", "x.md")).toThrow(/1a lacks/);
    expect(() => renderTheory(section("a") + section("b"), "x.md")).toThrow(/twice/);
    expect(() => renderTheory("# one a\n\nText.\n", "x.md")).toThrow(/not a claim id/);
    expect(() => renderTheory(`text\n${section("a")}`, "x.md")).toThrow(/before the first/);
  });

  it("writes HTML in the text as text", () => {
    expect(renderTheory(section("<img src=x onerror=alert(1)>"), "x.md").sections["1a"]?.statement).toContain(
      "&lt;img",
    );
  });

  it("keeps the marks around a formula in one box with it, also behind bold, in both languages", () => {
    const statement = (text: string) => renderTheory(section(text), "x.md").sections["1a"]?.statement;
    const tied = (before: string, after: string) =>
      new RegExp(`<span class="theory-tie">${before && "\\"}${before}<span class="katex">.*</span>${after}</span>`);
    for (const [text, before, after] of [
      ["$x$, y", "", ","],
      ["$x$。後", "", "。"],
      ["前（$x$），後", "（", "），"],
      ["**$x$**、後", "", "、"],
      ["at [$x$ and y", "[", ""],
    ] as const)
      expect(statement(text), text).toMatch(tied(before, after));
    for (const text of ["$x$ and y", "$x$ 是", "**$x$** y"]) expect(statement(text)).not.toContain("theory-tie");
  });

  it("lets such a formula end a line at its own places", () => {
    const places = (text: string) =>
      renderTheory(section(text), "x.md").sections["1a"]?.statement.match(/<wbr><span class="katex-base">/g)?.length ??
      0;
    expect(places("$x=y+z$, y")).toBe(2);
    expect(places("$x$, y")).toBe(0);
  });

  it("marks a title in English in the Chinese text, which has no italics of its own", () => {
    const html = renderTheory(section("出處：*Convex Analysis*，*要*。"), "x.zh-TW.md").sections["1a"]?.statement;
    expect(html).toContain('<em lang="en">Convex Analysis</em>');
    expect(html).toContain("<em>要</em>");
  });

  it("sets display formulas inside numbered steps", () => {
    const { sections } = renderTheory("# 1a\n\nA\n\n## D\n\n1. one\n\n   $$\n   x\n   + y\n   $$\n\n2. two\n", "x.md");
    expect(sections["1a"]?.derivation).toMatch(/<ol>[\s\S]*<li>[\s\S]*theory-display[\s\S]*<li>[\s\S]*<\/ol>/);
  });
});

describe("questions before steps", () => {
  const steps = `# 1a

Text.

## Derivation

1. ? Which sign must $\\beta$ have?

   **It is positive.** Since

   $$
   x
   $$

   - ? a list inside
   - of it

2. No question.

3. ? A question alone on its line
   goes on. {extra}

   Told.

## Why {extra}

More.
`;
  const text = (file: string) =>
    (renderTheory(steps, file).sections["1a"]?.derivation ?? "")
      .replace(/<span class="[^"]*\bkatex\b.*?<\/math>.*?<\/span>(?=[^<])/gs, "$")
      .replace(/\s+/g, " ");

  it("fold the rest of the step, and only of that step", () => {
    const html = text("x.md");
    expect(html.match(/<details/g)).toHaveLength(3);
    expect(html.match(/<\/details>/g)).toHaveLength(3);
    expect(html).toMatch(
      /<li> ?<details class="theory-step"><summary>Which sign must .* have\?<\/summary> <p><strong>/s,
    );
    expect(html).toContain('<li><details class="theory-step"><summary>a list inside</summary> </details></li>');
    expect(html).toMatch(/<li>\s?<p>No question\.<\/p>\s?<\/li>/);
    expect(html).toContain(
      '<summary>A question alone on its line goes on. <small class="theory-beyond">beyond the handout</small></summary> <p>Told.</p> </details></li>',
    );
  });

  it("headings beyond the handout say so, in the language of the file", () => {
    expect(text("x.md")).toContain('<h4>Why <small class="theory-beyond">beyond the handout</small></h4>');
    expect(text("x.zh-TW.md")).toContain('<h4>Why <small class="theory-beyond">講義之外</small></h4>');
    expect(text("x.md")).toContain("<h4>Derivation</h4>");
  });
});

describe("hoistStyles", () => {
  it("puts a class for each distinct style, beside the classes there are", () => {
    const styles = new Map<string, string>();
    const made = hoistStyles(
      '<i class="a" style="top:1em"></i><i style="top:1em"></i><i style="top:2em">x</i>',
      styles,
    );
    const [one, two] = [...styles.keys()];
    expect(made).toBe(`<i class="${one} a"></i><i class="${one}"></i><i class="${two}">x</i>`);
    expect([...styles.values()]).toEqual(["top:1em", "top:2em"]);
  });
});

describe("theoryCss", () => {
  let folder = "";
  let css = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "theory-"));
    css = await theoryCss(html, rendered.styles, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has a rule for every hoisted style", () => {
    for (const [name, body] of rendered.styles) expect(css).toContain(`.${name}{${body}}`);
  });

  it("keeps the rules whose classes occur, also with :not(), and drops the others", () => {
    expect(css).toMatch(/\.accent-body:not\(\.accent-full\)/);
    expect(css).toContain(".mathnormal{font-family:KaTeX_Math");
    expect(css).not.toContain("KaTeX_Fraktur");
  });

  it("brings woff2 fonts only, of under 40 KB together, each a file that is there", () => {
    const urls = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] as string);
    expect(urls.length).toBeGreaterThan(4);
    expect(readdirSync(folder).sort()).toEqual(urls.map((url) => url.slice(folder.length + 1)).sort());
    expect(urls.every((url) => url.endsWith(".woff2"))).toBe(true);
    expect(urls.reduce((sum, url) => sum + statSync(url).size, 0)).toBeLessThan(40_000);
  });
});

/** What a derivation names: a step of a claim. */
interface Step {
  readonly claim: string;
  readonly step: number;
}

/** By claim, how many steps its derivation has. They are numbered from 1 without a gap. */
function stepsOf(source: string): Map<string, number> {
  const claims = source.split(/^# +/m).slice(1);
  return new Map(
    claims.map((text) => {
      const claim = text.slice(0, text.indexOf("\n")).trim();
      const derivation = /^## Derivation(?: \{extra\})?\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text)?.[1] ?? "";
      const numbers = [...derivation.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
      expect(numbers, claim).toEqual(numbers.map((_, k) => k + 1));
      return [claim, numbers.length];
    }),
  );
}

/** The steps a text names: "claim 1b, step 8", "steps 4 to 7 of claim 2.2", "remark 2, step 6", "(step 4)". */
function stepsNamed(text: string, claim: string): Step[] {
  const ID = "(\\d[\\w]*(?:\\.\\d\\w*)?)";
  const named = text
    .replace(/\s+/g, " ")
    .matchAll(
      new RegExp(
        `(?:claim ${ID},? |remark (\\d), )?\\bsteps? (\\d+)(?:(?:,| and| to|, \\d+ and) (\\d+))?(?: of claim ${ID})?`,
        "gi",
      ),
    );
  return [...named].flatMap(([, before, remark, first, last, after]) =>
    [first, last]
      .filter((number) => number !== undefined)
      .map((number) => ({ claim: after ?? before ?? (remark ? `4r${remark}` : claim), step: Number(number) })),
  );
}

const LABS = join(import.meta.dirname, "../../web/labs");
const theories = labList.labs.map(({ id }) => ({ id, source: readFileSync(join(LABS, id, "theory.md"), "utf8") }));
const steps = new Map(theories.flatMap(({ source }) => [...stepsOf(source)]));
const missing = (named: readonly Step[]) =>
  named.filter(({ claim, step }) => step < 1 || step > (steps.get(claim) ?? 0));

describe("the steps that are named", () => {
  it("are read in every form", () => {
    const text =
      "By step 3 of claim 1b, (claim 1c2, step 9), steps 4 to 7 of claim 2.2, remark 2,\n  step 6, and step 1.";
    expect(stepsNamed(text, "1a")).toEqual([
      { claim: "1b", step: 3 },
      { claim: "1c2", step: 9 },
      { claim: "2.2", step: 4 },
      { claim: "2.2", step: 7 },
      { claim: "4r2", step: 6 },
      { claim: "1a", step: 1 },
    ]);
    expect(missing(stepsNamed("claim 1b, step 99", "1a"))).toEqual([{ claim: "1b", step: 99 }]);
    expect(missing(stepsNamed("claim 9z, step 1", "1a"))).toHaveLength(1);
  });

  it.each(theories)("are there, in the derivations of $id", ({ source }) => {
    let count = 0;
    const sections = source.split(/^# +/m).slice(1);
    for (const text of sections) {
      const claim = text.slice(0, text.indexOf("\n")).trim();
      const named = stepsNamed(text, claim);
      count += named.length;
      expect(missing(named), claim).toEqual([]);
    }
    expect(count).toBeGreaterThan(sections.length);
  });

  it.each(theories)("are there, in the words for the mistakes of $id", async ({ id }) => {
    const { mistakes }: { mistakes: Record<string, unknown> } = await import(join(LABS, id, "messages/mistakes.en.ts"));
    for (const [claim, words] of Object.entries(mistakes))
      expect(missing(stepsNamed(JSON.stringify(words), claim)), claim).toEqual([]);
  });
});

/** The section of a claim, in one line. */
const section = (id: string, claim: string): string =>
  (theories.find((theory) => theory.id === id)?.source.split(/^# +/m) ?? [])
    .find((text) => text.startsWith(`${claim}\n`))
    ?.replace(/\s+/g, " ") ?? "";

describe("what the derivations say of examples", () => {
  it("1c2: three different points with many optimal delta, each without a gap", () => {
    expect(section("svr", "1c2")).toContain("$\\delta=(t-1,\\,-2t,\\,t+1)$");
    const epsilon = 0.3;
    const C = 2.5;
    const x = [-1, 0, 1];
    const y = [-2 - epsilon, -epsilon, 2 + epsilon];
    const sum = (term: (i: number) => number) => term(0) + term(1) + term(2);
    const primal = (w: number, b: number) =>
      (w * w) / 2 + C * sum((i) => Math.max(Math.abs((y[i] ?? 0) - w * (x[i] ?? 0) - b) - epsilon, 0));
    for (const t of [0, 0.25, 0.7, 1]) {
      const delta = [t - 1, -2 * t, t + 1];
      const w = sum((i) => (delta[i] ?? 0) * (x[i] ?? 0));
      expect(Math.max(...delta.map(Math.abs))).toBeLessThanOrEqual(C);
      expect(sum((i) => delta[i] ?? 0)).toBeCloseTo(0, 14);
      const dual = -(w * w) / 2 + sum((i) => (y[i] ?? 0) * (delta[i] ?? 0) - epsilon * Math.abs(delta[i] ?? 0));
      expect(primal(2, 0) - dual, `t = ${t}`).toBeCloseTo(0, 12);
    }
  });

  it("2.4: the sums of the optimal alpha are [min(1, S(0)/nu), 1], also where rho = 0 is not optimal", () => {
    expect(section("svdd", "2.4")).toContain("\\min\\Bigl(1,\\frac{S(0)}\\nu\\Bigr)");
    // x = (-1, 0, 1), weights 1/3, centre 0: S(0) = 2/3. Every feasible alpha on a grid that the bounds lie on.
    const sums = (nu: number, cells: number) => {
      const bound = 1 / 3 / nu;
      const found = new Map<number, number>();
      for (let i = 0; i <= cells; i += 1)
        for (let j = 0; j <= cells; j += 1)
          for (let k = 0; k <= cells; k += 1) {
            const [a, b, c] = [(i * bound) / cells, (j * bound) / cells, (k * bound) / cells] as const;
            const s = a + b + c;
            if (s > 1 + 1e-12) continue;
            const theta = s === 0 ? 0 : a + c - (c - a) ** 2 / s;
            found.set(s, Math.max(theta, found.get(s) ?? 0));
          }
      const best = Math.max(...found.values());
      return [...found].filter(([, theta]) => theta > best - 1e-12).map(([s]) => s);
    };
    const wide = sums(0.8, 10);
    expect(Math.min(...wide)).toBeCloseTo(2 / 3 / 0.8, 12);
    // The bounds are 5/12: a sum of 1 is 24 cells of 10 to a bound.
    expect(Math.max(...wide)).toBeCloseTo(1, 12);
    // S(0) > nu, and S(0)/nu = 4/3 would leave nothing: the sum is 1.
    for (const s of sums(0.5, 8)) expect(s).toBeCloseTo(1, 12);
    expect(sums(0.5, 8).length).toBeGreaterThan(0);
  });

  it("4r1 and 4d: where the printed loss differs most, where it ends, and the weights", () => {
    const T = 1000;
    const square = (t: number) => Math.cos(((t / T + 0.008) / 1.008) * (Math.PI / 2)) ** 2;
    const schedules = {
      linear: Array.from({ length: T }, (_, k) => 1e-4 + (0.0199 * k) / (T - 1)),
      cosine: Array.from({ length: T }, (_, k) => Math.min(1 - square(k + 1) / square(k), 0.999)),
    };
    const seen = Object.fromEntries(
      Object.entries(schedules).map(([name, beta]) => {
        const bar = [1];
        for (const b of beta) bar.push((bar.at(-1) ?? 0) * (1 - b));
        const excess = beta.map((b, k) => 1 - b - (bar[k + 1] ?? 0));
        const weight = (t: number) => (beta[t - 1] ?? 0) / (2 * (1 - (beta[t - 1] ?? 0)) * (1 - (bar[t - 1] ?? 0)));
        const peak = excess.indexOf(Math.max(...excess));
        return [name, { peak: peak + 1, most: excess[peak] ?? 0, end: excess[T - 1] ?? 0, weight }];
      }),
    );
    const { linear, cosine } = seen;
    const remark = section("diffusion", "4r1");
    expect(remark).not.toMatch(/grows with \$t\$\./);
    expect(remark).toContain(`largest at $t=${linear?.peak}$, namely $${linear?.most.toFixed(3)}$`);
    expect(remark).toContain(`ends at $${linear?.end.toFixed(3)}$`);
    expect(remark).toContain(`\\alpha_T+1-\\bar\\alpha_T=${(1 + (linear?.end ?? 0)).toFixed(2)}$`);
    expect(remark).toContain(`$${(1 + (cosine?.most ?? 0)).toFixed(2)}$ at its largest, at $t=${cosine?.peak}$`);
    expect(remark).toContain(`ends at $${(1 + (cosine?.end ?? 0)).toFixed(3)}$`);
    const weights = section("diffusion", "4d");
    expect(weights).toContain(`$w_2=${linear?.weight(2).toFixed(3)}$, $w_{100}=${linear?.weight(100).toFixed(4)}$`);
    expect(weights).toContain(`$w_{1000}=${linear?.weight(T).toFixed(4)}$`);
    expect(weights).toContain(`$w_{1000}=${cosine?.weight(T).toFixed(1)}$`);
    const all = Array.from({ length: T - 1 }, (_, k) => linear?.weight(k + 2) ?? 0);
    expect(weights).toContain(`$${Math.min(...all).toFixed(4)}$ at $t=${all.indexOf(Math.min(...all)) + 2}$`);
  });

  it("3a: from which z on the sigmoid is 1 in double precision, and the numbers that say why", () => {
    const text = section("cifg", "3a");
    const sigma = (z: number) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));
    expect(text).toContain("from $z=37$ on $\\sigma(z)$ is exactly $1$");
    expect([sigma(36) < 1, sigma(37), 1 - sigma(37)]).toEqual([true, 1, 0]);
    for (const z of [37, 100, 700]) expect(sigma(-z) * Math.exp(z) - 1).toBeCloseTo(0, 10);
    const asTex = (value: number) => value.toExponential(1).replace(/e-(\d+)/, "\\cdot10^{-$1}");
    expect(text).toContain(`$e^{-37}=${asTex(Math.exp(-37))}$`);
    expect(text).toContain(`$2^{-53}=${asTex(2 ** -53)}$`);
  });

  it("3ledger: how many paths there are, counted on the edges", () => {
    const text = section("cifg", "3ledger");
    const edges: Readonly<Record<string, readonly (readonly [node: string, later: number])[]>> = {
      z_f: [["f", 0]],
      z_o: [["o", 0]],
      z_c: [["c~", 0]],
      f: [["c", 0]],
      "c~": [["c", 0]],
      o: [["h", 0]],
      c: [
        ["h", 0],
        ["c", 1],
      ],
      h: [
        ["z_f", 1],
        ["z_o", 1],
        ["z_c", 1],
      ],
    };
    const known = new Map<string, number>();
    const paths = (node: string, steps: number): number => {
      if (steps < 0) return 0;
      const found = known.get(`${node} ${steps}`);
      if (found !== undefined) return found;
      const here = node === "h" && steps === 0 ? 1 : 0;
      const all = (edges[node] ?? []).reduce((sum, [next, later]) => sum + paths(next, steps - later), here);
      known.set(`${node} ${steps}`, all);
      return all;
    };
    expect(text).toContain(`$C_1=${paths("c", 1)}$, $C_2=${paths("c", 2)}$, $C_3=${paths("c", 3)}$`);
    const many = String(paths("c", 11)).replace(/\B(?=(\d{3})+$)/g, "\\,");
    expect(text).toContain(`from $c_1$ to $h_{12}$ there are $${many}$`);
    expect(paths("c", 40) / paths("c", 39)).toBeCloseTo(2 + Math.sqrt(3), 10);
  });

  it("3horizon: what reaches c_T in the example, by differences", () => {
    const text = section("cifg", "3horizon");
    const sigma = (z: number) => 1 / (1 + Math.exp(-z));
    /** c after `steps` more steps of the example's cell from c. */
    const later = (c: number, steps: number, u: number) => {
      let h = 0.5 * Math.tanh(c);
      for (let t = 0; t < steps; t += 1) {
        const f = sigma(0);
        c = f * c + (1 - f) * Math.tanh(u * h);
        h = sigma(0) * Math.tanh(c);
      }
      return c;
    };
    const slope = (steps: number, u: number) => (later(1e-4, steps, u) - later(-1e-4, steps, u)) / 2e-4;
    expect(text).toContain("\\frac{dc_T}{dc_t}&=\\Bigl(\\frac12+\\frac u4\\Bigr)^{T-t}");
    for (const u of [-6, -2, 0, 2, 6])
      for (const steps of [1, 2, 5]) expect(slope(steps, u)).toBeCloseTo((0.5 + u / 4) ** steps, 3);
    for (const said of ["For $u=-2$ **nothing**", "for $u=2$ **all**", "for $u=6$ it is **doubled**"])
      expect(text).toContain(said);
    expect([-2, 2, 6, -6].map((u) => Math.round(slope(1, u)))).toEqual([0, 1, 2, -1]);
  });
});
