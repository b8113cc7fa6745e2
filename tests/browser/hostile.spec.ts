// Pages around that mean no good, links that mean no good, many frames at once, no room to store, a clock that jumps.
import { deflateRawSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import type { LabModel } from "../../web/host/lab.ts";
import { labList } from "../../web/registry.ts";
import { siteUrl } from "./support/addresses.ts";
import { countingServer, type Host, hostOf, iframe } from "./support/framed.ts";
import { stateLink } from "./support/state-link.ts";

const LOADED = { timeout: 30_000 };
const bomb = `1.${deflateRawSync(Buffer.alloc(100_000_000)).toString("base64url")}`;

async function ready(page: Page, hash: string, attributes?: string): Promise<Host> {
  const host = await hostOf(page, iframe(siteUrl() + hash, attributes));
  await expect.poll(() => host.of("ready"), LOADED).toHaveLength(1);
  return host;
}

test("a thousand messages before it is ready, and a parent's lies later, leave the lab as its address has it", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const host = await hostOf(page, iframe(`${siteUrl()}#lab=svr&w=1`));
  // From the first moment on, while the page is not even there.
  await page.evaluate(() => {
    const flood = () => {
      for (let k = 0; k < 1000; k++)
        window.frames[0]?.postMessage({ proofground: 1, type: k % 2 ? "undo" : "redo", id: k }, "*");
    };
    flood();
    Object.assign(window, { flooding: setInterval(flood, 100) });
  });
  await expect.poll(() => host.of("ready"), LOADED).toHaveLength(1);
  await page.evaluate(() => clearInterval((window as unknown as { flooding: number }).flooding));
  // Those a second ago still count.
  const answered = async () => {
    await host.post({ proofground: 1, type: "get-state", id: "after" });
    return (await host.of("state")).find(({ id }) => id === "after")?.link;
  };
  await expect.poll(answered, { intervals: [500] }).toMatch(/#lab=svr$/);
  const before = await host.ask({ type: "get-state" });

  // Typed arrays of a size, shared memory where the browser has it, accessors (a clone has none), holes, a bomb, names of prototypes.
  const posted = await page.evaluate(() => {
    const send = (state: unknown) => window.frames[0]?.postMessage({ proofground: 1, type: "set-state", state }, "*");
    const accessor = {
      get C() {
        return Number.NaN;
      },
    };
    const states: unknown[] = [
      { x: new Float64Array(10_000_000) },
      accessor,
      { C: Number.POSITIVE_INFINITY },
      { x: new Array(5) },
      JSON.parse('{"__proto__": {"C": 5}, "constructor": {"prototype": {"C": 5}}}'),
      { toString: 1 },
      { hasOwnProperty: true },
      new Date(),
      /x/,
      new Error("x"),
    ];
    for (const state of states) send(state);
    // What cannot be cloned never leaves the host.
    let uncloned = 0;
    for (const state of [new Proxy({}, {}), () => 1, Symbol("x")])
      try {
        send({ state });
      } catch {
        uncloned++;
      }
    return { states: states.length, uncloned };
  });
  expect(posted).toEqual({ states: 10, uncloned: 3 });
  const refusals = async () =>
    (await host.of("error")).filter(({ id, code }) => id === undefined && code !== "too-fast").length;
  await expect.poll(refusals).toBe(posted.states);
  expect(await host.ask({ type: "set-state", state: bomb })).toMatchObject({ type: "error", code: "link-too-large" });
  expect((await host.ask({ type: "get-state" })).state).toEqual(before.state);
  await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-current", "true");
  expect(errors).toEqual([]);
});

test("what it tells goes to its parent alone: not to the page above that, nor to a frame inside its parent", async ({
  page,
}) => {
  // The host above and a frame of it, which has ours inside and speaks to it: of another site than the host.
  const middle = siteUrl().replace("127.0.0.1", "localhost");
  const host = await hostOf(page, iframe(`${middle}LICENSE-of-nothing`), "127.0.0.1");
  const parent = page.frames()[1];
  await parent?.waitForLoadState();
  await parent?.evaluate((src) => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener("message", ({ data, source }) => heard.push([source === frames[0], data?.type]));
    document.body.innerHTML = `<iframe width="900" height="600" src="${src}"></iframe>
      <iframe srcdoc="<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>"></iframe>`;
  }, `${siteUrl()}#lab=svr&w=1`);
  const heard = () => parent?.evaluate(() => (window as unknown as { heard: unknown[][] }).heard);
  await expect.poll(heard, LOADED).toContainEqual([true, "ready"]);
  const ask = () => parent?.evaluate(() => frames[0]?.postMessage({ proofground: 1, type: "get-state", id: 1 }, "*"));
  // The page above speaks to it, too, and over its parent's head is not heard.
  await page.evaluate(() =>
    frames[0]?.frames[0]?.postMessage({ proofground: 1, type: "set-state", state: { C: 7 } }, "*"),
  );
  await ask();
  await expect.poll(heard).toContainEqual([true, "state"]);
  expect((await heard())?.every(([own]) => own)).toBe(true);
  expect(await host.told()).toEqual([]);
  const beside = page.frames().find((one) => one.url() === "about:srcdoc");
  expect(await beside?.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  await expect(
    page.frameLocator("iframe").frameLocator("iframe").first().locator(".control-number").first(),
  ).not.toHaveValue("7");
});

test("links of ten megabytes, of repetitions and with a bomb are refused by a sentence, and the page goes on", async ({
  page,
}) => {
  const silent = `#lab=svr&${"amp".repeat(300_000)}x=1`;
  const hostile = [
    `#s=1.${"A".repeat(10_000_000)}`,
    `#lab=svr&s=${bomb}`,
    `#lab=${".".repeat(900_000)}a`,
    `#lab=svr&hide=${"__proto__,constructor,".repeat(40_000)}`,
  ];
  await page.goto(`${siteUrl()}#lab=svr`);
  await expect(page.locator(".picture-view")).toHaveAttribute("data-current", "true", LOADED);
  for (const hash of hostile) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(page.locator(".toast").first(), hash.slice(0, 30)).toBeVisible();
    for (const text of await page.locator(".toast").allInnerTexts()) expect(text.length).toBeLessThan(400);
    await page.evaluate(() => {
      for (const close of document.querySelectorAll<HTMLElement>(".toast button")) close.click();
    });
  }
  // Nothing is wrong with this one but its length.
  await page.evaluate((to) => {
    location.hash = to;
  }, silent);
  await page.locator(".control-number").first().fill("7");
  await page.locator(".control-number").first().press("Enter");
  await expect(page.locator(".picture-view")).toHaveAttribute("data-current", "true");
  await expect.poll(() => page.evaluate(() => location.hash.length)).toBeLessThan(20_000);
});

for (const { id, model } of labList.labs) {
  test(`${id}: with every field locked, no pointer, key, drop or undo changes one`, async ({ page }) => {
    const { table } = (await model()).default as LabModel<object>;
    const stages = table.stage?.kind === "choice" ? table.stage.options : [""];
    // One stage of each lab: all of them change the state by the one store that refuses.
    const stage = stages[0] ?? "";
    const link = stage === "" ? `#lab=${id}` : await stateLink(id, { stage });
    const host = await ready(page, `${link}&lock=${Object.keys(table).join(",")}`, 'width="1200" height="860"');
    const { frame } = host;
    const before = (await host.ask({ type: "get-state" })).state;
    const canvas = frame.locator(".picture-view canvas:visible").first();
    await canvas.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(width).toBeGreaterThan(100);
    for (let k = 0; k < 8; k++) {
      await page.mouse.move(x + (width * (k + 0.5)) / 8, y + (height * (((k * 3) % 8) + 0.5)) / 8);
      await page.mouse.down();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.up();
    }
    await page.mouse.dblclick(x + width / 3, y + height / 3);
    await page.keyboard.press("ControlOrMeta+z");
    await frame.locator("main").evaluate((main) => {
      const visible = <E extends HTMLElement>(selector: string) =>
        [...main.querySelectorAll<E>(selector)].filter((each) => each.offsetParent !== null);
      for (const each of visible<HTMLElement>("button:enabled")) each.click();
      for (const each of visible<HTMLInputElement>("input:enabled")) {
        if (each.type === "checkbox" || each.type === "radio") each.click();
        else if (each.type !== "file") each.value = each.type === "range" ? each.max : "2";
        for (const type of ["input", "change"]) each.dispatchEvent(new Event(type, { bubbles: true }));
      }
      for (const each of visible<HTMLSelectElement>("select:enabled")) {
        each.selectedIndex = (each.selectedIndex + 1) % each.options.length;
        each.dispatchEvent(new Event("change", { bubbles: true }));
      }
      for (const each of visible<HTMLElement>("[tabindex='0']"))
        for (const key of ["ArrowRight", "ArrowUp", "Enter", "Delete", "Home", "n"])
          each.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", "1,2\n3,4\n5,6\n");
      for (const each of main.querySelectorAll("*"))
        each.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    });
    expect((await host.ask({ type: "get-state" })).state).toEqual(before);
    expect(await host.ask({ type: "undo" })).toMatchObject({ type: "error", code: "nothing" });
    // What cannot be changed does not look as if it could.
    await expect(frame.locator(".cell-number:enabled")).toHaveCount(0);
  });
}

test("fifty labs on a page fetch their library once, and what is out of sight holds no worker", async ({ page }) => {
  test.setTimeout(180_000);
  const counted = await countingServer(siteUrl());
  // Of the same site: only then are the workers of its frames in the list of the page's.
  const host = await hostOf(page, "", "127.0.0.1");
  let most = 0;
  page.on("worker", () => {
    most = Math.max(most, page.workers().length);
  });
  await page.addScriptTag({ url: `${counted.url}proofground-embed.js` });
  await page.evaluate(() => {
    document.body.innerHTML = '<proofground-lab lab="svr" height="300"></proofground-lab>'.repeat(50);
    // Each comes near the screen once.
    const labs = [...document.querySelectorAll("proofground-lab")] as (Element & { ready: Promise<unknown> })[];
    Object.assign(window, {
      through: (async () => {
        for (const lab of labs) {
          lab.scrollIntoView();
          await lab.ready;
        }
        return labs.length;
      })(),
    });
  });
  expect(await page.evaluate(() => (window as unknown as { through: Promise<number> }).through)).toBe(50);
  expect(counted.asked(/\.wasm$/)).toBe(1);
  // What comes from frames of elements comes from no frame of the document's own.
  expect(await host.of("ready", -1)).toHaveLength(50);
  expect(await host.of("error", -1)).toEqual([]);
  expect(most, "workers that were there at once").toBeGreaterThan(8);
  // Workers of frames out of sight end when they have had nothing to do for a while.
  await expect.poll(() => page.workers().length, { timeout: 60_000, intervals: [1000] }).toBeLessThanOrEqual(8);
  await counted.close();
});

test("with no room to store, and with storage refused, a lab and the front door work", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const how of ["full", "refused"]) {
    await page.addInitScript((how) => {
      const fail = () => {
        throw new DOMException("no", how === "full" ? "QuotaExceededError" : "SecurityError");
      };
      if (how === "full") Storage.prototype.setItem = fail;
      else
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
          Object.defineProperty(window, name, { get: fail });
    }, how);
    await page.goto(`${siteUrl()}#lab=svr&q=1c1`);
    await page.reload();
    await expect(page.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass", LOADED);
    await page.locator(".header button[title*=heme], .header [aria-label*=heme]").first().click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", /light|dark/);
    await page.goto(siteUrl());
    await page.reload();
    await expect(page.locator("h1").first()).toBeVisible();
  }
  expect(errors).toEqual([]);
});

test("a clock that jumps forward a year and back neither stops a page nor a frame", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-01-01") });
  const host = await ready(page, "#lab=svr&w=1");
  await page.clock.fastForward(365 * 24 * 3_600_000);
  expect(await host.ask({ type: "set-state", state: { C: 3 } })).toMatchObject({ state: { C: 3 } });
  await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-current", "true", LOADED);
  await page.clock.setSystemTime(new Date("2000-01-01"));
  expect(await host.ask({ type: "set-state", state: { C: 4 } })).toMatchObject({ state: { C: 4 } });
  await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-current", "true", LOADED);
});
