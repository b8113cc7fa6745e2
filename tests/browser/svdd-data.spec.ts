// Data of one's own in the hypersphere lab: a table with a column of weights, what is refused and by which name, files and links.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { importing } from "../../web/host/messages/import.en.ts";
import { en as svdd } from "../../web/labs/svdd/messages/en.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const TABLE = "a,b,C\n0,0,1\n4,0,2\n0,3,1\n5,5,0.5\n";

async function paste(lab: Lab, page: Page, text: string): Promise<void> {
  await lab.open("#lab=svdd");
  await page.locator("[data-action=import]").click();
  await page.getByRole("dialog").locator("textarea").fill(text);
}
const target = (page: Page, name: string) =>
  page.getByRole("radio", { name: svdd.data.useAsWeight.replace("{name}", name), exact: true });
const apply = (page: Page) => page.getByRole("dialog").getByRole("button", { name: importing.apply, exact: true });

test("a pasted table with a column of weights", async ({ lab, page }) => {
  await paste(lab, page, TABLE);
  await target(page, "C").check();
  await apply(page).click();
  await lab.has(4);
  expect(await lab.row(1, 3)).toEqual([4, 0, 2]);
  expect(await lab.row(3, 3)).toEqual([5, 5, 0.5]);
  await lab.undo();
  await lab.has(35);
});

test("without weights all are 1/n, and three columns turn", async ({ lab, page }) => {
  await paste(lab, page, "a,b,c\n0,0,1\n4,0,2\n0,3,1\n5,5,0\n");
  await apply(page).click();
  await lab.has(4);
  expect((await lab.row(1, 4))[3]).toBe(0.25);
  await expect(page.locator('[data-field="view"]')).toHaveValue("sphere");
});

test("weights that are not above 0 are refused by name, and the old data stays", async ({ lab, page }) => {
  await paste(lab, page, TABLE.replace("3,1\n", "3,0\n"));
  await target(page, "C").check();
  await expect(page.getByRole("dialog")).toContainText(/C cannot be the weight: 0 in row 3/);
  await expect(apply(page)).toBeDisabled();
  await page.keyboard.press("Escape");
  await lab.has(35);
});

test("a ragged table is refused with its line", async ({ lab, page }) => {
  await paste(lab, page, "a,b\n1,2\n3\n4,5\n");
  await expect(page.getByRole("dialog")).toContainText("3");
  await expect(apply(page)).toBeDisabled();
});

test("a weight of 0 typed into the table is refused", async ({ lab, page }) => {
  await lab.open(await stateLink("svdd", { preset: "three-ball" }));
  await lab.cell(0, 2).dblclick();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  await expect(lab.toast).toContainText("at least");
  await lab.settled();
  expect((await lab.row(0, 3))[2]).toBeCloseTo(1 / 3, 9);
});

test("everything goes into a file: data, solution, picture", async ({ lab, page }) => {
  await lab.open(await stateLink("svdd", { preset: "doubtful" }));
  const save = async (item: string) => {
    await page.getByRole("button", { name: host.export.open, exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`[data-export="${item}"]`).click(),
    ]);
    return readFileSync(await download.path(), "utf8");
  };
  expect((await save("data")).split(/\r?\n/)[0]).toBe("x1,x2,weight");
  expect((await save("solution")).split(/\r?\n/)[0]).toBe("x1,x2,weight,distance2,alpha,xi,case");
  expect(JSON.parse(await save("json"))).toMatchObject({ format: "proofground-svdd/1", data: { n: 28, d: 2 } });
  expect(await save("svg")).toContain("<svg");
});

test("a link brings everything along: weights, nu, view, claim", async ({ lab, page }) => {
  await paste(lab, page, TABLE);
  await target(page, "C").check();
  await apply(page).click();
  await lab.has(4);
  const said = await lab.canvas.getAttribute("aria-label");
  const link = await lab.link();
  await page.goto("about:blank");
  await page.goto(link);
  await lab.has(4);
  expect(await lab.canvas.getAttribute("aria-label")).toBe(said);
  expect(await lab.row(3, 3)).toEqual([5, 5, 0.5]);
});
