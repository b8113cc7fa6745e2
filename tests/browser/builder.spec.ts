// The page that makes links, frames and elements: what it gives to copy opens what was chosen.
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { en as words } from "../../web/builder/messages/builder.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { findings } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

const preview = (page: Page): FrameLocator => page.frameLocator("proofground-lab iframe");
const text = (page: Page): Locator => page.locator("#text");
const kind = (page: Page, name: keyof typeof words.texts) =>
  page.getByRole("radio", { name: words.texts[name], exact: true }).check();

async function open(page: Page, hash = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}embed/${hash}`);
  await expect(text(page)).toBeVisible();
}

/** The text, once it says this. */
async function says(page: Page, what: string | RegExp): Promise<string> {
  await expect(text(page)).toHaveValue(
    what instanceof RegExp ? what : new RegExp(what.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
  );
  return text(page).inputValue();
}

test("what is chosen is in the preview, in the address, and in the link that opens it", async ({ page, lab }) => {
  await open(page);
  await page.locator("#lab").selectOption("svdd");
  await page.locator("#claim").selectOption("2.5c");
  await kind(page, "link");
  expect(await says(page, "q=2.5c")).toBe(`${siteUrl()}#lab=svdd&q=2.5c&w=1`);
  await expect(preview(page).locator('[data-open-claim="2.5c"]')).toHaveAttribute("data-verdict", "pass", {
    timeout: 60_000,
  });

  // Other data under the statement: the state is in the link.
  const [preset, title] = await page
    .locator("#preset option")
    .nth(2)
    .evaluate((option: HTMLOptionElement) => [option.value, option.text] as const);
  await page.locator("#preset").selectOption(preset);
  await page.locator("#seed").fill("7");
  await page.locator("#seed").press("Enter");
  await page.getByRole("radio", { name: words.sizes.whole }).check();
  await page.getByRole("radio", { name: words.themes.dark, exact: true }).check();
  const link = await says(page, /^[^&]*#lab=svdd&s=1\.[\w-]+&theme=dark$/);
  expect(page.url()).toBe(`${siteUrl()}embed/${new URL(link).hash}&w=0`);
  await expect(preview(page).locator("[data-control=preset]")).toHaveValue(preset);

  // This page opens with the same choice, by its own address.
  await page.reload();
  await kind(page, "link");
  expect(await says(page, "theme=dark")).toBe(link);
  await expect(page.locator("#lab")).toHaveValue("svdd");
  await expect(page.locator("#claim")).toHaveValue("2.5c");
  await expect(page.getByRole("radio", { name: words.sizes.whole })).toBeChecked();

  await lab.load(new URL(link).hash);
  await expect(page.locator("[data-control=preset]")).toHaveValue(preset);
  await expect(page.locator("[data-control=preset] option:checked")).toHaveText(title);
  await expect(page.locator('[data-open-claim="2.5c"]')).toBeVisible();
});

test("a link that is pasted is the beginning, its data too; what is no link is said to be none", async ({
  page,
  lab,
}) => {
  await lab.open("#lab=svr&q=1b");
  await lab.choose("tie-wide");
  await lab.has(4);
  await expect.poll(() => page.url()).toContain("s=1.");
  const before = page.url();
  const at = await lab.at(0.5, 0.4);
  await page.mouse.click(at.x, at.y);
  await lab.has(5);
  await expect.poll(() => page.url()).not.toBe(before);
  const link = page.url();

  await open(page);
  await page.getByRole("radio", { name: words.themes.dark, exact: true }).check();
  await page.locator("#from").fill("see my lab");
  await page.locator("#from").press("Enter");
  await expect(page.locator("#from-hint")).toHaveText(words.from.other);
  await page.locator("#from").fill(link);
  await page.locator("#from").press("Enter");
  await expect(page.locator("#from-hint")).toHaveText(words.from.hint);
  await kind(page, "link");
  const made = await says(page, /s=1\./);
  // A plot of its own, with what was chosen before.
  expect(new URL(made).hash).toMatch(/^#lab=svr&s=1\.[\w-]+&w=1&theme=dark$/);
  await lab.load(new URL(made).hash);
  await lab.has(5);

  // Another statement about the same data.
  await open(page, new URL(made).hash);
  await page.locator("#claim").selectOption("1c1");
  await expect(preview(page).locator('[data-open-claim="1c1"]')).toBeVisible();
  await expect(preview(page).locator(".picture-view")).toHaveAttribute("data-n", "5");
});

test("the frame and the element that it gives show the lab on a page of others, for each place that Proofground may be at", async ({
  page,
}) => {
  await open(page, "#lab=svr&q=1c1&hide=data&lock=C,epsilon&height=480");
  expect(await says(page, "proofground-lab")).toBe(
    [
      `<script src="${siteUrl()}proofground-embed.js"></script>`,
      '<proofground-lab lab="svr" q="1c1" hide="data" lock="C,epsilon" height="480">',
      `  <a href="${siteUrl()}#lab=svr&amp;q=1c1">1c1 b minimises the total slack in Proofground</a>`,
      "</proofground-lab>",
    ].join("\n"),
  );
  const origin = new URL(siteUrl()).origin;
  await expect(page.locator(".output")).toContainText(`script-src ${origin}; frame-src ${origin}`);
  const element = await text(page).inputValue();
  await kind(page, "markdown");
  expect(await says(page, "](")).toBe(
    `[1c1 b minimises the total slack](${siteUrl()}#lab=svr&q=1c1&w=1&hide=data&lock=C,epsilon)`,
  );
  await kind(page, "iframe");
  const frame = await says(page, "<iframe");
  expect(frame).toContain('height="480"');

  // Another address, and the single file.
  await page.getByRole("textbox", { name: words.site }).fill("ftp://site.test");
  await page.keyboard.press("Enter");
  await expect(page.locator(".where .note")).toHaveText(words.siteWrong);
  await page.getByRole("textbox", { name: words.site }).fill("https://site.test/pg/index.html");
  await page.keyboard.press("Enter");
  await says(page, 'src="https://site.test/pg/#lab=svr&amp;q=1c1');
  await page.getByRole("radio", { name: words.wheres.file }).check();
  await says(page, 'src="proofground.html#lab=svr&amp;q=1c1');
  await kind(page, "element");
  await says(page, /<proofground-lab base="proofground.html" lab="svr"/);

  for (const [html, selector] of [
    [element, "proofground-lab iframe"],
    [frame, "iframe"],
  ] as const) {
    await page.route("**/course", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await page.goto(`${siteUrl()}course`);
    const claim = page.frameLocator(selector).locator('[data-open-claim="1c1"]');
    await expect(claim).toHaveAttribute("data-verdict", "pass", { timeout: 60_000 });
    await expect(page.locator(selector)).toHaveJSProperty("offsetHeight", 480);
    await page.unroute("**/course");
  }
});

test("what readers may change: two boxes a row; what is hidden needs no lock", async ({ page }) => {
  await open(page, "#lab=svr");
  await kind(page, "link");
  const row = page.locator('tr[data-name="controls"]');
  await row.getByRole("checkbox").nth(1).check();
  await says(page, /&lock=controls$/);
  await row.getByRole("checkbox").nth(0).check();
  await says(page, /&hide=controls$/);
  await expect(row.getByRole("checkbox").nth(1)).toBeDisabled();
  await row.getByRole("checkbox").nth(0).uncheck();
  await page.locator('tr[data-name="y"]').getByRole("checkbox").nth(1).check();
  await says(page, /&lock=controls,y$/);
  await expect(page.locator("proofground-lab")).toHaveAttribute("lock", "controls,y");
  // Out of range, and said so; the choice stays.
  await page.locator("#height").fill("12");
  await page.locator("#height").press("Enter");
  await expect(page.locator("#height-hint")).toContainText("160");
  await says(page, /&lock=controls,y$/);
});

test("copying: where it is allowed the text is there, where it is not it is selected", async ({ page }) => {
  await open(page, "#lab=svr&q=1c1");
  await kind(page, "link");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
  });
  const button = page.getByRole("button", { name: words.copy });
  await button.click();
  await expect(page.locator(".copying p")).toHaveText(words.copyByHand);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await text(page).inputValue());
  await page.reload();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await kind(page, "link");
  await button.click();
  await expect(page.locator(".copying p")).toHaveText(words.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text(page).inputValue());
});

test("on a phone nothing is wider than the page, and axe finds nothing serious; a link with a mistake says which", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "#lab=svr&q=9z");
  await expect(page.locator("#from-hint")).toContainText("9z");
  await page.locator("summary").last().click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await findings(page)).toEqual([]);
});

test("what is done in the preview is taken over, and its controls can be hidden and locked one by one", async ({
  page,
  lab,
}) => {
  await open(page, "#lab=svr");
  await kind(page, "link");
  // By their labels.
  const row = page.locator('tr[data-name="C"]');
  await expect(row.getByRole("rowheader")).toHaveText("C penalty for slack");
  await expect(page.locator('tr[data-name="standardise"]').getByRole("rowheader")).toHaveText("Standardise");
  const input = preview(page).locator('[data-field="C"] input.control-number');
  await input.fill("3");
  await input.press("Enter");
  await expect(input).toHaveValue("3");
  const told = () =>
    page.locator("proofground-lab").evaluate((element: HTMLElement & { state?: unknown }) => element.state);
  await expect.poll(told).toMatchObject({ C: 3 });
  await page.getByRole("button", { name: words.use }).click();
  const link = await says(page, /s=1\.[\w-]+&w=1$/);
  await row.getByRole("checkbox").nth(1).check();
  await says(page, /&lock=C$/);
  await expect(input).toBeDisabled();
  await row.getByRole("checkbox").nth(0).check();
  await expect(input).toHaveCount(0);
  // It is gone from the preview, and still in the list.
  await row.getByRole("checkbox").nth(0).uncheck();
  await expect(input).toHaveValue("3");
  await lab.load(new URL(link).hash);
  await expect(page.locator('[data-field="C"] input.control-number')).toHaveValue("3");
});
