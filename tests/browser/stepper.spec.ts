// The solver, step by step: forwards, back, scrubbed and played, with the working pair and both objectives.
import type { Page } from "@playwright/test";
import { path } from "../../web/kit/messages/path.en.ts";
import { player } from "../../web/kit/messages/player.en.ts";
import { expect, kit, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const words = player;
const press = (page: Page, name: string) =>
  page.getByRole("group", { name: words.label }).getByRole("button", { name, exact: true }).click();
const position = async (page: Page) => Number(await page.locator(".stepper-scrub").inputValue());

async function open(lab: Lab, preset: string): Promise<number> {
  await lab.open(await stateLink("svr", { preset }));
  await lab.page.getByRole("button", { name: kit.stepper.title }).click();
  await expect(lab.page.locator(".stepper-scrub")).toBeEnabled();
  await lab.settled();
  return Number(await lab.page.locator(".stepper-scrub").getAttribute("max"));
}

/** "primal 12.3" -> 12.3 of the list under the curves. */
async function numbers(page: Page): Promise<{ primal: number; dual: number }> {
  const texts = await page.locator(".path-numbers li").allTextContents();
  const value = (name: string) => {
    const [text = ""] =
      texts
        .find((each) => each.startsWith(name))
        ?.replace("\u2212", "-")
        .split(" (") ?? [];
    const digits = [...(text.split("×10")[1] ?? "⁰")]
      .map((c) => ("⁰¹²³⁴⁵⁶⁷⁸⁹".includes(c) ? "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) : "-"))
      .join("");
    return Number(text.split(" ")[1]?.split("×")[0]) * 10 ** Number(digits);
  };
  return { primal: value("primal"), dual: value("dual") };
}

test("steps, goes back, jumps to both ends", async ({ lab, page }) => {
  const count = await open(lab, "sinc");
  expect(count).toBeGreaterThan(5);
  expect(await position(page)).toBe(count);
  await press(page, words.back);
  await lab.settled();
  expect(await position(page)).toBe(count - 1);
  await expect(lab.picture).toHaveAttribute("data-iterations", String(count - 1));
  await press(page, words.first);
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-iterations", "0");
  await expect(lab.picture).toHaveAttribute("data-converged", "false");
  await press(page, words.forward);
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-iterations", "1");
  await expect(page.locator(".path-numbers")).toContainText("SMO: points");
  await press(page, words.last);
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-iterations", String(count));
});

test("the dual rises, stays below the primal, and they close on each other", async ({ lab, page }) => {
  const count = await open(lab, "sinc");
  const scrub = page.locator(".stepper-scrub");
  const seen: { primal: number; dual: number }[] = [];
  for (const share of [0.1, 0.4, 0.7, 1]) {
    await scrub.fill(String(Math.max(1, Math.round(share * count))));
    await lab.settled();
    seen.push(await numbers(page));
  }
  for (const [k, { primal, dual }] of seen.entries()) {
    expect(dual).toBeLessThanOrEqual(primal);
    if (k > 0) expect(dual).toBeGreaterThanOrEqual(seen[k - 1]!.dual);
  }
  const gap = (k: number) => seen[k]!.primal - seen[k]!.dual;
  expect(gap(3)).toBeLessThan(0.05 * gap(0));
});

test("plays to the end and pauses on the way", async ({ lab, page }) => {
  const count = await open(lab, "sinc");
  await press(page, words.first);
  await press(page, words.play);
  await expect.poll(() => position(page)).toBeGreaterThan(1);
  await press(page, words.pause);
  const paused = await position(page);
  expect(paused).toBeLessThan(count);
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-iterations", String(paused));
  await page.getByLabel(words.speed).selectOption("500");
  await press(page, words.play);
  await expect.poll(() => position(page)).toBe(count);
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-iterations", String(count));
});

test("keys step too", async ({ lab, page }) => {
  const count = await open(lab, "outlier");
  await page.locator(".stepper-scrub").focus();
  await page.keyboard.press(",");
  await expect.poll(() => position(page)).toBe(count - 1);
  await page.keyboard.press(".");
  await expect.poll(() => position(page)).toBe(count);
});

test("goes from one active-set step of a long path to the next, by button and by key, and shows how the dual jumps", async ({
  lab,
  page,
}) => {
  const [n, fraction] = [200, (k: number) => (k * 0.618034) % 1];
  const x = Array.from({ length: n }, (_, k) => 6 * fraction(k) - 3);
  const y = x.map((value, k) => Math.sin(2 * value) + 0.3 * fraction(7 * k));
  const data = { preset: "own", x, d: 1, xNames: ["x"], y, yName: "y" };
  await lab.open(await stateLink("svr", { ...data, C: 1e4, gamma: 1, epsilon: 0.1, stepper: true }));
  const next = page.getByRole("button", { name: path.activeSet.next });
  const numbersOf = page.locator(".path-numbers li");
  const rise = async () => {
    const [, sign = "", digits = "", exponent = ""] =
      /up by (\u2212?)([\d.]+)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\)/.exec((await numbersOf.allTextContents()).join("; ")) ?? [];
    expect(digits).not.toBe("");
    expect(sign).toBe("");
    const power = [...exponent].map((c) => (c === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))).join("");
    return Number(digits) * 10 ** Number(power);
  };
  await next.click();
  await lab.settled();
  const first = await position(page);
  expect(first).toBeGreaterThan(1000);
  await expect(numbersOf.first()).toContainText("Active-set step 1 of ");
  const jump = await rise();
  await expect(lab.picture).toHaveAttribute("data-iterations", String(first));
  await page.keyboard.press("n");
  await expect(numbersOf.first()).toContainText("Active-set step 2 of ");
  const second = await position(page);
  await page.keyboard.press("p");
  await expect.poll(() => position(page)).toBe(first);
  await page.keyboard.press("p");
  await expect.poll(() => position(page)).toBeGreaterThan(second);
  await page.locator(".stepper-scrub").fill(String(first - 1));
  await expect(numbersOf.first()).toContainText("SMO: points");
  expect(await rise()).toBeLessThan(jump / 10);
});
