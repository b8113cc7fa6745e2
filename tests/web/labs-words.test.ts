// The words and the theory of every lab: what its claims in C++ can say has words, and every word has something that says it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderTheory } from "../../web/build/theory-html.ts";
import type { ClaimMistakes } from "../../web/host/proof.ts";
import type { Mistakes } from "../../web/kit/claims/mistakes.ts";
import { labList } from "../../web/registry.ts";

/** The words of a lab's claims. Checks are labelled once for all its claims, or by claim. */
interface Words {
  readonly claims: Readonly<Record<string, { readonly title: string }>>;
  readonly mistakes: Readonly<Record<string, ClaimMistakes>>;
  readonly checks: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly reasons: Readonly<Record<string, string>>;
}

const WEB = join(import.meta.dirname, "../../web");
const SRC = join(import.meta.dirname, "../../src");
const labs = await Promise.all(
  labList.labs.map(async ({ id, model }) => {
    const at = (name: string) => import(join(WEB, `labs/${id}/${name}.ts`));
    const { claims: titles }: { claims: Pick<Words, "claims"> } = await at("messages/claims.en");
    const { checks, reasons }: Pick<Words, "checks" | "reasons"> = await at("messages/checks.en");
    const { mistakes }: Pick<Words, "mistakes"> = await at("messages/mistakes.en");
    const { MISTAKES }: { MISTAKES: Mistakes<string> } = await at("mistakes");
    const theory: { default: unknown } = await import(join(WEB, `labs/${id}/theory.md`));
    const { claims, table } = (await model()).default;
    return {
      id,
      claims,
      table,
      words: { claims: titles.claims, checks, reasons, mistakes } as Words,
      codes: MISTAKES,
      theory: theory.default,
    };
  }),
);

/** Slips of the handout: claims whose derivation corrects one in the open. */
const CORRECTED: Readonly<Record<string, readonly string[]>> = {
  svr: ["1c1", "1c2"],
  svdd: ["2.4"],
  cifg: ["3a", "3b"],
  diffusion: ["4a", "4c", "4d", "4r1", "4bridge"],
  vae: ["4v4"],
};

/** Starts with a capital letter, a symbol or a digit, and ends as a sentence. */
const SENTENCE = /^[^a-z ].*[.)]$/s;
const CODE = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const codesIn = (text: string) => [...text.matchAll(new RegExp(`"(${CODE})"`, "g"))].map(([, code = ""]) => code);

/** A statement without its calls, from the innermost: what is an argument is not returned. */
function withoutCalls(statement: string): string {
  const less = statement.replace(/[\w.>-]+\([^()]*\)/g, "");
  return less === statement ? statement : withoutCalls(less);
}

/** One file of src/<lab>/claims: the codes of its checks and reasons, the claims that it is about, and the files it includes. */
function codesOf(name: string, text: string, claims: readonly string[]) {
  // A mistake is asked for by its code, and listed in the row of its claim.
  const LISTED = /\bRow\{"([^"]+)",\s*\{([^}]*)\}/g;
  const ASKED = new RegExp(`\\bis\\("(${CODE})"\\)`, "g");
  const all = text.replace(/\/\/.*$/gm, "");
  const listed = [...all.matchAll(LISTED)].map(([, id = "", codes = ""]) => [id, codesIn(codes)] as const);
  const asked = [...all.matchAll(ASKED)].map(([, mistake = ""]) => mistake);
  const code = all.replace(LISTED, "").replace(ASKED, "");
  // A reason is returned, perhaps by a condition, or assigned.
  const reasons = [...code.matchAll(/(?:\breason = |\breturn )([^;]*);/g)].flatMap(([, statement = ""]) =>
    codesIn(withoutCalls(statement)),
  );
  // A check's id is an argument of what makes it. Arguments of what refuses input are names of fields.
  const REFUSES = /^(require\w*|InvalidArgument|point)$/;
  const calls = [...code.matchAll(/\b(\w+)\(((?:[^()";]*"[^"]*")+)/g)].map(
    ([, callee = "", args = ""]) => [REFUSES.test(callee), codesIn(args)] as const,
  );
  const statements = [...code.matchAll(/\brequire\w*\([^;]*;/g)].flatMap(([statement]) => codesIn(statement));
  const fields = [...statements, ...calls.flatMap(([refuses, codes]) => (refuses ? codes : []))];
  const checks = calls.flatMap(([refuses, codes]) => (refuses ? [] : codes)).filter((id) => !reasons.includes(id));
  // The claim a file makes: {{"1a", {}, ""}, {}}.
  const about = claims.filter((id) => code.includes(`{{"${id}", {}`));
  const known = new Set([...checks, ...reasons, ...fields]);
  const includes = [...text.matchAll(/#include "\w+\/claims\/(\w+)\.h"/g)].map(([, stem = ""]) => `${stem}.cpp`);
  return {
    name,
    includes,
    checks: new Set(checks),
    reasons,
    asked,
    listed,
    about,
    strange: codesIn(code).filter((text) => !known.has(text)),
  };
}

describe.each(labs)("the words of $id", ({ id, claims, table, words, codes }) => {
  const folder = join(SRC, id, "claims");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".cpp"))
    .map((name) => codesOf(name, readFileSync(join(folder, name), "utf8"), claims));
  // That of a mistake that changes nothing is the same for all labs.
  const reasons = new Set([...files.flatMap((file) => file.reasons), "no-difference"]);
  const byClaim = Object.values(words.checks).every((label) => typeof label !== "string");

  it("are of claims and checks that are found in the sources at all", () => {
    expect([...new Set(files.flatMap(({ about }) => about))].sort()).toEqual([...claims].sort());
    expect(files.flatMap(({ checks }) => [...checks]).length).toBeGreaterThanOrEqual(claims.length);
  });

  it("label every check, and nothing that is none", () => {
    const made = files.filter(({ about }) => about.length > 0);
    if (!byClaim) {
      const all = new Set(files.flatMap(({ checks }) => [...checks]));
      expect(Object.keys(words.checks).sort()).toEqual([...all].sort());
    } else {
      expect(Object.keys(words.checks).sort()).toEqual([...claims].sort());
      for (const { about, checks, includes } of made) {
        // Some checks of a claim may be in a file of their own, which only this claim includes.
        const parts = files.filter((file) => file.about.length === 0 && includes.includes(file.name));
        const all = new Set([...checks, ...parts.flatMap((part) => [...part.checks])]);
        for (const claim of about)
          expect(Object.keys(words.checks[claim] ?? {}).sort(), claim).toEqual([...all].sort());
      }
    }
  });

  it("are the only texts in the sources that look like a code", () => {
    expect(files.flatMap(({ strange }) => strange).filter((text) => !reasons.has(text))).toEqual([]);
  });

  it("give a sentence for every reason, and for no other", () => {
    expect(Object.keys(words.reasons).sort()).toEqual([...reasons].sort());
    for (const sentence of Object.values(words.reasons)) expect(sentence).toMatch(/^[A-Z∞β].*\.$/);
  });

  it("name each claim", () => {
    expect(Object.keys(words.claims)).toEqual([...claims]);
    for (const { title } of Object.values(words.claims)) expect(title.length).toBeGreaterThan(5);
  });

  it("say of each claim what its check cannot see, in one line", () => {
    expect(Object.keys(words.mistakes).sort()).toEqual([...claims].sort());
    for (const { unseen } of Object.values(words.mistakes)) {
      expect(unseen).toMatch(SENTENCE);
      expect(unseen.length).toBeLessThanOrEqual(120);
    }
  });

  it("are of the mistakes that the table of the claims lists, and no check asks for another one", () => {
    const listed = files.flatMap((file) => file.listed);
    expect(Object.fromEntries(listed)).toEqual(codes);
    const known = new Set(["plain", ...listed.flatMap(([, mistakes]) => mistakes)]);
    expect(files.flatMap(({ asked }) => asked).filter((code) => !known.has(code))).toEqual([]);
  });

  it("name every mistake, say what is done and what turned wrong, and know no other", () => {
    expect(Object.keys(codes)).toEqual([...claims]);
    for (const claim of claims) {
      const { mistakes, hypotheses = {} } = words.mistakes[claim] as ClaimMistakes;
      expect(Object.keys(mistakes)[0], claim).toBe("plain");
      const named = [...Object.keys(mistakes), ...Object.keys(hypotheses)];
      expect(Object.keys(mistakes).length, `${claim}: beside the plain one`).toBeGreaterThanOrEqual(3);
      expect(named.sort(), claim).toEqual(["plain", ...(codes[claim] ?? [])].sort());
      for (const [code, { name, breaks, wrong }] of Object.entries({ ...mistakes, ...hypotheses })) {
        expect(code).toMatch(new RegExp(`^${CODE}$`));
        expect(name.split(" ").length, name).toBeGreaterThanOrEqual(2);
        // The menu has the width of a phone.
        expect(name.length, name).toBeLessThanOrEqual(40);
        expect(name, name).not.toMatch(/\.$/);
        expect(breaks, code).toMatch(SENTENCE);
        expect(wrong, code).toMatch(SENTENCE);
      }
    }
  });

  it("are of mistakes that a link may name", () => {
    const { options, maxLength } = table.broken as { options: readonly string[]; maxLength: number };
    const entries = claims.flatMap((claim) => [claim, ...(codes[claim] ?? []).map((code) => `${claim}:${code}`)]);
    expect([...options].sort()).toEqual(entries.sort());
    expect(Math.max(...entries.map((entry) => entry.length))).toBeLessThanOrEqual(maxLength);
  });
});

describe.each(labs)("the theory of $id", ({ id, claims, theory }) => {
  const file = join(WEB, `labs/${id}/theory.md`);
  const { sections } = renderTheory(readFileSync(file, "utf8"), file);
  const html = Object.values(sections)
    .map(({ statement, derivation }) => statement + derivation)
    .join("");

  it("has a section for every claim, and for nothing else", () => {
    expect(Object.keys(sections)).toEqual([...claims]);
  });

  it.each(claims)(
    "%s: statement with a formula, derivation in numbered steps, edge cases, check and sources",
    (claim) => {
      const { statement, derivation } = sections[claim] as { statement: string; derivation: string };
      expect(statement).toContain('class="theory-display"');
      const steps = /<ol>([\s\S]*?)<\/ol>/.exec(derivation)?.[1] ?? "";
      expect(steps.match(/<li>/g)?.length).toBeGreaterThanOrEqual(4);
      for (const heading of ["Derivation", "Edge cases", "The check"])
        expect(derivation).toMatch(new RegExp(`<h4>${heading}( <small[^<]*</small>)?</h4>`));
      expect(derivation).toMatch(/<strong>Break it<\/strong>/);
      expect(derivation).toMatch(/<em>Sources:<\/em>/);
    },
  );

  it("corrects the slips of the text in the open", () => {
    for (const claim of CORRECTED[id] ?? [])
      expect(sections[claim]?.derivation, claim).toMatch(/<h4>Correction<\/h4>\s*<p>The handout /);
  });

  it("has no style attribute, no script, no TeX left, and no link but to a doi", () => {
    expect(html).not.toMatch(/\sstyle=|<script|\son\w+=/i);
    expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/\$|\\[a-z]/);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/doi\.org\//);
  });

  it("has MathML beside every formula, for screen readers, without its TeX source", () => {
    const formulas = html.match(/<span class="katex">/g)?.length ?? 0;
    expect(formulas).toBeGreaterThanOrEqual(claims.length);
    expect(html.match(/<math /g)?.length).toBe(formulas);
    expect(html).not.toContain("<annotation");
  });

  it("is what the import gives", () => expect(theory).toEqual(sections));
});
