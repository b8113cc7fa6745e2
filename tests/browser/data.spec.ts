// Data in, by paste, file and drop; every refusal with its reason, the old data staying; and the table twin.

import type { Problem } from "../../web/host/csv.ts";
import { importing } from "../../web/host/messages/import.en.ts";
import { problemSentence } from "../../web/host/problem.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const words = importing;
async function dialog(lab: Lab): Promise<void> {
  await lab.page.locator("[data-action=import]").click();
  await expect(lab.page.locator("dialog.import")).toBeVisible();
}

async function paste(lab: Lab, text: string): Promise<void> {
  await dialog(lab);
  await lab.page.locator("dialog.import textarea").fill(text);
}

async function file(lab: Lab, name: string, buffer: Buffer): Promise<void> {
  await dialog(lab);
  await lab.page.locator("dialog.import input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
}

const apply = (lab: Lab) => lab.page.getByRole("button", { name: words.apply }).click();

const FILES = [
  ["commas", Buffer.from("t,v\n1,2\n2,3.5\n3,1\n")],
  ["a byte-order mark", Buffer.from("\ufefft,v\n1,2\n2,3.5\n3,1\n")],
  ["semicolons and decimal commas", Buffer.from("t;v\r\n1;2\r\n2;3,5\r\n3;1\r\n")],
  ["tabs", Buffer.from("t\tv\n1\t2\n2\t3.5\n3\t1\n")],
  ["UTF-16", Buffer.from("\ufefft\tv\n1\t2\n2\t3.5\n3\t1\n", "utf16le")],
] as const;

test("a file is read whatever its separators and encoding", async ({ lab, page }) => {
  await eachOf(
    page,
    FILES,
    () => lab.open(),
    async ([, bytes]) => {
      await file(lab, "mine.csv", bytes);
      await expect(lab.page.locator(".import-outcome")).toHaveAttribute("data-outcome", "taken");
      await apply(lab);
      await lab.has(3);
      expect(await lab.row(1, 2)).toEqual([2, 3.5]);
      await expect(lab.page.locator("[data-control=preset]")).toHaveValue("own");
      // One step back, to the data and the parameters from before.
      await lab.undo();
      await lab.has(133);
      await expect(lab.page.locator("[data-control=preset]")).toHaveValue("motorcycle");
    },
  );
});

const refusals: readonly (readonly [string, Buffer, Problem])[] = [
  ["an empty file", Buffer.from(""), { code: "empty" }],
  ["one column", Buffer.from("x\n1\n2\n"), { code: "one-column" }],
  ["a ragged row", Buffer.from("x,y\n1,2\n3\n4,5\n"), { code: "ragged", line: 3, expected: 2, found: 1 }],
  ["a binary file", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), { code: "binary" }],
  ["words", Buffer.from("x,y\n1,2\n3,four\n"), { code: "not-number", line: 3, column: 2, text: "four" }],
  ["NaN", Buffer.from("x,y\n1,NaN\n3,4\n"), { code: "not-finite", line: 2, column: 2, text: "NaN" }],
  ["Infinity", Buffer.from("x,y\nInfinity,1\n3,4\n"), { code: "not-finite", line: 2, column: 1, text: "Infinity" }],
  ["1e308", Buffer.from("x,y\n1,2\n1e308,4\n"), { code: "too-large", line: 3, column: 1, text: "1e308" }],
  ["a denormal", Buffer.from("x,y\n1,2\n3,1e-310\n"), { code: "too-small", line: 3, column: 2, text: "1e-310" }],
  ["5001 rows", Buffer.from(`x,y\n${"1,2\n".repeat(5001)}`), { code: "too-many-rows", limit: 5000 }],
  ["more than 10 MB", Buffer.alloc(10_000_001, "1,2\n"), { code: "too-big", limit: 10_000_000, found: 10_000_001 }],
];
test("a file that is none is refused with its reason, and the old data stays", async ({ lab, page }) => {
  await eachOf(
    page,
    refusals,
    () => lab.open(),
    async ([, bytes, problem]) => {
      const cases = await lab.picture.getAttribute("data-cases");
      await file(lab, "bad.csv", bytes);
      await expect(page.locator(".import-refusal")).toContainText(problemSentence(problem));
      await expect(page.locator(".import-refusal")).toContainText(words.kept);
      await expect(page.getByRole("button", { name: words.apply })).toBeDisabled();
      await page.keyboard.press("Escape");
      await expect(page.locator("dialog.import")).toBeHidden();
      await lab.has(133);
      await expect(lab.picture).toHaveAttribute("data-cases", cases ?? "");
    },
  );
});

/** Data whose spread is below rounding, or as large as numbers go; each in x and in y, in both labs with an axis for it. */
const EDGES = [
  ["svr", 2, "x,y\n1,0.3\n2,0.30000000000000004\n"],
  ["svr", 2, "x,y\n1000000000000000,1\n1000000000000001,2\n"],
  ["svr", 2, "x,y\n0,1\n1e100,2\n"],
  ["svdd", 3, "x,y\n1,0.3\n2,0.30000000000000004\n3,0.3\n"],
  ["svdd", 3, "x,y\n1,1e15\n1,1000000000000001\n1.000000000000001,1e15\n"],
  ["svdd", 3, "x,y\n0,1\n1e100,2\n-1e100,3\n"],
] as const;

test("data whose spread is below rounding, or at the limit, is drawn and solved, and so is its link", async ({
  lab,
  page,
}) => {
  await eachOf(
    page,
    EDGES.map((edge) => [`${edge[0]}: ${edge[2]}`, ...edge] as const),
    opensItself,
    async ([, id, points, text]) => {
      await lab.load(`#lab=${id}`);
      await paste(lab, text);
      await apply(lab);
      await lab.has(points);
      // As near as keys go, and back.
      await lab.canvas.focus();
      for (let k = 0; k < 12; ++k) await page.keyboard.press("+");
      await lab.settled();
      await page.keyboard.press("0");
      await lab.settled();
      await expect(lab.status).toBeHidden();
      await lab.load(new URL(await lab.link()).hash);
      await lab.has(points);
      await expect(lab.toast).toHaveCount(0);
    },
  );
});

test("how a table is read can be said, after a refusal as well", async ({ lab, page }) => {
  await lab.open();
  const names = page.getByRole("checkbox", { name: words.header });
  const decimals = page.getByRole("combobox", { name: words.decimal });
  // Names that all look like missing values.
  await paste(lab, "NA,Inf\n1,2\n3,4\n");
  await expect(page.locator(".import-refusal")).toContainText(words.kept);
  await expect(names).not.toBeChecked();
  await names.check();
  await expect(page.locator(".import-columns")).toContainText("Inf");
  // Two readings fit: it asks.
  const box = page.locator("dialog.import textarea");
  await box.fill("x;y\n1;15.250\n2;4.125\n");
  const unclear: Problem = { code: "unclear-point", line: 2, column: 2, text: "15.250" };
  await expect(page.locator(".import-refusal")).toContainText(problemSentence(unclear));
  await expect(names).toBeChecked();
  await decimals.selectOption(words.marks.comma);
  await expect(page.locator(".import-status")).toContainText(words.decimals.comma);
  // Another text is read anew; lines that were left out are told.
  await box.fill("# made by hand\nregion,2023,2024\n#1,10,20\n2,5,6\n# end\n");
  await expect(decimals).toHaveValue("auto");
  await expect(page.locator(".import-status")).toContainText("2 rows, 3 columns");
  await expect(page.locator(".import-status")).toContainText("2 lines that begin with # were left out.");
  await box.fill("x,y\n1,2\n");
  await expect(page.locator(".import-status")).toContainText("1 row, 2 columns");
  await apply(lab);
  await lab.has(1);
});

test("columns are chosen, labels are left out, and several inputs are shown as predicted against actual", async ({
  lab,
  page,
}) => {
  await lab.open();
  const rows = Array.from({ length: 12 }, (_, k) => `${k},${(k * k) % 7},site${k},${2 * k + 1}`).join("\n");
  await paste(lab, `a,b,site,out\n${rows}\n`);
  const row = (name: string) =>
    page.locator(".import-columns tbody tr", { has: page.getByRole("rowheader", { name, exact: true }) });
  await expect(row("site")).toContainText("site0");
  await expect(row("site").locator("input")).toHaveCount(0);
  await expect(row("out").getByRole("radio")).toBeChecked();
  await row("a").getByRole("checkbox").uncheck();
  await row("b").getByRole("checkbox").uncheck();
  await expect(page.locator(".import-objection")).toHaveText(words.needInput);
  await expect(page.getByRole("button", { name: words.apply })).toBeDisabled();
  await row("a").getByRole("checkbox").check();
  await row("b").getByRole("checkbox").check();
  await row("a").getByRole("radio").check();
  await row("out").getByRole("checkbox").check();
  await apply(lab);
  await lab.has(12);
  await expect(page.locator("[data-field=plot]")).toHaveValue("predicted");
  // Inputs b and out, target a.
  expect(await lab.row(3, 3)).toEqual([2, 7, 3]);
  await page.locator("[data-field=plot]").selectOption("column");
  await page.locator("[data-field=column]").selectOption("1");
  await lab.settled();
});

test("the keyboard alone brings data in", async ({ lab, page }) => {
  await lab.open();
  await page.locator("[data-action=import]").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog.import")).toBeVisible();
  await page.locator("dialog.import textarea").focus();
  await page.keyboard.insertText("x,y\n1,2\n3,4\n");
  await expect(page.locator(".import-columns")).toBeVisible();
  await page.getByRole("button", { name: words.apply }).focus();
  await page.keyboard.press("Enter");
  await lab.has(2);
  await expect(page.locator("[data-action=import]")).toBeFocused();
});

test("a long paste is read without being laid out", async ({ lab, page }) => {
  await lab.open();
  await page.locator("[data-action=import]").click();
  await page.locator("dialog.import textarea").evaluate((box) => {
    const data = new DataTransfer();
    data.setData(
      "text/plain",
      `x,y\n${Array.from({ length: 4000 }, (_, k) => `${k},${k % 7}.123456789`).join("\n")}\n`,
    );
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.locator(".import-status")).toContainText("4000 rows");
  await expect(page.locator("dialog.import textarea")).toHaveValue("");
});

test("a file dropped on the page opens the choice of columns", async ({ lab, page }) => {
  await lab.open();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["u;v\n1,5;2\n3;4\n"], "dropped.csv", { type: "text/csv" }));
    return data;
  });
  await page.dispatchEvent(".picture-canvas", "dragover", { dataTransfer: transfer });
  await expect(page.locator("body")).toHaveAttribute("data-drop", "over");
  await page.dispatchEvent(".picture-canvas", "drop", { dataTransfer: transfer });
  await expect(page.locator("body")).not.toHaveAttribute("data-drop", "over");
  await expect(page.locator("dialog.import")).toContainText(words.separators.semicolon);
  await apply(lab);
  await lab.has(2);
  expect(await lab.row(0, 2)).toEqual([1.5, 2]);
});

test.describe("table", () => {
  test("typed numbers are taken, others refused in place with the old value kept", async ({ lab, page }) => {
    await lab.open(await stateLink("svr", { preset: "tie-wide" }));
    await lab.cell(1, 1).click();
    await page.keyboard.type("2,5");
    await page.keyboard.press("Enter");
    await lab.settled();
    expect(await lab.row(1, 2)).toEqual([1, 2.5]);
    await lab.cell(1, 1).click();
    await page.keyboard.press("F2");
    await page.locator(".points-edit").fill("two");
    await page.keyboard.press("Enter");
    await expect(page.locator(".points-refusal")).toContainText("“two” is not a number");
    await expect(page.locator(".points-edit")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator(".points-edit")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(".points-refusal")).toBeEmpty();
    expect(await lab.row(1, 2)).toEqual([1, 2.5]);
    await lab.undo();
    await lab.settled();
    expect(await lab.row(1, 2)).toEqual([1, 0]);
  });

  test("rows come and go, and the picked point is the same in both", async ({ lab, page }) => {
    await lab.open(await stateLink("svr", { preset: "tie-wide" }));
    await lab.cell(2, 0).click();
    await expect(page.locator('tr[data-row="2"]')).toHaveAttribute("aria-selected", "true");
    await page.locator(".points [data-action=add]").click();
    await lab.has(5);
    expect(await lab.row(4, 2)).toEqual([-1, 1]);
    await expect(page.locator('tr[data-row="4"]')).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Delete");
    await lab.has(4);
    await lab.canvas.focus();
    await page.keyboard.press("Home");
    const picked = page.locator('tr[aria-selected="true"]');
    await expect(picked).toHaveCount(1);
    await expect(picked).toHaveAttribute("data-row", "0");
  });

  test("solved columns agree with each other", async ({ lab }) => {
    await lab.open(await stateLink("svr", { preset: "tie-wide" }));
    const [, y, f, e, coefficient, xi] = (await lab.texts(0)).map((text) => Number(text.replace("\u2212", "-")));
    expect(y! - f!).toBeCloseTo(e!, 4);
    expect(Math.abs(coefficient!)).toBeCloseTo(1, 4);
    expect(Math.abs(e!) - 0.2).toBeCloseTo(xi!, 4);
  });

  test("thousands of rows keep few in the document, and arrow keys reach them all", async ({ lab, page }) => {
    await lab.open(await stateLink("svr", { preset: "co2" }));
    expect(await page.locator("tr[data-row]").count()).toBeLessThan(60);
    await lab.cell(0, 0).click();
    for (let k = 0; k < 50; k++) await page.keyboard.press("PageDown");
    await expect(page.locator('tr[data-row="467"]')).toHaveAttribute("aria-selected", "true");
    expect(await lab.row(467, 2)).toEqual([1997.9167, 364.34]);
  });

  test("the table is copied as spreadsheets take it", async ({ lab, page }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await lab.open(await stateLink("svr", { preset: "tie-wide" }));
    await page.locator(".points [data-action=copy]").click();
    await expect(lab.toast.filter({ hasText: "4 rows copied" })).toBeVisible();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]?.split("\t")).toEqual(["x", "y", "f", "e", "alpha", "alpha_star", "xi", "case"]);
    const cells = lines[1]?.split("\t") ?? [];
    expect(cells.slice(0, 2)).toEqual(["-1", "0"]);
    expect(Number(cells[1]) - Number(cells[2])).toBeCloseTo(Number(cells[3]), 12);
  });
});

test.describe("parameters", () => {
  test("what is below the least a field takes is set to it, and says so", async ({ lab, page }) => {
    const cases = [
      ["C = 0", "C", "0", "0.001"],
      ["C = -3", "C", "-3", "0.001"],
      ["epsilon = 0", "epsilon", "0", "0.0001"],
      ["gamma = 0", "gamma", "0", "0.0001"],
    ] as const;
    await eachOf(page, cases, opensItself, async ([, field, typed, shown]) => {
      await lab.load("#lab=svr");
      const box = page.locator(`[data-field="${field}"] .control-number`);
      await box.fill(typed);
      await box.press("Enter");
      await expect(box).toHaveValue(shown);
      await expect(page.locator(`[data-field="${field}"] .control-note`)).not.toBeEmpty();
      await lab.settled();
    });
  });

  test("degree 40 is set to the most it takes; NaN, Infinity, 1e308 and a denormal are refused", async ({
    lab,
    page,
  }) => {
    await lab.open(await stateLink("svr", { preset: "cars" }));
    const degree = page.locator('[data-field="degree"] .control-number');
    await degree.fill("40");
    await degree.press("Enter");
    await expect(degree).toHaveValue("8");
    await expect(page.locator('[data-field="degree"] .control-note')).toContainText("8");
    const box = page.locator('[data-field="C"] .control-number');
    const before = await box.inputValue();
    for (const typed of ["NaN", "Infinity", "5e-324", "many"]) {
      await box.fill(typed);
      await box.press("Enter");
      await expect(box).toHaveValue(before);
      await expect(page.locator('[data-field="C"] .control-note')).toContainText(typed);
    }
    await lab.settled();
  });
});

test("a table out of sight keeps the height of the page: nothing moves later under the pointer", async ({
  lab,
  page,
}) => {
  await lab.open();
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const many = await height();
  const few = await page.evaluate(async () => {
    const menu = document.querySelector<HTMLSelectElement>("[data-control=preset]");
    if (menu === null) throw new Error("the menu of data sets is not on the page");
    menu.value = "tie-wide";
    menu.dispatchEvent(new Event("change", { bubbles: true }));
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    // The data set is fetched first. With it the table's height changes, before its rows are computed.
    const preset = () => document.querySelector<HTMLElement>("[data-preset]")?.dataset.preset;
    while (preset() !== "tie-wide") await frame();
    await frame();
    return document.documentElement.scrollHeight;
  });
  expect(few).toBeLessThan(many);
  await lab.has(4);
  await lab.tableSettled();
  expect(await height()).toBe(few);
});
