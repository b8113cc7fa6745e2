// The ends of the controls, where a fit is longest: with 1,000 points there is an answer at each, and no badge at the picture.
import type { Page } from "@playwright/test";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const N = 1000;
/** In (-1, 1), spread evenly, another sequence for each k. */
const spread = (k: number) =>
  Array.from({ length: N }, (_, i) => 2 * (((i + 1) * Math.sqrt([2, 3, 5, 7, 11, 13, 17, 19, 23][k] ?? 2)) % 1) - 1);
const noise = spread(8);

/** Rows of columns in these units, and what they are to predict. */
function data(units: readonly number[]) {
  const columns = units.map((unit, k) => spread(k).map((value) => Number((unit * value).toPrecision(6))));
  const x = Array.from({ length: N }, (_, i) => columns.map((column) => column[i] as number)).flat();
  const y = spread(0).map((value, i) => Number((Math.sin(6 * value) + 0.2 * (noise[i] as number)).toPrecision(6)));
  return { preset: "own", x, d: units.length, xNames: units.map((_, k) => `x${k + 1}`), y, yName: "y" };
}

async function set(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`.control[data-field=${field}] input[type=text]`).fill(value);
  await page.keyboard.press("Enter");
}

/** The answer to what has just been set. */
async function solved(lab: Lab): Promise<void> {
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-converged", "true");
  await expect(lab.page.locator(".picture-badge")).toBeHidden();
}

test("svr: C at its end with gamma at both, on a line and with columns in different units", async ({ lab, page }) => {
  const easy = { C: 1, gamma: 1, epsilon: 0.1, claim: "none" };
  for (const problem of [data([1]), { ...data([1, 10, 100, 1e3, 1, 1, 1, 1]), standardise: false }]) {
    await lab.load(await stateLink("svr", { ...problem, ...easy }));
    for (const gamma of ["0.0001", "1000"]) {
      await set(page, "C", "1");
      await set(page, "gamma", gamma);
      await set(page, "C", "1000000");
      await solved(lab);
    }
  }
  // The same columns with a kernel that does not forget what is far away. At the end of C there are terms of 10^12 in its sums, and
  // their rounding is no smaller than the tolerance.
  await set(page, "C", "10000");
  await page.locator(".control[data-field=kernel] input[value=linear]").check({ force: true });
  await solved(lab);
});

test("svdd: nu near its ends with gamma at both, and columns in different units", async ({ lab, page }) => {
  const { y: _, yName: __, ...rows } = data([1, 10, 100, 1e3, 1, 1, 1, 1]);
  await lab.load(
    await stateLink("svdd", {
      ...rows,
      weights: [],
      labels: [],
      imageSide: 0,
      kernel: "rbf",
      claim: "none",
      standardise: false,
    }),
  );
  for (const gamma of ["0.0001", "1000"]) {
    await set(page, "gamma", gamma);
    for (const share of ["0.001", "0.5"]) {
      await set(page, "nuShare", share);
      await solved(lab);
    }
  }
  await page.locator(".control[data-field=kernel] input[value=linear]").check({ force: true });
  await solved(lab);
});
