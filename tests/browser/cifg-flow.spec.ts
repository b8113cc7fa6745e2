// The stage "Gradient flow": both cells drawn, a slider from vanishing to exploding, the cursor by keys and pointer,
// tables, a file.
import { readFile } from "node:fs/promises";
import { flow as words } from "../../web/labs/cifg/messages/flow.en.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

async function open(lab: Lab, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await lab.open(await stateLink("cifg", { stage: "flow", ...fields }));
  await expect(lab.picture).toHaveAttribute("data-stage", "flow");
}

/** Numbers of the stage, as they were computed. */
async function numbers(lab: Lab, name: string): Promise<readonly number[]> {
  await lab.settled();
  return lab.picture.evaluate((element, name) => {
    const value = (element as HTMLElement).testReadings?.()[name];
    return typeof value === "object" ? value : [Number(value)];
  }, name);
}

test("from vanishing to exploding by two sliders, and back by undo; what no float holds is said", async ({
  lab,
  page,
}) => {
  await open(lab, { flowDh: 32, flowT: 200, gain: 0.5, forgetBias: -2 });
  const sentences = page.locator(".flow-sentences");
  const first = await numbers(lab, "cifgDc");
  expect(first.length).toBe(200);
  expect(first[0]).toBeLessThan(-45);
  await expect(sentences).toContainText("In single precision it is 0 at");
  await expect(page.locator(".flow-canvas")).toHaveAttribute("aria-label", /Two charts over 200 steps/);

  const slider = page.locator(".control[data-field=gain] input[type=range]");
  await slider.focus();
  await page.keyboard.press("End");
  await expect(page.locator(".control[data-field=gain] input[type=text]")).toHaveValue("20");
  const exploding = await numbers(lab, "cifgDc");
  expect(exploding[0]).toBeGreaterThan(38.5);
  expect(exploding.every(Number.isFinite)).toBe(true);
  await expect(sentences).toContainText("In single precision it overflows at");

  await page.keyboard.press("Control+z");
  await expect(page.locator(".control[data-field=gain] input[type=text]")).toHaveValue("0.5");
  expect(await numbers(lab, "cifgDc")).toEqual(first);
});

test("the cursor by keys, by a press and a drag in either cell; the table says what it stands on", async ({
  lab,
  page,
}) => {
  await open(lab, { flowView: "memory", gain: 5, forgetBias: 0 });
  const handle = page.locator(".handle");
  await handle.focus();
  for (let k = 0; k < 3; ++k) await page.keyboard.press("ArrowRight");
  expect(await numbers(lab, "t")).toEqual([4]);
  await expect(handle).toHaveAttribute(
    "aria-valuetext",
    /^t = 4 of 60\. CIFG-LSTM: measured .* Standard LSTM: measured/,
  );
  const row = page.locator(".flow-table tr[data-row=measured] td[data-column=cifg]");
  const horizon = await numbers(lab, "cifgHorizon");
  expect(Number(await row.textContent())).toBeCloseTo(10 ** (horizon[3] ?? Number.NaN), 2);
  // The half-truth: the product of f is tiny, the Jacobian is not.
  const product = await numbers(lab, "cifgProduct");
  expect(product[0]).toBeLessThan(-6);
  expect(horizon[0]).toBeGreaterThan(-1);
  await expect(page.locator(".flow-sentences")).toContainText("almost all of it came through h");

  const canvas = page.locator(".flow-canvas");
  const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 0.9 * box.width, box.y + 0.3 * box.height);
  await page.mouse.down();
  const [pressed = 0] = await numbers(lab, "t");
  expect(pressed).toBeGreaterThan(40);
  await page.mouse.move(box.x + 0.7 * box.width, box.y + 0.3 * box.height, { steps: 4 });
  await page.mouse.up();
  const [dragged = 0] = await numbers(lab, "t");
  expect(dragged).toBeLessThan(pressed - 10);
  // One gesture, one undo.
  await page.keyboard.press("Control+z");
  expect(await numbers(lab, "t")).toEqual([4]);
});

test("every number stands in a table and in a file", async ({ lab, page }) => {
  await open(lab, { flowT: 20, flowDh: 3, flowLoss: "all" });
  await page.getByText(words.steps.title).click();
  await page.getByText("All units at t = 1 as a table").click();
  const steps = page.locator("[data-table=steps] tbody tr");
  await expect(steps).toHaveCount(20);
  await expect(steps.first().locator("td")).toHaveCount(12);
  await expect(page.locator("[data-table=units] tbody tr")).toHaveCount(6);
  const dc = await numbers(lab, "lstmDc");
  const cell = steps.nth(19).locator("td").nth(6);
  expect(Number(await cell.textContent())).toBeCloseTo(10 ** (dc[19] ?? Number.NaN), 3);

  await page.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByText(words.files.gates.label).click()]);
  const rows = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(rows.length).toBe(1 + 20 * 3);
  expect(rows[0]).toContain("cifg_log10_dcT_dct_diagonal");
});
