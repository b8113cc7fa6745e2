// The derivations on a phone: a formula that scrolls sideways is read in pieces, and no line begins with the comma behind a formula.
import type { ProofPanel } from "../../web/host/proof.ts";
import { expect, test } from "./support/lab.ts";

const FIRST = { svr: "1a", svdd: "2.1", cifg: "3a", diffusion: "4a" } as const;

for (const [id, first] of Object.entries(FIRST))
  test(`on a phone no formula of ${id} scrolls sideways, and no line begins with its comma`, async ({ lab, page }) => {
    // By hand: the page that all tests share has the size of the project when it begins.
    await page.setViewportSize({ width: 390, height: 844 });
    const article = await lab.openClaim(id, first);
    await article.locator("details.proof-derivation > summary").click();
    await expect(article.locator("details.proof-derivation ol").first()).toBeVisible();
    // The text of every claim in the place of the first: its boxes and its letters are the same.
    const { wide, claims, formulas, marks, begin } = await page.evaluate(async () => {
      const panel = document.querySelector("pg-proof") as ProofPanel;
      const boxes = ["statement", "derivation"].map((part) =>
        panel.querySelector<HTMLElement>(part === "statement" ? ".proof-statement" : ".proof-derivation > .theory"),
      );
      const copies = Object.values(panel.theory ?? {}).flatMap(({ statement, derivation }) =>
        [statement, derivation].map((text, k) => {
          const copy = boxes[k]?.cloneNode() as HTMLElement;
          copy.innerHTML = text;
          boxes[k]?.after(copy);
          return copy;
        }),
      );
      await Promise.all(
        [...document.fonts].filter(({ family }) => family.includes("KaTeX")).map((face) => face.load()),
      );
      const all = copies.flatMap((copy) => [...copy.querySelectorAll<HTMLElement>(".theory-display")]);
      const scrolls = all.filter((one) => one.scrollWidth > one.clientWidth + 1);
      // Of a formula in a sentence: its last part, and the mark behind it.
      const ends = copies
        .flatMap((copy) => [...copy.querySelectorAll(".theory-tie > .katex")])
        .flatMap((formula) => {
          const parts = [...formula.querySelectorAll(".katex-base")];
          const mark = document.createRange();
          if (formula.nextSibling === null) return [];
          mark.selectNode(formula.nextSibling);
          return [[parts.at(-1)?.getBoundingClientRect().right ?? 0, mark.getBoundingClientRect()] as const];
        })
        .filter(([, { width }]) => width > 0);
      return {
        marks: ends.length,
        begin: ends.filter(([right, { left }]) => left < right - 1).length,
        wide: scrolls.map((one) => one.textContent),
        claims: panel.claims.length,
        formulas: all.filter((one) => one.clientWidth > 0).length,
      };
    });
    expect(formulas).toBeGreaterThan(2 * claims);
    expect(wide).toEqual([]);
    expect(marks).toBeGreaterThan(10 * claims);
    expect(begin).toBe(0);
  });
