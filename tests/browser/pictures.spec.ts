// What the page looks like, against stored pictures of it (tests/browser/pictures): each lab, its stages, claims that hold and claims
// that are broken, light and dark, on three sizes of screen. `npm run shots` takes them anew and makes a sheet of them to look at.
import type { Page } from "@playwright/test";
import { siteUrl } from "./support/addresses.ts";
import { difference, storedNames } from "./support/compare.ts";
import { SIZES } from "./support/eyes.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const [WIDE, TABLET, PHONE] = SIZES;
const LOOKS = {
  wide: { size: WIDE, colorScheme: "light" },
  "wide-dark": { size: WIDE, colorScheme: "dark" },
  tablet: { size: TABLET, colorScheme: "light" },
  "tablet-dark": { size: TABLET, colorScheme: "dark" },
  phone: { size: PHONE, colorScheme: "light" },
  "phone-dark": { size: PHONE, colorScheme: "dark" },
} as const;
type Look = keyof typeof LOOKS;

interface Shown {
  readonly lab: string;
  /** Fields of the lab's state that differ from those it opens with. */
  readonly state?: Readonly<Record<string, unknown>>;
  readonly claim?: string;
  readonly broken?: boolean;
  /** What is done, and waited for, once the lab is there. */
  readonly prepare?: (lab: Lab) => Promise<void>;
  readonly looks: readonly Look[];
}

const diffusion = (stage: string, state: Readonly<Record<string, unknown>> = {}) => ({
  lab: "diffusion",
  state: { stage, ...state },
});

const cifg = (preset: string, state: Readonly<Record<string, unknown>> = {}) => ({
  lab: "cifg",
  state: { preset, ...state },
});

const vae = (preset: string, state: Readonly<Record<string, unknown>> = {}) => ({
  lab: "vae",
  state: { preset, ...state },
});

const trained = async ({ page, picture }: Lab) => {
  await page.locator("[data-run=start]").dispatchEvent("click");
  await expect(picture).toHaveAttribute("data-phase", "finished", { timeout: 60_000 });
};
const sampled = ({ picture }: Lab) => expect(picture).toHaveAttribute("data-phase", "done", { timeout: 60_000 });

/** A small network, and a training of a second. */
const NETWORK = { width: 32, depth: 2, trainSteps: 200, batch: 64, T: 40 };

const LABS: Readonly<Record<string, Readonly<Record<string, Shown>>>> = {
  svr: {
    first: { lab: "svr", looks: ["wide", "tablet-dark", "phone"] },
    season: { lab: "svr", state: { preset: "co2-season" }, looks: ["wide-dark"] },
    predicted: { lab: "svr", state: { preset: "iris" }, looks: ["wide", "phone-dark"] },
    path: { lab: "svr", state: { preset: "sinc", stepper: true, iteration: 6 }, looks: ["wide", "tablet"] },
  },
  "svr-claims": {
    "1a": { lab: "svr", claim: "1a", looks: ["wide"] },
    "1c1": { lab: "svr", claim: "1c1", looks: ["wide", "phone-dark"] },
    "1c1-broken": { lab: "svr", claim: "1c1", broken: true, looks: ["wide-dark", "phone"] },
    "1d1": { lab: "svr", claim: "1d1", looks: ["tablet-dark"] },
    "1d2-broken": { lab: "svr", claim: "1d2", broken: true, looks: ["wide"] },
  },
  svdd: {
    first: { lab: "svdd", looks: ["wide", "tablet-dark", "phone"] },
    sphere: { lab: "svdd", state: { preset: "iris" }, looks: ["wide-dark", "phone"] },
    images: { lab: "svdd", state: { preset: "digits" }, looks: ["wide", "tablet"] },
  },
  "svdd-claims": {
    "2.1": { lab: "svdd", claim: "2.1", looks: ["wide"] },
    "2.4": { lab: "svdd", claim: "2.4", looks: ["tablet"] },
    "2.5c-broken": { lab: "svdd", claim: "2.5c", broken: true, looks: ["wide-dark"] },
    "2.5d": { lab: "svdd", claim: "2.5d", looks: ["phone-dark"] },
    "2.6": { lab: "svdd", claim: "2.6", looks: ["wide"] },
  },
  cifg: {
    cell: { ...cifg("small"), looks: ["wide", "tablet-dark", "phone"] },
    back: { ...cifg("memory"), looks: ["wide-dark", "phone-dark"] },
    flow: { ...cifg("vanishing"), looks: ["wide", "tablet-dark", "phone"] },
    memory: { ...cifg("half-truth"), looks: ["wide-dark"] },
    train: {
      ...cifg("co2", { trainSteps: 100 }),
      prepare: trained,
      looks: ["wide", "tablet-dark", "phone"],
    },
  },
  "cifg-claims": {
    "3a": { lab: "cifg", claim: "3a", looks: ["wide"] },
    "3b-broken": { lab: "cifg", claim: "3b", broken: true, looks: ["wide-dark", "phone"] },
    "3c": { lab: "cifg", claim: "3c", looks: ["tablet"] },
    "3ledger": { lab: "cifg", claim: "3ledger", looks: ["wide"] },
    "3horizon": { lab: "cifg", claim: "3horizon", looks: ["phone-dark"] },
  },
  vae: {
    bound: { ...vae("plane"), looks: ["wide", "tablet-dark", "phone"] },
    tilted: { ...vae("tilted"), looks: ["phone-dark"] },
    train: { ...vae("digits", { vaeSteps: 200 }), prepare: trained, looks: ["wide", "tablet-dark", "phone"] },
    toy: { ...vae("moons", { vaeSteps: 200 }), prepare: trained, looks: ["wide-dark"] },
    digits: { ...vae("samples"), prepare: sampled, looks: ["wide", "phone-dark"] },
    fill: { ...vae("fill"), prepare: sampled, looks: ["tablet"] },
    compare: {
      ...vae("side-by-side", { compareCount: 100, compareTrainSteps: 200 }),
      ...{ prepare: sampled, looks: ["wide-dark", "phone"] },
    },
  },
  "vae-claims": {
    "4v1": { lab: "vae", claim: "4v1", looks: ["wide"] },
    "4v1-broken": { lab: "vae", claim: "4v1", broken: true, looks: ["phone-dark"] },
    "4v2": { lab: "vae", claim: "4v2", looks: ["tablet"] },
    "4v3": { lab: "vae", claim: "4v3", looks: ["wide-dark"] },
    "4v4": { lab: "vae", claim: "4v4", looks: ["phone"] },
  },
  diffusion: {
    forward: { ...diffusion("forward"), looks: ["wide", "tablet-dark", "phone"] },
    posterior: { ...diffusion("posterior"), looks: ["wide", "phone-dark"] },
    train: {
      ...diffusion("train", NETWORK),
      prepare: trained,
      looks: ["wide", "tablet-dark"],
    },
    sample: {
      ...diffusion("sample", { T: 60, particles: 500, ddimSteps: 30 }),
      prepare: sampled,
      looks: ["wide", "phone"],
    },
    elbo: { ...diffusion("elbo"), looks: ["wide-dark", "tablet"] },
  },
  "diffusion-claims": {
    "4a": { lab: "diffusion", claim: "4a", looks: ["wide"] },
    "4b-broken": { lab: "diffusion", claim: "4b", broken: true, looks: ["wide-dark"] },
    "4c": { lab: "diffusion", claim: "4c", looks: ["phone"] },
    "4d": { lab: "diffusion", claim: "4d", looks: ["tablet-dark"] },
    "4bridge": { lab: "diffusion", claim: "4bridge", looks: ["wide"] },
  },
};

/** The front door, at rest: with reduced motion its pictures stand where they begin. */
const DOOR = ["wide", "tablet-dark", "phone"] as const satisfies readonly Look[];

/** Sizes and themes one after another, on the page that is there. */
async function put(page: Page, look: Look): Promise<void> {
  const { size, colorScheme } = LOOKS[look];
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
}

async function open(lab: Lab, { lab: id, state = {}, claim, broken, prepare }: Shown): Promise<void> {
  const { page } = lab;
  // A page of its own: not what the one before leaves behind.
  await page.goto("about:blank");
  await page.goto(siteUrl() + (claim === undefined ? await stateLink(id, state) : `#lab=${id}&q=${claim}`));
  await lab.settled();
  // Every claim that can be seen has its verdict.
  await expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0, { timeout: 60_000 });
  if (claim !== undefined) {
    await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
    await page.locator(`[data-open-claim="${claim}"] figure canvas`).first().waitFor();
    // What stands under the tape comes last, and with it the part of a pixel that the claim begins at.
    if (id === "cifg") await page.locator(".below-table").first().waitFor({ state: "attached" });
  }
  if (broken === true) {
    await page.locator(`[data-break="${claim}"]`).dispatchEvent("click");
    await expect(lab.chip(claim ?? "")).toHaveAttribute("data-verdict", "fail");
  }
  await prepare?.(lab);
}

/** The stored picture of a state in a look. */
const nameOf = (group: string, name: string, look: Look) => `${group}-${name}-${look}`.replace("-claims-", "-");

test("every stored picture is one of these", () => {
  const names = Object.entries(LABS).flatMap(([group, shown]) =>
    Object.entries(shown).flatMap(([name, { looks }]) => looks.map((look) => nameOf(group, name, look))),
  );
  const door = DOOR.map((look) => nameOf("door", "first", look));
  expect(storedNames()).toEqual([...names, ...door].sort());
});

for (const [group, shown] of Object.entries(LABS)) {
  test(`${group} looks as it did`, async ({ lab, page }) => {
    test.setTimeout(240_000);
    for (const [name, one] of Object.entries(shown)) {
      await put(page, one.looks[0] ?? "wide");
      await open(lab, one);
      for (const look of one.looks) {
        await put(page, look);
        await lab.settled();
        await lab.tableSettled();
        await page.evaluate(() => document.fonts.ready);
        // What leads from a picture to its table comes once that rests.
        await expect(page.locator("[data-reader=due]")).toHaveCount(0);
        if (one.claim !== undefined)
          await page.locator(`[data-open-claim="${one.claim}"]`).evaluate((article) => {
            // As a reader who has taken over: nothing else scrolls any more.
            dispatchEvent(new WheelEvent("wheel"));
            scrollTo(0, 0);
            article.scrollIntoView();
          });
        const stored = nameOf(group, name, look);
        expect.soft(await difference(page, stored), stored).toBe("");
      }
    }
  });
}

test("the front door looks as it did", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("about:blank");
  await page.goto(siteUrl());
  // A picture comes alive when it is seen.
  for (const picture of await page.locator(".door-live").all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveAttribute("data-frames", /./, { timeout: 60_000 });
  }
  await expect(page.locator('.door-list li:not([data-verdict="pass"])')).toHaveCount(0, { timeout: 60_000 });
  for (const look of DOOR) {
    await put(page, look);
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate(() => document.fonts.ready);
    const stored = nameOf("door", "first", look);
    expect.soft(await difference(page, stored), stored).toBe("");
  }
  await page.emulateMedia({ reducedMotion: null });
});
