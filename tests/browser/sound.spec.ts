// Sound: none before a press, and then the values on show. The device is one that renders into memory: what would be heard can be read.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parseTable } from "../../web/host/csv.ts";
import { player } from "../../web/kit/messages/player.en.ts";
import { sound as words } from "../../web/kit/messages/sound.en.ts";
import { SECONDS } from "../../web/kit/sound/curve.ts";
import { HIGHEST, LOWEST, pitchOf } from "../../web/kit/sound/pitch.ts";
import { listen as said } from "./support/everyone.ts";
import { expect, kit, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

test.use({ ownContext: true });

interface Order {
  readonly how: string;
  readonly value: number;
  readonly at: number;
}
interface Listening {
  /** Contexts that were made. */
  readonly contexts: OfflineAudioContext[];
  /** Orders to the frequency of each oscillator, in the order in which they were made. */
  readonly pitches: Order[][];
}
declare global {
  interface Window {
    listening: Listening;
  }
}

/** @param device whether there is one that begins to play */
async function listenTo(page: Page, device = true): Promise<void> {
  await page.addInitScript((plays) => {
    const listening = { contexts: [] as OfflineAudioContext[], pitches: [] as Order[][] };
    window.listening = listening;
    class IntoMemory extends OfflineAudioContext {
      constructor() {
        super(2, 44_100 * 4, 44_100);
        listening.contexts.push(this);
      }
      override get state(): AudioContextState {
        return plays ? "running" : "suspended";
      }
      override resume(): Promise<void> {
        return Promise.resolve();
      }
      override suspend(): Promise<void> {
        return Promise.resolve();
      }
      override createOscillator(): OscillatorNode {
        const oscillator = super.createOscillator();
        const orders: Order[] = [];
        listening.pitches.push(orders);
        for (const how of ["setValueAtTime", "exponentialRampToValueAtTime"] as const) {
          const own = oscillator.frequency[how].bind(oscillator.frequency);
          oscillator.frequency[how] = (value: number, at: number) => {
            orders.push({ how, value, at });
            return own(value, at);
          };
        }
        return oscillator;
      }
    }
    Object.defineProperty(window, "AudioContext", { value: IntoMemory });
  }, device);
}

const made = (page: Page) => page.evaluate(() => window.listening.contexts.length);
const pitches = (page: Page) => page.evaluate(() => window.listening.pitches);
/** Renders what was ordered. @returns the largest sample of either side */
const loudest = (page: Page) =>
  page.evaluate(async () => {
    const sound = await window.listening.contexts[0]?.startRendering();
    let most = 0;
    for (const side of [0, 1])
      for (const sample of sound?.getChannelData(side) ?? []) most = Math.max(most, Math.abs(sample));
    return most;
  });
const listen = (page: Page) => page.getByRole("button", { name: kit.picture.listen, exact: true });

/** The saved solution: the numbers that the page has. */
async function solution(lab: Lab): Promise<{ x: readonly number[]; f: readonly number[]; y: readonly number[] }> {
  await lab.page.locator(".export-open").click();
  const waiting = lab.page.waitForEvent("download");
  await lab.page.locator("[data-export=solution]").click();
  const parsed = parseTable(await readFile(await (await waiting).path(), "utf8"), {
    maxBytes: 1e7,
    maxRows: 5000,
    maxColumns: 300,
  });
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const [x, y, f] = ["x", "y", "f"].map(
    (name) => parsed.table.columns.find((column) => column.name === name)?.values ?? [],
  );
  return { x: x ?? [], y: y ?? [], f: f ?? [] };
}

/** What a voice that glides comes to at a time; NaN in a gap. */
function pitchAt(orders: readonly Order[], at: number): number {
  const k = orders.findIndex((order) => order.at >= at);
  const [from, to] = [orders[k - 1], orders[k]];
  if (from === undefined || to === undefined || to.how === "setValueAtTime") return Number.NaN;
  return from.value * (to.value / from.value) ** ((at - from.at) / (to.at - from.at));
}

test("the fit is heard as it is drawn, and nothing before the press", async ({ lab, page }) => {
  await listenTo(page);
  const [across, up] = [[-7, 7] as const, [-0.8, 1.4] as const];
  const window_ = { viewX0: across[0], viewX1: across[1], viewY0: up[0], viewY1: up[1] };
  await lab.load(await stateLink("svr", { preset: "sinc", ...window_ }));
  const { x, y, f } = await solution(lab);
  expect(x.length).toBeGreaterThan(10);
  expect(await made(page)).toBe(0);

  await listen(page).click();
  await expect(listen(page)).toHaveAttribute("aria-pressed", "true");
  expect(await made(page)).toBe(1);
  const voices = await pitches(page);
  const tone = voices.reduce((a, b) => (b.length > a.length ? b : a));
  const [start] = tone;
  expect(start?.how).toBe("setValueAtTime");
  const when = (value: number) => (start?.at ?? 0) + (SECONDS * (value - across[0])) / (across[1] - across[0]);
  // Between two places of the curve it is straight, the fit is not: 0.3 % is a twentieth of a semitone.
  const inside = x.flatMap((place, i) => (place > across[0] && place < across[1] ? [i] : []));
  expect(inside.length).toBeGreaterThan(10);
  for (const i of inside) {
    const expected = pitchOf(f[i] as number, { domain: up });
    expect(Math.abs(pitchAt(tone, when(x[i] as number)) / expected - 1), `point ${i + 1}`).toBeLessThan(0.003);
  }
  // A click is a voice with one pitch: that of its point.
  const clicks = voices.filter(({ length }) => length === 1).map(([one]) => one as Order);
  const heard = inside.filter((i) =>
    clicks.some(
      ({ value, at }) =>
        Math.abs(at - when(x[i] as number)) < 1e-6 &&
        Math.abs(value / pitchOf(y[i] as number, { domain: up }) - 1) < 1e-6,
    ),
  );
  expect(heard.length).toBeGreaterThan(10);

  // -12 dBFS.
  const peak = await loudest(page);
  expect(peak).toBeGreaterThan(0.05);
  expect(peak).toBeLessThan(0.25);
  await expect(listen(page)).not.toHaveAttribute("aria-pressed");
});

test("a walk along the curve is heard once sound is on, and no more when it is silenced", async ({ lab, page }) => {
  await listenTo(page);
  const up = [-0.8, 1.4] as const;
  await lab.load(await stateLink("svr", { preset: "sinc", viewX0: -7, viewX1: 7, viewY0: up[0], viewY1: up[1] }));
  const heard = await said(page);
  const step = async (key: string) => {
    const before = (await heard()).length;
    await page.keyboard.press(key);
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(before);
    return Number(/fit (−?[\d.]+)/.exec((await heard()).at(-1) ?? "")?.[1]?.replace("−", "-"));
  };
  await lab.canvas.focus();
  await step("c");
  await step("ArrowRight");
  expect(await made(page)).toBe(0);
  await listen(page).click();
  await expect(listen(page)).toHaveAttribute("aria-pressed", "true");
  await lab.canvas.focus();
  const before = (await pitches(page)).length;
  const value = await step("c");
  const added = (await pitches(page)).slice(before).flat();
  expect(added).toHaveLength(1);
  // The value is said with a few digits.
  expect(Math.abs((added[0]?.value ?? 0) / pitchOf(value, { domain: up }) - 1)).toBeLessThan(0.01);
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await step("ArrowRight");
  expect((await pitches(page)).length).toBe(before + 2);
});

test("Escape stops it, and so does a second press", async ({ lab, page }) => {
  await listenTo(page);
  await lab.load(await stateLink("svr", { preset: "sinc" }));
  for (const stop of [() => page.keyboard.press("Escape"), () => listen(page).click()]) {
    await listen(page).click();
    await expect(listen(page)).toHaveAttribute("aria-pressed", "true");
    await stop();
    await expect(listen(page)).not.toHaveAttribute("aria-pressed");
  }
});

test("the gap falls in pitch, step by step, and its end has a sign of its own", async ({ lab, page }) => {
  await listenTo(page);
  await lab.load(await stateLink("svr", { preset: "sinc", stepper: true }));
  const press = (name: string) =>
    page.getByRole("group", { name: player.label }).getByRole("button", { name, exact: true }).click();
  await expect(page.locator(".stepper-scrub")).toBeEnabled();
  const count = Number(await page.locator(".stepper-scrub").getAttribute("max"));
  await press(player.first);
  expect(await made(page)).toBe(0);
  const follow = page.getByRole("button", { name: words.gap });
  await follow.click();
  await expect(follow).toHaveAttribute("aria-pressed", "true");

  /** What one move of the player adds, without the silent voice that ends it. */
  const added = async (move: () => Promise<void>): Promise<readonly number[]> => {
    const before = (await pitches(page)).length;
    await move();
    await expect.poll(async () => (await pitches(page)).length).toBeGreaterThan(before);
    return (await pitches(page)).slice(before).flatMap((orders) => orders.map(({ value }) => value));
  };
  const [first] = await added(() => press(player.forward));
  expect(first).toBeGreaterThan(LOWEST);
  expect(first).toBeLessThanOrEqual(HIGHEST);
  const scrub = page.locator(".stepper-scrub");
  const [late] = await added(() => scrub.fill(String(count - 1)));
  expect(late).toBeLessThan((first as number) / 1.2);
  expect(await added(() => press(player.last))).toEqual([2 * LOWEST, 3 * LOWEST, HIGHEST]);

  // Silenced is off: no step is heard until the next press.
  await page.keyboard.press("Escape");
  await expect(follow).toHaveAttribute("aria-pressed", "false");
});

test("a browser without sound says so", async ({ lab, page }) => {
  await listenTo(page, false);
  await lab.load(await stateLink("svr", { preset: "sinc" }));
  await listen(page).click();
  await expect(lab.toast).toHaveText(new RegExp(words.refused.slice(0, 20)));
  await expect(listen(page)).not.toHaveAttribute("aria-pressed");
});

test("a training is heard while it runs, and not when it rests", async ({ lab, page }) => {
  await listenTo(page);
  const small = { stage: "train", task: "series", series: "co2", window: 24, units: 4, trainSteps: 200 };
  await lab.load(await stateLink("cifg", small));
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
  const follow = page.getByRole("button", { name: words.loss });
  await follow.click();
  await expect(follow).toHaveAttribute("aria-pressed", "true");
  expect(await pitches(page)).toEqual([]);
  await page.locator("[data-run=start]").click();
  await expect(lab.picture).toHaveAttribute("data-phase", "finished", { timeout: 60_000 });
  const heard = (await pitches(page)).flatMap((orders) => orders.map(({ value }) => value));
  expect(heard.slice(-3)).toEqual([2 * LOWEST, 3 * LOWEST, HIGHEST]);
  const losses = heard.slice(0, -3);
  expect(losses.length).toBeGreaterThan(0);
  for (const pitch of losses) {
    expect(pitch).toBeGreaterThanOrEqual(LOWEST);
    expect(pitch).toBeLessThanOrEqual(HIGHEST);
  }
});
