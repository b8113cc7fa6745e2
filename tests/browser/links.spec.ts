// A link carries everything, and one that is damaged or hostile gets a sentence and the lab as it opens.
import { deflateRawSync } from "node:zlib";
import type { Dialog } from "@playwright/test";
import { linkWords } from "../../web/host/messages/link.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, type Lab, test } from "./support/lab.ts";

/** A link whose packed part says this, made as the page makes them. */
const packed = (json: string, version = "1") =>
  `#lab=svr&s=${version}.${deflateRawSync(Buffer.from(json)).toString("base64url")}`;

/** What the picture is made of, in words and numbers. */
async function portrait(lab: Lab): Promise<Record<string, string | null>> {
  const attribute = (name: string) => lab.picture.getAttribute(name);
  return {
    n: await attribute("data-n"),
    cases: await attribute("data-cases"),
    iterations: await attribute("data-iterations"),
    described: await lab.canvas.getAttribute("aria-label"),
    first: JSON.stringify(await lab.row(0, 2)),
    kernel: await lab.page.locator('[data-field="kernel"] :checked').first().getAttribute("value"),
    C: await lab.page.locator('[data-field="C"] .control-number').inputValue(),
    epsilon: await lab.page.locator('[data-field="epsilon"] .control-number').inputValue(),
  };
}

test("data, parameters and view arrive as they left", async ({ lab, page }) => {
  await lab.open();
  await lab.choose("cars");
  const at = await lab.at(0.3, 0.2);
  await page.mouse.click(at.x, at.y);
  await lab.has(51);
  const number = page.locator('[data-field="C"] .control-number');
  await number.fill("3,5");
  await number.press("Enter");
  await lab.settled();
  const link = await lab.link();
  const sent = await portrait(lab);
  expect(sent.C).toBe("3.5");

  const other = await page.context().newPage();
  await other.goto(link);
  const there = Object.assign(Object.create(Object.getPrototypeOf(lab)) as Lab, {
    page: other,
    picture: other.locator(".picture-view"),
    canvas: other.locator(".picture-canvas"),
  });
  await there.settled();
  expect(await portrait(there)).toEqual(sent);
  expect(await there.row(50, 2)).toEqual(await lab.row(50, 2));
});

test("the address follows, so that a reload loses nothing", async ({ lab, page }) => {
  await lab.open();
  await lab.choose("sinc");
  await expect.poll(() => page.url()).toContain("s=1.");
  const before = page.url();
  const at = await lab.at(0.25, 0.15);
  await page.mouse.click(at.x, at.y);
  await lab.has(61);
  // The address is written after a pause.
  await expect.poll(() => page.url()).not.toBe(before);
  await page.reload();
  await lab.has(61);
});

test("q opens a claim on the data that shows it", async ({ lab, page }) => {
  await lab.open("#q=1c1");
  await expect(page.locator('[data-open-claim="1c1"]')).toBeVisible();
  await lab.has(4);
});

const NAN = '{"preset":"own","xNames":["x"],"d":1,"x":[1,null],"y":[1,2]}';
const many = JSON.stringify({ preset: "own", d: 1, x: Array(6000).fill(1), y: Array(6000).fill(1) });
const words = linkWords;

/** Each sentence once, and what would do harm; how each kind is told apart is a test of the page's logic. */
const REFUSED = [
  ["cut short", packed('{"C":2}').slice(0, -6), words["link-damaged"]],
  ["of another version", packed('{"C":2}', "9"), words["link-version"]],
  ["with a field we do not have", packed('{"evil":1}'), words["unknown-field"]],
  ["with a prototype in it", packed('{"__proto__":{"C":1}}'), words["unknown-field"]],
  ["with C of the wrong kind", packed('{"C":"<img src=x onerror=alert(1)>"}'), words["wrong-kind"]],
  ["with infinite data", packed('{"x":[1e999],"y":[1]}'), words["not-finite"]],
  ["with holes in the data", packed(NAN), words["wrong-kind"]],
  [
    "with x and y that do not fit",
    packed('{"preset":"own","xNames":["x"],"d":1,"x":[1,2,3],"y":[1]}'),
    words.inconsistent,
  ],
  ["with too many points", packed(many), words["too-many"]],
  ["that unpacks to a hundred megabytes", packed(" ".repeat(100_000_000)), words["link-too-large"]],
  ["with a kernel that is no option", packed('{"kernel":"evil"}'), words["not-an-option"]],
  ["with a claim broken by a mistake that there is not", packed('{"broken":["1b:evil"]}'), words["not-an-option"]],
  ["that says nothing known", "#2.5c", words["link-unknown"]],
  ["to no lab", "#lab=nothing", words["unknown-lab"]],
  ["to no claim", "#lab=svr&q=9z", words["unknown-claim"]],
] as const;

test("a link that says nothing we know gets a sentence and the lab as it opens", async ({ lab, page }) => {
  const dialogs: string[] = [];
  const note = (dialog: Dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  };
  page.on("dialog", note);
  await eachOf(page, REFUSED, opensItself, async ([, hash, sentence]) => {
    await lab.load(hash);
    // The start of the sentence, up to its first slot.
    await expect(lab.toast.first()).toContainText(sentence.slice(0, sentence.indexOf("{") >>> 0).trim());
    await expect(lab.toast.first()).toHaveAttribute("data-tone", "trouble");
    await lab.has(133);
    await expect(page.locator("[data-control=preset]")).toHaveValue("motorcycle");
    expect(dialogs).toEqual([]);
  });
  page.off("dialog", note);
});

test("a link opened over a running lab replaces it, and can be undone", async ({ lab, page }) => {
  await lab.open();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, packed('{"preset":"tie-wide"}').slice(1));
  await lab.has(4);
  await lab.undo();
  await lab.has(133);
  expect(page.url().startsWith(siteUrl())).toBe(true);
});
