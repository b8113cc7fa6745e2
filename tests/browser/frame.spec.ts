// The page in a frame of another one: messages, what is hidden and locked, height, sleep.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { en as words } from "../../web/host/frame/messages.en.ts";
import { readNames } from "../../web/host/frame/parts.ts";
import type { LabModel } from "../../web/host/lab.ts";
import { labList } from "../../web/registry.ts";
import { DIST, siteUrl } from "./support/addresses.ts";
import { countingServer, type Host, hostOf, iframe } from "./support/framed.ts";
import { stateLink } from "./support/state-link.ts";

/** A frame whose lab is on screen. */
async function open(page: Page, hash: string, attributes?: string): Promise<Host> {
  const host = await hostOf(page, iframe(siteUrl() + hash, attributes));
  await expect.poll(() => host.of("ready"), { timeout: 30_000 }).toHaveLength(1);
  return host;
}

test("a frame says that it is ready, answers by state, and takes states, undo, labs and themes", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const host = await open(page, "#lab=svr&w=1");
  expect((await host.of("ready"))[0]).toMatchObject({
    proofground: 1,
    lab: "svr",
    q: null,
    version: expect.any(String),
  });
  // Nothing that is the user's before the parent has been heard.
  expect(
    (await host.told()).every((each) => typeof each === "string" || ["ready", "height"].includes(each.type ?? "")),
  ).toBe(true);

  const first = await host.ask({ type: "get-state" });
  expect(first).toMatchObject({ type: "state", lab: "svr", state: { preset: "motorcycle" } });
  expect(first.link).toMatch(/#lab=svr$/);
  // Fields over the present state; then the whole state as it was told.
  const OWN = { preset: "own", x: [1, 2, 3], y: [1, 3, 2] };
  const fields = { ...OWN, d: 1, xNames: [] };
  expect(await host.ask({ type: "set-state", state: fields })).toMatchObject({ type: "state", state: OWN });
  const changed = await host.ask({ type: "set-state", state: { C: 5 } });
  expect(changed).toMatchObject({ state: { ...OWN, C: 5 } });
  await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-n", "3");
  await expect(host.frame.locator(".control-number").first()).toHaveValue("5");
  const undone = await host.ask({ type: "undo" });
  expect(undone.state).not.toHaveProperty("C");
  expect(await host.ask({ type: "redo" })).toMatchObject({ state: { C: 5 } });
  expect((await host.ask({ type: "set-state", state: first.state as object })).state).toEqual(first.state);
  const packed = new URLSearchParams(new URL(String(changed.link)).hash.slice(1)).get("s");
  expect((await host.ask({ type: "set-state", state: packed })).state).toEqual(changed.state);

  // Bad states: the same refusals as links, and the state is kept.
  for (const [state, code] of [
    [{ C: "5" }, "wrong-kind"],
    [{ C: -1 }, "out-of-range"],
    [{ nothing: 1 }, "unknown-field"],
    [{ x: [1, 2] }, "inconsistent"],
    ["2.abc", "link-version"],
    ["1.%%%", "link-damaged"],
  ] as const) {
    expect(await host.ask({ type: "set-state", state }), JSON.stringify(state)).toMatchObject({ type: "error", code });
    expect((await host.ask({ type: "get-state" })).state).toEqual(changed.state);
  }

  // A claim with its verdict, told and asked for.
  await host.ask({ type: "open", lab: "svr", q: "1c1" });
  await expect
    .poll(() => host.of("verdict"))
    .toContainEqual(expect.objectContaining({ lab: "svr", q: "1c1", verdict: "pass", broken: false }));
  expect(await host.ask({ type: "get-verdicts" })).toMatchObject({
    type: "verdicts",
    lab: "svr",
    verdicts: [{ q: "1c1", verdict: "pass", broken: false }],
  });
  expect(await page.evaluate(() => document.activeElement?.tagName), "the focus").toBe("BODY");
  await host.frame.locator("[data-break]").click();
  await expect
    .poll(() => host.of("verdict"))
    .toContainEqual(expect.objectContaining({ q: "1c1", verdict: "fail", broken: true }));
  expect(await host.ask({ type: "open", lab: "svr", q: "9z" })).toMatchObject({ type: "error", code: "unknown-claim" });
  expect(await host.ask({ type: "open", lab: "nowhere" })).toMatchObject({ type: "error", code: "unknown-lab" });

  await host.ask({ type: "set", theme: "dark" });
  await expect(host.frame.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await host.ask({ type: "set", theme: "blue" })).toMatchObject({ type: "error", code: "unknown-theme" });
  expect(await host.ask({ type: "set", lang: "xx" })).toMatchObject({ type: "error", code: "unknown-lang" });
  expect(await host.ask({ type: "set", lang: "en" })).toMatchObject({ type: "state" });
  // Another lab, in the same frame, is ready again.
  await host.ask({ type: "open", lab: "svdd" });
  await expect.poll(async () => (await host.of("ready")).map(({ lab }) => lab)).toEqual(["svr", "svdd"]);
  expect(errors).toEqual([]);
});

test("of changes that follow each other a frame tells at most five a second, and the last one", async ({ page }) => {
  const host = await open(page, "#lab=svr&w=1");
  await host.ask({ type: "get-state" });
  const slider = host.frame.locator('[data-field="C"] .slider');
  await slider.focus();
  const begun = await page.evaluate(() => performance.now());
  for (let k = 0; k < 30; k++) await slider.press("ArrowRight");
  const last = Number(await host.frame.locator('[data-field="C"] .control-number').inputValue());
  await expect.poll(async () => Number((await host.of("state")).at(-1)?.state?.C)).toBeCloseTo(last, 1);
  const passed = (await page.evaluate(() => performance.now())) - begun;
  const told = (await host.of("state")).filter(({ id }) => id === undefined);
  expect(told.length).toBeLessThanOrEqual(1 + passed / 200);
});

test("hostile messages change nothing, and are answered within bounds", async ({ page }) => {
  const host = await open(page, "#lab=svr&w=1");
  const before = await host.ask({ type: "get-state" });
  const refused = async (code: string, message: unknown) => {
    await host.post(message);
    await expect.poll(async () => (await host.of("error")).at(-1)?.code).toBe(code);
  };
  await refused("version", { proofground: 2, type: "get-state" });
  await refused("unknown-type", { proofground: 1, type: "constructor" });
  await refused("shape", { proofground: 1, type: "set-state", state: { C: 5 }, more: 1 });
  await refused("shape", { proofground: 1, type: ["set-state"] });
  await refused("too-large", { proofground: 1, type: "set-state", state: { xNames: ["a".repeat(300_000)] } });
  await refused("shape", { proofground: 1, type: "open", lab: {} });
  // What only a page can make: 10 MB, circles, ports, typed arrays, what is no plain object.
  const sent = await page.evaluate(() => {
    const frame = window.frames[0] as Window;
    const post = (data: unknown, transfer: Transferable[] = []) => frame.postMessage(data, "*", transfer);
    const circle: Record<string, unknown> = { proofground: 1, type: "set-state" };
    circle.state = { circle };
    const { port1, port2 } = new MessageChannel();
    const messages: [unknown, Transferable[]?][] = [
      ["a".repeat(10_000_000)],
      [null],
      [[1, 2, 3]],
      [port2, [port2]],
      [{ proofground: 1, type: "set-state", state: { x: "a".repeat(10_000_000) } }],
      [{ proofground: 1, type: "set-state", state: { x: new Array(1_000_000).fill(1) } }],
      [circle],
      [{ proofground: 1, type: "get-state", port: port1 }, [port1]],
      [{ proofground: 1, type: "set-state", state: new Map([["C", 5]]) }],
      [{ proofground: 1, type: "set-state", state: { x: new Float64Array(9) } }],
      [{ proofground: 1, type: "set-state", state: { C: 5n } }],
      [JSON.parse('{"proofground": 1, "type": "set-state", "state": {"__proto__": {"C": 5}}}')],
    ];
    for (const [data, transfer] of messages) post(data, transfer);
    return messages.length;
  });
  expect(sent).toBe(12);
  // Those that are not for us are not answered; the others are, each.
  await expect.poll(async () => (await host.of("error")).length).toBe(6 + 8);
  expect((await host.ask({ type: "get-state" })).state).toEqual(before.state);

  // A flood: what is more than fifty a second is refused, and so are answers to it.
  await page.evaluate(() => {
    for (let k = 0; k < 5000; k++)
      window.frames[0]?.postMessage({ proofground: 1, type: "set-state", state: { C: 1 + k / 1000 } }, "*");
  });
  await expect.poll(async () => (await host.of("error")).some(({ code }) => code === "too-fast")).toBe(true);
  // When it is over, messages are taken again.
  const answers = async () => {
    await host.post({ proofground: 1, type: "get-state", id: "after" });
    return (await host.of("state")).some(({ id }) => id === "after");
  };
  await expect.poll(answers, { intervals: [500] }).toBe(true);
  expect((await host.told()).length).toBeLessThan(400);
  await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-current", "true");
});

test("only the parent is heard: neither a frame beside it nor one inside it", async ({ page }) => {
  const liar = (to: string) =>
    `<iframe srcdoc="<script>setInterval(() => ${to}.postMessage({ proofground: 1, type: 'set-state', state: { C: 7 } }, '*'), 50)</script>"></iframe>`;
  const host = await hostOf(page, `${iframe(`${siteUrl()}#lab=svr&w=1`)}${liar("parent.frames[0]")}`);
  await expect.poll(() => host.of("ready"), { timeout: 30_000 }).toHaveLength(1);
  expect((await host.ask({ type: "get-state" })).state).not.toHaveProperty("C");
  // The liar has been at it all the time, and has heard nothing either: a message to it would be kept as an error here.
  expect(await host.of("error")).toEqual([]);
  expect((await host.ask({ type: "set-state", state: { C: 6 } })).state).toMatchObject({ C: 6 });
  expect((await host.ask({ type: "get-state" })).state).toMatchObject({ C: 6 });
});

const LABS = [
  { lab: "svr", field: "C", value: 5, data: { x: [1, 2], y: [2, 1], d: 1, xNames: [], preset: "own" } },
  {
    lab: "svdd",
    field: "nuShare",
    value: 0.3,
    data: { x: [1, 2, 3, 4], d: 2, xNames: [], preset: "own", weights: [], labels: [], imageSide: 0 },
  },
  { lab: "cifg", field: "gain", value: 3, data: { h0: [0, 0, 1] } },
  { lab: "vae", field: "noiseVar", value: 0.5, data: { x: [1, 1] } },
  { lab: "diffusion", field: "T", value: 50, data: { dataset: "roll" } },
] as const;

for (const { lab, field, value, data } of LABS) {
  test(`${lab}: what is hidden is not in the document, and what is locked keeps its value, whoever asks`, async ({
    page,
  }) => {
    const hash = lab === "cifg" ? await stateLink("cifg", { stage: "flow" }) : `#lab=${lab}`;
    const host = await open(
      page,
      `${hash}&lock=${field},data,nonsense&hide=proof,export,stages`,
      'width="1100" height="800"',
    );
    const { frame } = host;
    await expect(frame.locator(".toast").filter({ hasText: "nonsense" })).toBeVisible();
    for (const absent of [".lab-proof", "pg-proof", ".proof-glance", ".export-open", ".stage-tabs"])
      await expect(frame.locator(absent), absent).toHaveCount(0);

    const control = frame.locator(`.lab-controls [data-field="${field}"]`);
    await expect(control).toContainText(words.why);
    for (const input of await control.locator("input, select").all()) await expect(input).toBeDisabled();
    await expect(frame.locator("[data-control=preset]")).toBeDisabled();
    const before = (await host.ask({ type: "get-state" })).state;
    for (const state of [{ [field]: value }, data])
      expect(await host.ask({ type: "set-state", state })).toMatchObject({ type: "error", code: "locked" });
    // A link, and an example that sets other data.
    const link = await stateLink(lab, { [field]: value });
    await frame.locator("body").evaluate((_, to) => {
      location.hash = to;
    }, link);
    const unasked = async () => (await host.of("error")).filter(({ id }) => id === undefined).map(({ code }) => code);
    await expect.poll(unasked).toContain("locked");
    expect((await host.ask({ type: "get-state" })).state).toEqual(before);
    // Lifted, all of it is there, and can be changed.
    await host.ask({ type: "set", hide: "", lock: [] });
    await expect(frame.locator("pg-proof")).toHaveCount(1);
    expect((await host.ask({ type: "set-state", state: { [field]: value } })).state).toMatchObject({ [field]: value });
    // Locked again, undo does not change it either.
    await host.ask({ type: "set", lock: field });
    expect(await host.ask({ type: "undo" })).toMatchObject({ type: "error", code: "locked" });
    expect((await host.ask({ type: "get-state" })).state).toMatchObject({ [field]: value });
    // A locked form is locked for messages, too: the lab names all fields that it has, at every stage.
    const model = (await labList.labs.find(({ id }) => id === lab)?.model())?.default as LabModel<object>;
    const { known } = readNames("controls", model, "lock");
    const { stage } = model.table;
    for (const open of stage?.kind === "choice" ? stage.options : [""]) {
      if (open !== "") await host.ask({ type: "set-state", state: { stage: open } });
      // The form stands as soon as the stage does.
      if (open !== "") await expect(frame.locator(`[data-stage="${open}"] .stage-panel > *`).first()).toBeAttached();
      const fields = await frame
        .locator(".lab-controls .control")
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.field ?? ""));
      expect(
        fields.filter((name) => !known.has(name)),
        `${open}: fields that a locked form leaves free`,
      ).toEqual([]);
    }
    if (stage !== undefined)
      await host.ask({ type: "set-state", state: { stage: lab === "cifg" ? "flow" : stage.default } });
    // A hidden field has no control.
    await expect(control).toHaveCount(1);
    await host.ask({ type: "set", hide: field });
    await expect(frame.locator(".lab-controls")).toBeVisible();
    await expect(control).toHaveCount(0);
  });
}

test("the height is the page's own: a frame that follows it comes to rest, at every width and with a claim", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const hashes = [
    "#lab=svr&w=1",
    "#lab=svr&q=1c1&w=1",
    "#lab=svdd&w=1",
    "#lab=cifg&q=3ledger&w=1",
    "#lab=vae&q=4v1&w=1",
    "#lab=diffusion",
  ];
  const host = await hostOf(page, hashes.map((hash) => iframe(siteUrl() + hash, 'width="720" height="400"')).join(""));
  // The host follows, as the element does.
  await page.evaluate(() => {
    window.addEventListener("message", ({ data, source }) => {
      if (data?.type !== "height") return;
      for (const frame of document.querySelectorAll("iframe"))
        if (frame.contentWindow === source) frame.height = String(data.px);
    });
  });
  for (const width of [720, 390, 1100]) {
    await page.evaluate((px) => {
      for (const frame of document.querySelectorAll("iframe")) frame.width = String(px);
    }, width);
    for (const [k, hash] of hashes.entries()) {
      const frame = page.frameLocator("iframe").nth(k);
      await page.evaluate((index) => document.querySelectorAll("iframe")[index]?.scrollIntoView(), k);
      await expect(frame.locator(".picture-view"), hash).toHaveAttribute("data-current", "true", { timeout: 30_000 });
      await expect(frame.locator("html"), `${hash} at ${width}`).toHaveAttribute("data-natural", "");
      // What it asked for is what it has, nothing is out of sight, and nothing more comes.
      await expect
        .poll(() => frame.locator("html").evaluate((root) => root.scrollHeight - innerHeight), `${hash} at ${width}`)
        .toBeLessThanOrEqual(0);
    }
  }
  for (const k of hashes.keys()) {
    const heights = await host.of("height", k);
    expect(heights.length, `messages of ${hashes[k]}`).toBeLessThan(20);
    for (const { px } of heights) expect(px).toBeGreaterThanOrEqual(160);
    for (const { px } of heights) expect(px).toBeLessThanOrEqual(6000);
    const texts = (await host.told(k))
      .filter((each) => typeof each === "string")
      .map((each) => JSON.parse(String(each)));
    expect(texts).toEqual(heights.map(({ px }) => ({ subject: "lti.frameResize", height: px })));
  }
});

test("a frame far down waits, one out of sight stops its work and keeps its picture, and comes back to it", async ({
  page,
}) => {
  const far = '<div style="height: 4000px"></div>';
  const train = await stateLink("diffusion", { stage: "train", trainSteps: 100_000 });
  const host = await hostOf(page, `${iframe(`${siteUrl()}${train}`)}${far}${iframe(`${siteUrl()}#lab=svr&w=1`)}`);
  await expect.poll(() => host.of("ready"), { timeout: 30_000 }).toHaveLength(1);
  expect(await host.told(1), "the frame far down").toEqual([]);
  const frame = host.frame;
  await frame.locator("[data-run=start]").first().click();
  const steps = async () => Number(await frame.locator(".picture-view").getAttribute("data-steps"));
  await expect.poll(steps).toBeGreaterThan(20);
  // Down: the second one begins, the first one comes to rest.
  await page.evaluate(() => scrollTo(0, 5000));
  await expect.poll(() => host.of("ready", 1), { timeout: 30_000 }).toHaveLength(1);
  let last = -1;
  await expect
    .poll(
      async () => {
        const now = await steps();
        const still = now === last;
        last = now;
        return still;
      },
      { intervals: [1000] },
    )
    .toBe(true);
  expect(
    await frame
      .locator(".picture-view canvas")
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).width),
  ).toBeGreaterThan(0);
  // Back: it goes on from there.
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(steps).toBeGreaterThan(last);
});

test("a frame of size zero draws nothing wrong, and draws when it gets its size", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const host = await hostOf(
    page,
    `<section style="display: none">${iframe(`${siteUrl()}#lab=svr&q=1c1&w=1`)}</section>`,
  );
  const show = (shown: boolean) =>
    page.evaluate(
      (display) => {
        for (const section of document.querySelectorAll("section")) section.style.display = display;
      },
      shown ? "block" : "none",
    );
  await show(true);
  await expect.poll(() => host.of("ready"), { timeout: 30_000 }).toHaveLength(1);
  const canvas = host.frame.locator(".claim-canvas canvas").first();
  const size = () =>
    canvas.evaluate((element) => [(element as HTMLCanvasElement).width, (element as HTMLCanvasElement).height]);
  await expect.poll(async () => Math.min(...(await size()))).toBeGreaterThan(50);
  const before = await size();
  await show(false);
  expect(await host.ask({ type: "set-state", state: { C: 3 } })).toMatchObject({ type: "state" });
  await show(true);
  await expect.poll(size).toEqual(before);
  await expect(host.frame.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass");
  await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-current", "true");
  expect(errors).toEqual([]);
});

test("ten widgets of one lab on a page fetch its library once", async ({ page }) => {
  const counted = await countingServer(siteUrl());
  const host = await hostOf(page, iframe(`${counted.url}#lab=svr&w=1`, 'width="300" height="200"').repeat(10));
  for (let k = 0; k < 10; k++) await expect.poll(() => host.of("ready", k), { timeout: 60_000 }).toHaveLength(1);
  expect(counted.asked(/\.wasm$/)).toBe(1);
  await counted.close();
});

test("without an origin, and from a text, the single file answers its parent like any frame", async ({ page }) => {
  const file = `${siteUrl()}proofground.html#lab=svr&w=1&lock=C`;
  const host = await hostOf(
    page,
    iframe(file, 'sandbox="allow-scripts" width="700" height="600"') + iframe("about:blank"),
  );
  const text = await readFile(resolve(DIST, "proofground.html"), "utf8");
  await page.evaluate((html) => {
    const frame = document.querySelectorAll("iframe")[1] as HTMLIFrameElement;
    frame.srcdoc = html;
    // A text has no address, and would show the front door: its parent, of whose origin it is, gives it one.
    frame.addEventListener("load", () => frame.contentWindow?.location.replace("about:srcdoc#lab=svr&w=1"), {
      once: true,
    });
  }, text);
  for (const k of [0, 1]) {
    await page.evaluate((index) => document.querySelectorAll("iframe")[index]?.scrollIntoView(), k);
    await expect.poll(() => host.of("ready", k), { timeout: 30_000 }).toHaveLength(1);
    expect(await host.ask({ type: "set-state", state: { epsilon: 0.5 } }, k)).toMatchObject({
      type: "state",
      state: { epsilon: 0.5 },
    });
  }
  expect(await host.ask({ type: "set-state", state: { C: 5 } }, 0)).toMatchObject({ type: "error", code: "locked" });
});
