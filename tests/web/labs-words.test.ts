// The words and the theory of every lab: what its claims in C++ can say has words, and every word has something that says it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderTheory } from "../../web/build/theory-html.ts";
import { labList } from "../../web/registry.ts";

/** messages/claims.en.ts of a lab. Checks are labelled once for all its claims, or by claim. */
interface ClaimWords {
  readonly claims: Readonly<Record<string, { readonly title: string; readonly breaks: string }>>;
  readonly checks: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly reasons: Readonly<Record<string, string>>;
}

const WEB = join(import.meta.dirname, "../../web");
const SRC = join(import.meta.dirname, "../../src");
const labs = await Promise.all(
  labList.labs.map(async ({ id, model }) => {
    const words: { claims: ClaimWords } = await import(join(WEB, `labs/${id}/messages/claims.en.ts`));
    const theory: { default: unknown } = await import(join(WEB, `labs/${id}/theory.md`));
    const { claims, table } = (await model()).default;
    return { id, claims, table, words: words.claims, theory: theory.default };
  }),
);

/** Slips of the handout: claims whose derivation corrects one in the open. */
const CORRECTED: Readonly<Record<string, readonly string[]>> = {
  svr: ["1c1", "1c2"],
  svdd: ["2.4"],
  diffusion: ["4a", "4c", "4d", "4r1", "4bridge"],
};

const CODE = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const codesIn = (text: string) => [...text.matchAll(new RegExp(`"(${CODE})"`, "g"))].map(([, code = ""]) => code);

/** One file of src/<lab>/claims: the codes of its checks and reasons, and the claims that it is about. */
function codesOf(text: string, claims: readonly string[]) {
  const code = text.replace(/\/\/.*$/gm, "");
  // A reason is returned, perhaps by a condition, or assigned.
  const reasons = [...code.matchAll(/(?:\breason = |\breturn )([^;]*);/g)].flatMap(([, statement = ""]) =>
    codesIn(statement),
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
  return { checks: new Set(checks), reasons, about, strange: codesIn(code).filter((text) => !known.has(text)) };
}

describe.each(labs)("the words of $id", ({ id, claims, words }) => {
  const folder = join(SRC, id, "claims");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".cpp"))
    .map((name) => codesOf(readFileSync(join(folder, name), "utf8"), claims));
  const reasons = new Set(files.flatMap((file) => file.reasons));
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
      for (const { about, checks } of made)
        for (const claim of about)
          expect(Object.keys(words.checks[claim] ?? {}).sort(), claim).toEqual([...checks].sort());
    }
  });

  it("are the only texts in the sources that look like a code", () => {
    expect(files.flatMap(({ strange }) => strange).filter((text) => !reasons.has(text))).toEqual([]);
  });

  it("give a sentence for every reason, and for no other", () => {
    expect(Object.keys(words.reasons).sort()).toEqual([...reasons].sort());
    for (const sentence of Object.values(words.reasons)) expect(sentence).toMatch(/^[A-Z∞β].*\.$/);
  });

  it("name each claim and say what breaks it", () => {
    expect(Object.keys(words.claims)).toEqual([...claims]);
    for (const { title, breaks } of Object.values(words.claims)) {
      expect(title.length).toBeGreaterThan(5);
      expect(breaks).toMatch(/^[A-Z].*\.$/);
    }
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
        expect(derivation).toContain(`<h4>${heading}</h4>`);
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
