// What the proof panel renders, without a browser: its template written out as text.
import { beforeAll, describe, expect, it, vi } from "vitest";
import { en } from "../../web/host/messages/en.ts";
import { proofPage as page } from "../../web/host/messages/proof-page.en.ts";
import type { ClaimPages, ProofCheck, ProofPanel, ProofResult, Verdict } from "../../web/host/proof.ts";

let Panel: typeof ProofPanel;
let pages: ClaimPages;

beforeAll(async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  ({ ProofPanel: Panel } = await import("../../web/host/proof.ts"));
  pages = await (await import("../../web/host/proof-page.ts")).claimPages("");
});

/** A lit template as text. Event handlers and other functions become "". */
function written(value: unknown): string {
  if (value === null || value === undefined || typeof value === "symbol" || typeof value === "function") return "";
  if (Array.isArray(value)) return value.map(written).join("");
  if (typeof value !== "object") return String(value);
  if ("strings" in value && "values" in value) {
    const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
    return strings.map((text, k) => text + written(values[k])).join("");
  }
  if ("_$litDirective$" in value && "values" in value) {
    const given = value.values as readonly unknown[];
    // repeat(items, key, template) has a function last; keyed(key, template) and unsafeHTML(text) have what they show last.
    const last = given.at(-1);
    return typeof last === "function" && Array.isArray(given[0])
      ? given[0].map((item) => written(last(item))).join("")
      : written(last);
  }
  return "";
}

function panelOf(set: Partial<ProofPanel>): ProofPanel {
  return Object.assign(new Panel(), {
    claims: ["1a", "1b", "1c1"],
    words: { "1a": { title: "First" }, "1b": { title: "Second" }, "1c1": { title: "Third" } },
    details: {
      checks: (id: string) => `label of ${id}`,
      reasons: { "no-bars": "There are no bars.", "no-difference": "It changes nothing." },
      judged: { anew: "Anew, {share} away.", shown: "As shown." },
      mistakes: {
        "1a": {
          unseen: "It cannot see far.",
          mistakes: {
            plain: { name: "Plainly wrong", breaks: "Breaks it.", wrong: "Nothing is left." },
            sum: { name: "No sum", breaks: "Forgets the sum.", wrong: "It has a slope." },
          },
          hypotheses: { convex: { name: "Not convex", breaks: "Drops convexity.", wrong: "Step 2 dies." } },
        },
      },
    },
    theory: { "1a": { statement: "<p>STATEMENT</p>", derivation: "<p>DERIVATION</p>" } },
    pages,
    ...set,
  });
}

function panel(set: Partial<ProofPanel>): string {
  return written((panelOf(set) as unknown as { render(): unknown }).render()).replace(/\s+/g, " ");
}

const result = (id: string, verdict: Verdict, more: Partial<ProofResult> = {}): [string, ProofResult] => [
  id,
  { id, verdict, reason: "", broken: false, mistake: "", checks: [], ...more },
];

/** The header of the open claim. */
function header(text: string): string {
  return /<article[\s\S]*?<header>([\s\S]*?)<\/header>/.exec(text)?.[1] ?? "";
}

/** What is said of a broken claim. */
function told(text: string): string {
  return /<div class=proof-broken>([\s\S]*?)<\/div>/.exec(text)?.[1] ?? "";
}

/** The chip of a claim. */
function chip(text: string, claim: string): string {
  return new RegExp(`<button [^>]*data-claim=${claim} [\\s\\S]*?</button>`).exec(text)?.[0] ?? "";
}

describe("the board", () => {
  it("shows each verdict in its word and its own shape", () => {
    const text = panel({ results: new Map([result("1a", "pass"), result("1b", "fail"), result("1c1", "vacuous")]) });
    for (const [claim, verdict, word] of [
      ["1a", "pass", "holds"],
      ["1b", "fail", "fails"],
      ["1c1", "vacuous", "does not apply here"],
    ] as const) {
      expect(chip(text, claim)).toContain(`data-verdict=${verdict}`);
      expect(chip(text, claim)).toContain(`<span>${word}</span>`);
    }
    const shapes = ["1a", "1b", "1c1"].map((claim) => /<svg[\s\S]*<\/svg>/.exec(chip(text, claim))?.[0]);
    expect(new Set(shapes).size).toBe(3);
    expect(text).toContain("1 holds · 1 fails · 1 not applicable here");
  });

  it("says that a claim is being checked, whatever it was before", () => {
    const text = panel({ results: new Map([result("1a", "pass")]), checking: new Set(["1a"]) });
    expect(chip(text, "1a")).toContain("data-verdict=checking");
    expect(chip(text, "1b")).toContain("data-verdict=unasked");
  });

  it("says that there are no data where nothing can be checked, on the board and on the claim's page", () => {
    const text = panel({ dataless: new Set(["1b"]), open: "1b" });
    expect(chip(text, "1b")).toContain(`<span>${en.proof.noData}</span>`);
    expect(chip(text, "1a")).toContain(`<span>${en.proof.verdict.unasked}</span>`);
    expect(text).toContain(page.noDataYet);
    expect(text).not.toContain(page.waiting);
  });
});

describe("after a stop", () => {
  const stopped = new Set(["1a", "1b"]);

  it("what was stopped says so, and there is one way on", () => {
    const text = panel({ open: "1a", results: new Map([result("1c1", "pass")]), stopped });
    for (const claim of stopped) expect(chip(text, claim)).toContain(`<span>${en.proof.stopped}</span>`);
    expect(chip(text, "1c1")).toContain("<span>holds</span>");
    expect(text.split(en.proof.again)).toHaveLength(2);
    expect(text).toContain(page.noNumbers);
    expect(panel({ open: "1a" })).not.toContain(en.proof.again);
    // Also where the claim stands alone, and where all verdicts are one line.
    expect(panel({ open: "1a", alone: true, stopped }).split(en.proof.again)).toHaveLength(2);
    expect(written(panelOf({ stopped }).glance())).toContain(en.proof.glance.stopped);
  });
});

describe("all verdicts in one line", () => {
  const glance = (set: Partial<ProofPanel>) => written(panelOf(set).glance()).replace(/\s+/g, " ");

  it("counts what holds, and says what fails, does not apply or is being checked", () => {
    const pass = [result("1a", "pass"), result("1b", "pass")];
    const all = new Map([...pass, result("1c1", "pass")]);
    expect(glance({ results: all })).toContain("3 of 3 claims hold<");
    expect(glance({ results: all })).toContain("data-state=pass");
    const fails = glance({ results: new Map([...pass, result("1c1", "fail")]) });
    expect(fails).toContain("2 of 3 claims hold; failing: 1<");
    expect(fails).toContain("data-state=fail");
    expect(glance({ results: new Map([...pass, result("1c1", "vacuous")]) })).toContain(
      "2 of 3 claims hold; not applying here: 1<",
    );
    const none = glance({ results: new Map(["1a", "1b", "1c1"].map((claim) => result(claim, "vacuous"))) });
    expect(none).toContain("3 claims do not apply here<");
    expect(none).toContain("data-state=vacuous");
    expect(glance({ results: all, checking: new Set(["1a", "1b"]) })).toContain("checking 2 of 3 claims<");
    expect(glance({})).toContain("3 claims to check<");
  });
});

describe("the open claim", () => {
  const checks = [{ id: "gap", value: 1.234e-9, bound: 2e-6, tolerance: 1e-6, verdict: "pass" as const }];

  it("has statement, numbers, derivation, and in its header the verdict and what breaks it", () => {
    const text = panel({ open: "1a", results: new Map([result("1a", "pass", { checks })]) });
    expect(text).toContain("STATEMENT");
    expect(text).toContain("DERIVATION");
    expect(text).toContain("label of gap");
    for (const number of ["1.23×10⁻⁹", "2×10⁻⁶", "10⁻⁶"]) expect(text).toContain(`<td>${number}</td>`);
    // The button says to screen readers what it would do.
    expect(text).toMatch(/class=visually-hidden> <p> <span id="proof-breaks">Breaks it\.<\/span>/);
    expect(text).not.toContain("proof-wrong");
    expect(header(text)).toContain("> Break it <");
    expect(header(text)).toContain("<span>holds</span>");
  });

  it("says so when it is broken on purpose", () => {
    const text = panel({
      open: "1a",
      broken: new Map([["1a", "plain"]]),
      results: new Map([result("1a", "fail", { checks, broken: true, mistake: "plain" })]),
    });
    expect(header(text)).toContain("> Mend it <");
    expect(header(text)).toContain("<span>fails</span>");
    expect(told(text)).toMatch(/Broken on purpose: Plainly wrong\.<\/b> <span id="proof-breaks">Breaks it\./);
    expect(told(text)).toContain("Nothing is left.");
    expect(chip(text, "1a")).toContain("broken on purpose: Plainly wrong");
    expect(chip(text, "1a")).toContain("title=First (broken on purpose: Plainly wrong)");
  });

  it("has a menu of the mistakes, those that drop a hypothesis apart, with the present one chosen", () => {
    const text = panel({ open: "1a", broken: new Map([["1a", "sum"]]) });
    const groups = Array.from(
      header(text).matchAll(/<optgroup label=([^>]*)>(.*?)<\/optgroup>/g),
      ([, label, options = ""]) => [
        label,
        Array.from(options.matchAll(/value=(\S*) [^>]*>([^<]*)</g), ([, code, name]) => `${code} ${name}`),
      ],
    );
    expect(groups).toEqual([
      [page.mistakes.famous, ["plain Plainly wrong", "sum No sum"]],
      [page.mistakes.hypotheses, ["convex Not convex"]],
    ]);
    expect(header(text)).toContain(`aria-label=${page.mistakes.label}`);
    expect(header(text).match(/\.selected=true/g)).toHaveLength(1);
    expect(header(text)).toMatch(/value=sum \.selected=true/);
    expect(told(text)).toContain("Forgets the sum.");
    expect(told(panel({ open: "1a", broken: new Map([["1a", "convex"]]) }))).toContain("Step 2 dies.");
  });

  it("names the checks that noticed the mistake, three at most, as soon as the result is about it", () => {
    const failing = (count: number) =>
      Array.from({ length: count }, (_, k) => ({ ...checks[0], id: `check${k}`, verdict: "fail" }) as ProofCheck);
    const say = (count: number, set: Partial<ProofPanel> = {}) =>
      told(
        panel({
          ...{ open: "1a", broken: new Map([["1a", "sum"]]) },
          results: new Map([result("1a", "fail", { checks: [...checks, ...failing(count)] })]),
          ...set,
        }),
      );
    expect(say(1)).toContain("Noticed by:</b> “label of check0”.");
    expect(say(3)).toContain("Noticed by:</b> “label of check0”, “label of check1”, “label of check2”.");
    expect(say(5)).toContain("“label of check2” and 2 more.");
    expect(say(0)).toContain(page.unnoticed);
    expect(say(1, { checking: new Set(["1a"]) })).toContain(page.noticing);
    expect(say(1, { checking: new Set(["1a"]) })).not.toContain("Noticed by");
    const vacuous = (reason: string) => say(0, { results: new Map([result("1a", "vacuous", { reason })]) });
    expect(vacuous("no-difference")).toContain("It changes nothing.");
    expect(vacuous("no-bars")).not.toContain("There are no bars.");
  });

  it("says what the check cannot see, whether the claim is broken or not", () => {
    for (const broken of [new Map<string, string>(), new Map([["1a", "sum"]])])
      expect(panel({ open: "1a", broken })).toContain("It cannot see far.");
  });

  it("says which answer is judged where there are two, and how far they are apart, rounded up", () => {
    const say = (anew: boolean, apart: number, judgesShown = false) =>
      panel({ open: "1a", judgesShown, results: new Map([result("1a", "pass", { checks, judged: { anew, apart } })]) });
    expect(say(true, 0.00121001)).toContain("Anew, 0.13 % away.");
    expect(say(true, 1e-9)).toContain("Anew, less than 0.001 % away.");
    expect(say(false, 0)).not.toContain("proof-judged");
    expect(say(false, 0, true)).toContain("As shown.");
    expect(panel({ open: "1a", results: new Map([result("1a", "pass", { checks })]) })).not.toContain("proof-judged");
  });

  it("offers its example where other data are shown", () => {
    expect(panel({ open: "1a", example: true })).toContain(page.example);
    expect(panel({ open: "1a", example: false })).not.toContain(page.example);
  });

  it("alone has neither board nor derivation nor a way to close it", () => {
    const text = panel({ open: "1a", alone: true, results: new Map([result("1a", "pass", { checks })]) });
    for (const part of ["STATEMENT", "label of gap", "data-break=1a"]) expect(text).toContain(part);
    for (const part of ["proof-chip ", "DERIVATION", page.close, page.copyLink]) expect(text).not.toContain(part);
  });

  it("gives the reason of a vacuous claim instead of numbers", () => {
    const text = panel({ open: "1a", results: new Map([result("1a", "vacuous", { reason: "no-bars" })]) });
    expect(text).toContain("There are no bars.");
    expect(text).not.toContain("<table");
  });

  it("stands without theory and result, while they are on their way", () => {
    const text = panel({ open: "1a", theory: null, checking: new Set(["1a"]) });
    expect(text).toContain("The text is being loaded.");
    expect(text).toContain("No numbers yet");
  });
});
