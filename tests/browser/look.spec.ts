// For every eye: no serious accessibility finding in either theme, nothing sticks out sideways, and pictures of it all.
import { eachOf } from "./support/cases.ts";
import { findings, inEach, LAYOUTS, LOOKS, SIZES, shot, sideways } from "./support/eyes.ts";
import { expect, type Lab, test } from "./support/lab.ts";

const of = (size: (typeof SIZES)[number]) => LOOKS.filter((look) => look.size === size);

test("axe finds nothing serious on the open lab, a claim, the stepper and the dialogs", async ({ lab, page }) => {
  const clean = (state: string) =>
    inEach(page, of(SIZES[0]), async (look) => expect(await findings(page), `${state}, ${look}`).toEqual([]));
  await lab.open("#q=1c1");
  await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "pass");
  await page.locator(".path-fold").first().click();
  await expect(page.locator(".stepper-scrub")).toBeEnabled();
  await lab.settled();
  await clean("claim and stepper");
  await page.locator('[data-break="1c1"]').click();
  await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "fail");
  await page.locator(".export-open").click();
  await clean("broken claim and list of exports");
  await page.keyboard.press("Escape");
  await page.locator("[data-action=import]").click();
  await page.locator("dialog.import textarea").fill("a,b,c\n1,2,x\n3,4,y\n");
  await expect(page.locator(".import-columns")).toBeVisible();
  await clean("columns to choose");
  await page.locator("dialog.import textarea").fill("a,b\n1,two\n");
  await expect(page.locator(".import-refusal")).not.toBeEmpty();
  await clean("data refused");
});

test("axe finds nothing serious on a phone", async ({ lab, page }) => {
  const clean = (state: string) =>
    inEach(page, of(SIZES[2]), async (look) => expect(await findings(page), `${state}, ${look}`).toEqual([]));
  await page.setViewportSize(SIZES[2]);
  await lab.open();
  await clean("first");
  await page.locator(".sheet-handle").click();
  await expect(page.locator(".lab-layout")).toHaveAttribute("data-sheet", "open");
  await clean("sheet open");
});

/** What is looked at: its name, whether its picture shows the whole page, and how to come to it. */
type State = readonly [name: string, whole: boolean, come: (lab: Lab) => Promise<unknown>];

const claim = (id: string): State => [
  `6-claim-${id}`,
  true,
  async (lab) => {
    const article = await lab.openClaim("svr", id);
    await expect(lab.chip(id)).toHaveAttribute("data-verdict", "pass");
    await article.scrollIntoViewIfNeeded();
  },
];

const STATES: readonly State[] = [
  ["1-first", false, (lab) => expect(lab.chip("1a")).not.toHaveAttribute("data-verdict", "checking")],
  ["2-first-whole", true, (lab) => expect(lab.chip("1a")).not.toHaveAttribute("data-verdict", "checking")],
  ["3-co2", false, (lab) => lab.choose("co2")],
  ["4-predicted", false, (lab) => lab.choose("iris")],
  [
    "5-stepper",
    false,
    async (lab) => {
      await lab.choose("sinc");
      await lab.page.locator(".path-fold").first().click();
      await expect(lab.page.locator(".stepper-scrub")).toBeEnabled();
      await lab.page.locator(".stepper-scrub").fill("6");
      await lab.settled();
      await lab.page.locator(".path-view").scrollIntoViewIfNeeded();
    },
  ],
  ...["1a", "1c1", "1c2", "1d1", "1d2"].map(claim),
  [
    "7-import",
    false,
    async ({ page }) => {
      await page.locator("[data-action=import]").click();
      await page.locator("dialog.import textarea").fill("a;b;c;site\n1,5;2;3;north\n4;5;6,25;south\n7;8;1;north\n");
    },
  ],
];

test("nothing sticks out sideways in any size", async ({ lab, page }) => {
  await eachOf(
    page,
    STATES,
    () => lab.open(),
    async ([name, whole, come]) => {
      await come(lab);
      await inEach(page, LAYOUTS, async (look, theme) => {
        expect(await sideways(page), look).toBe(0);
        await shot(page, theme, name, whole);
      });
    },
  );
});
