// <proofground-lab> on pages of others: another origin, strict policies, many at once, moved, removed, hidden, and lied to. The frame
// is a small page that speaks the messages; at the end it is the real one.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { expect, type Frame, type Page, test } from "@playwright/test";
import { serve } from "../../web/build/serve.mjs";
import { DIST, siteUrl } from "./support/addresses.ts";

const SCRIPT = readFileSync(resolve(DIST, "site/proofground-embed.js"), "utf8");
const FRAME = readFileSync(resolve(import.meta.dirname, "support/talking-frame.html"), "utf8");
/** Three sites; none of them is asked over a network. */
const SITE = "http://site.test/sub/";
const HOST = "http://host.test/";
const LIAR = "http://liar.test/";

const SELF = `<script src="${SITE}proofground-embed.js"></script>`;

interface Host {
  /** Of the page around. */
  policy?: string;
  /** Another text of the script, by its address. */
  scripts?: Readonly<Record<string, string>>;
}

/** Open a page of another site. Its script `events.js` keeps what the elements tell. */
async function host(page: Page, body: string, { policy, scripts = {} }: Host = {}): Promise<void> {
  const html = { contentType: "text/html" };
  const js = { contentType: "text/javascript" };
  const files: Readonly<Record<string, Parameters<Parameters<Parameters<Page["route"]>[1]>[0]["fulfill"]>[0]>> = {
    [SITE]: { ...html, body: FRAME },
    [`${SITE}proofground-embed.js`]: { ...js, body: SCRIPT },
    [LIAR]: { ...html, body: "<!doctype html><title>Another page</title>" },
    [`${HOST}events.js`]: { ...js, body: EVENTS },
    [HOST]: {
      ...html,
      body: `<!doctype html><title>A course</title><script src="events.js"></script>${body}`,
      headers: policy === undefined ? {} : { "content-security-policy": policy },
    },
    ...Object.fromEntries(Object.entries(scripts).map(([url, text]) => [url, { ...js, body: text }])),
  };
  await page.route(/^http:\/\/\w+\.test\//, (route) => {
    const file =
      files[
        route
          .request()
          .url()
          .replace(/[?#].*/, "")
      ];
    return file ? route.fulfill(file) : route.fulfill({ status: 404 });
  });
  await page.goto(HOST);
}

const EVENTS = `
  window.told = [];
  for (const type of ["ready", "state", "verdict", "task", "error"])
    addEventListener("pg-" + type, ({ target, detail }) => told.push({ type, id: target.id, detail }));
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));
`;

interface HostWindow extends Window {
  told: { type: string; id: string; detail: Record<string, unknown> }[];
  violations: string[];
}

interface FrameWindow extends Window {
  heard: { type: string; proofground: number; id?: number }[];
  hashes: string[];
  say(type: string, fields: object): void;
  edit(state: object): void;
  begin(): void;
}

const told = (page: Page, type: string) =>
  page.evaluate((wanted) => (window as unknown as HostWindow).told.filter((one) => one.type === wanted), type);

/** The elements that have loaded their frame. */
const loaded = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("proofground-lab")]
      .filter((lab) => lab.shadowRoot?.querySelector("iframe"))
      .map(({ id }) => id),
  );

async function ready(page: Page, id = "a"): Promise<Frame> {
  await page.evaluate(async (id) => void (await document.querySelector<HTMLElement & Lab>(`#${id}`)?.ready), id);
  return inside(page, id);
}

/** The frame of an element. */
async function inside(page: Page, id = "a"): Promise<Frame> {
  await expect(page.locator(`#${id} iframe`)).toBeAttached();
  const frame = await (await page.locator(`#${id} iframe`).elementHandle())?.contentFrame();
  if (!frame) throw new Error("no frame");
  return frame;
}

interface Lab {
  ready: Promise<unknown>;
  state: unknown;
  verdicts: unknown;
  undo(): void;
  redo(): void;
}

const heard = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as FrameWindow).heard.map(({ proofground, id, ...rest }) => rest));
const hashes = (frame: Frame) => frame.evaluate(() => (window as unknown as FrameWindow).hashes);
const say = (frame: Frame, type: string, fields: object) =>
  frame.evaluate(([type, fields]) => (window as unknown as FrameWindow).say(type, fields), [type, fields] as const);
const height = (page: Page) =>
  page.locator("#a iframe").evaluate((frame) => Math.round(frame.getBoundingClientRect().height));

const stateOf = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement & Lab>("#a")?.state);

/** After this, whatever was posted before it has been heard or dropped. */
async function afterMessages(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        addEventListener("message", ({ data }) => data === "last" && done());
        postMessage("last", "*");
      }),
  );
}

test("the script weighs at most 5 KB, and is one that runs as it is, classic and as a module", () => {
  expect(brotliCompressSync(SCRIPT).length).toBeLessThanOrEqual(5 * 1024);
  expect(SCRIPT).not.toMatch(/\bimport\b|\bexport\b|\beval\b|new Function|innerHTML/);
});

const NEVER = "default-src 'none'; style-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";
const STRICT = `${NEVER}; script-src ${HOST} http://site.test; frame-src http://site.test`;

test("under the strictest policy of a host an element that is there before the script becomes a lab and tells of it", async ({
  page,
}) => {
  const element =
    '<proofground-lab id="a" lab="svdd" q="2.5c" hide="data,kernel" lang="en" theme="dark"></proofground-lab>';
  await host(page, element + SELF, { policy: STRICT });
  const frame = await ready(page);
  expect(frame.url()).toBe(`${SITE}#lab=svdd&q=2.5c&w=1&lang=en&theme=dark&hide=data,kernel`);
  await expect.poll(() => told(page, "state")).toHaveLength(1);
  expect(await told(page, "ready")).toEqual([
    { type: "ready", id: "a", detail: { version: "0.0.0", lab: "svdd", q: "2.5c" } },
  ]);
  const verdict = { lab: "svdd", q: "2.5c", verdict: "pass", broken: null };
  // The one that was there before anybody listened; then each as it comes.
  await expect.poll(() => told(page, "verdict")).toEqual([{ type: "verdict", id: "a", detail: verdict }]);
  await say(frame, "verdict", { ...verdict, broken: "plain", verdict: "fail" });
  await expect.poll(() => told(page, "verdict")).toHaveLength(2);
  await say(frame, "verdict", verdict);
  await expect.poll(() => told(page, "verdict")).toHaveLength(3);
  expect((await told(page, "verdict")).at(-1)?.detail).toEqual(verdict);
  const seen = await page.evaluate(() => {
    const lab = document.querySelector<HTMLElement & Lab>("#a");
    const frame = lab?.shadowRoot?.querySelector("iframe");
    return {
      state: lab?.state,
      verdicts: lab?.verdicts,
      title: frame?.title,
      allow: frame?.allow,
      border: frame && getComputedStyle(frame).borderTopWidth,
      display: lab && getComputedStyle(lab).display,
      focus: document.activeElement?.tagName,
      violations: (window as unknown as HostWindow).violations,
    };
  });
  expect(seen).toEqual({
    state: { preset: "first" },
    verdicts: [verdict],
    title: "Proofground: svdd, 2.5c",
    allow: "clipboard-write",
    border: "0px",
    display: "block",
    focus: "BODY",
    violations: [],
  });
});

test("it works as a module, and imported; the policy that forbids its frame is the host's word", async ({ page }) => {
  // A module from another origin needs a header: here it comes from the host's own, and says where the page is.
  const own = { [`${HOST}proofground-embed.js`]: SCRIPT };
  const element = `<proofground-lab id="a" lab="svr" base="${SITE}"></proofground-lab>`;
  await host(page, `${element}<script type="module" src="proofground-embed.js"></script>`, { scripts: own });
  await ready(page);
  expect(await page.evaluate(baseOf)).toBe(HOST);

  await host(page, `${element}<script type="module" src="use.js"></script>`, {
    scripts: { ...own, [`${HOST}use.js`]: 'import "./proofground-embed.js?v=2";' },
  });
  await ready(page);
  expect(await page.evaluate(baseOf)).toBe(HOST);

  await host(page, element.replace(/base=\S*"/, "") + SELF, {
    policy: `script-src ${HOST} http://site.test; frame-src 'none'`,
  });
  await expect.poll(() => page.evaluate(() => (window as unknown as HostWindow).violations)).toHaveLength(1);
});

/** Runs in the page. */
function baseOf(): unknown {
  return (customElements.get("proofground-lab") as { base?: string } | undefined)?.base;
}

test("where the script cannot know its address and no base is given, the element says so", async ({ page }) => {
  await host(page, `<proofground-lab id="a"></proofground-lab><script>${SCRIPT}</script>`);
  await expect(page.locator("#a p")).toContainText("attribute base");
  expect((await told(page, "error"))[0]?.detail.code).toBe("no-base");
  // A script is no place: it would run as the host page.
  await page.evaluate(() => document.querySelector("#a")?.setAttribute("base", "javascript:parent.told.push('ran')"));
  await expect.poll(() => told(page, "error")).toHaveLength(2);
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).not.toContain("ran");
  await page.evaluate((base) => document.querySelector("#a")?.setAttribute("base", base), SITE);
  await ready(page);
});

test("a changed attribute changes the lab by one message, without loading it anew and without a step for the host's back", async ({
  page,
}) => {
  await host(page, `<proofground-lab id="a" lab="svr" q="1b"></proofground-lab>${SELF}`);
  const frame = await ready(page);
  const steps = await page.evaluate(() => history.length);
  await frame.evaluate(() => (window as unknown as FrameWindow).heard.splice(0));
  await page.evaluate(() => {
    const lab = document.querySelector<HTMLElement & Lab>("#a");
    const change = (name: string, value: string | null) =>
      value === null ? lab?.removeAttribute(name) : lab?.setAttribute(name, value);
    const soon = () => new Promise((done) => setTimeout(done));
    return (async () => {
      change("theme", "dark");
      change("lock", "C, epsilon");
      await soon();
      change("theme", null);
      await soon();
      change("lab", "svdd");
      change("q", "2.5c");
      await soon();
      change("s", "1.given");
      await soon();
      change("lab", "svdd"); // as it is
      lab!.state = "1.set";
      lab!.undo();
      lab!.redo();
    })();
  });
  await expect.poll(async () => (await heard(frame)).length).toBe(7);
  expect(await heard(frame)).toEqual([
    { type: "set", theme: "dark", lang: "", hide: "", lock: "C,epsilon" },
    { type: "set", theme: "", lang: "", hide: "", lock: "C,epsilon" },
    { type: "open", lab: "svdd", q: "2.5c" },
    { type: "set-state", state: "1.given" },
    { type: "set-state", state: "1.set" },
    { type: "undo" },
    { type: "redo" },
  ]);
  await expect
    .poll(() => page.evaluate(() => document.querySelector<HTMLElement & Lab>("#a")?.state))
    .toEqual({
      preset: "1.set",
    });
  await frame.evaluate(() => (window as unknown as FrameWindow).heard.splice(0));
  await page.evaluate(() => {
    const lab = document.querySelector("#a");
    lab?.setAttribute("lab", "vae");
    lab?.setAttribute("s", "1.other");
    lab?.removeAttribute("q");
  });
  await expect.poll(() => heard(frame)).toHaveLength(2);
  expect(await heard(frame)).toEqual([
    { type: "open", lab: "vae", q: null },
    { type: "set-state", state: "1.other" },
  ]);
  // What the frame tells meanwhile is of the state before; its answer is of the new one.
  await expect.poll(() => stateOf(page)).toEqual({ preset: "1.other" });
  await frame.evaluate(() => Object.assign(window, { slow: true }));
  await page.evaluate(() => document.querySelector("#a")?.setAttribute("s", "1.slow"));
  await expect.poll(async () => (await heard(frame)).at(-1)).toEqual({ type: "set-state", state: "1.slow" });
  await say(frame, "state", { lab: "vae", state: { preset: "stale" }, link: null });
  await expect.poll(async () => (await told(page, "state")).at(-1)?.detail.state).toEqual({ preset: "stale" });
  expect(await stateOf(page)).toEqual({ preset: "1.other" });
  const { id } = await frame.evaluate(() => (window as unknown as FrameWindow).heard.at(-1) ?? { id: 0 });
  await say(frame, "state", { id, lab: "vae", state: { preset: "1.slow" }, link: `${SITE}#lab=vae&s=1.slow` });
  await expect.poll(() => stateOf(page)).toEqual({ preset: "1.slow" });
  // What has no message goes by the hash, with the state as it is.
  await page.evaluate(() => document.querySelector("#a")?.setAttribute("task", "first"));
  await expect.poll(() => hashes(frame)).toHaveLength(2);
  expect((await hashes(frame))[1]).toBe("#lab=vae&s=1.slow&w=1&lock=C,epsilon&task=first&theme=&lang=&hide=");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  expect(await inside(page)).toBe(frame);
});

test("before the frame is ready a change goes by its hash, and a state waits where it must", async ({ page }) => {
  await host(page, `<proofground-lab id="a" lab="svr" task="wait"></proofground-lab>${SELF}`);
  const frame = await inside(page);
  await frame.waitForFunction(() => "begin" in window);
  await page.evaluate(() => document.querySelector("#a")?.setAttribute("q", "1b"));
  await expect
    .poll(() => hashes(frame))
    .toEqual(["#lab=svr&w=1&task=wait", "#lab=svr&q=1b&w=1&task=wait&theme=&lang=&hide=&lock="]);
  await page.evaluate(() => {
    document.querySelector<HTMLElement & Lab>("#a")!.state = { C: 3 };
  });
  expect(await heard(frame)).toEqual([]);
  await frame.evaluate(() => (window as unknown as FrameWindow).begin());
  await expect.poll(() => heard(frame)).toContainEqual({ type: "set-state", state: { C: 3 } });
});

test("a state that was given before the script came is the one it begins with", async ({ page }) => {
  await host(page, '<proofground-lab id="a" lab="svr"></proofground-lab>');
  await page.evaluate(() => {
    document.querySelector<HTMLElement & Lab>("#a")!.state = "1.early";
  });
  await page.addScriptTag({ url: `${SITE}proofground-embed.js` });
  expect((await ready(page)).url()).toBe(`${SITE}#lab=svr&s=1.early&w=1`);
});

test("it is as high as the frame asks, between bounds, or as the host says", async ({ page }) => {
  await host(page, `<proofground-lab id="a" lab="svr"></proofground-lab>${SELF}`);
  const frame = await ready(page);
  expect(await height(page)).toBe(600);
  for (const [px, shown] of [
    [777.2, 778],
    [10, 160],
    [1e9, 6000],
    [Number.NaN, 6000],
    ["50", 6000],
    [500, 500],
  ] as const) {
    await say(frame, "height", { px });
    await expect.poll(() => height(page), String(px)).toBe(shown);
    await afterMessages(page);
  }
  expect(await height(page)).toBe(500);
  await page.evaluate(() => document.querySelector("#a")?.setAttribute("height", "320"));
  await expect.poll(() => height(page)).toBe(320);
  await say(frame, "height", { px: 900 });
  await afterMessages(page);
  expect(await height(page)).toBe(320);
  await page.evaluate(() => document.querySelector("#a")?.removeAttribute("height"));
  await expect.poll(() => height(page)).toBe(900);
});

test("who is not its frame is not heard: another frame, the host itself, another page in the frame, other shapes", async ({
  page,
}) => {
  await host(
    page,
    `<proofground-lab id="a" lab="svr"></proofground-lab><iframe src="${LIAR}"></iframe><iframe src="${SITE}#lab=vae"></iframe>${SELF}`,
  );
  const frame = await ready(page);
  // Of all that it tells when it is ready, the last.
  await expect.poll(() => told(page, "verdict")).toHaveLength(1);
  const before = await page.evaluate(() => (window as unknown as HostWindow).told.length);
  const lies = [
    { proofground: 1, type: "ready", version: "9", lab: "vae", q: null },
    { proofground: 1, type: "height", px: 1234 },
    { proofground: 1, type: "state", lab: "svr", state: "1.lie", link: "" },
    { proofground: 1, type: "verdict", lab: "svr", q: "1a", verdict: "fail", broken: "plain" },
  ];
  const post = (all: object[]) => {
    for (const lie of all) (window.parent === window ? window : window.parent).postMessage(lie, "*");
  };
  // Of another site, and of the frame's own.
  for (const url of [LIAR, `${SITE}#lab=vae`])
    await page
      .frames()
      .find((one) => one.url() === url)
      ?.evaluate(post, lies);
  await page.evaluate(post, lies);
  // From the right window, in another shape or version.
  await frame.evaluate(() => {
    for (const odd of [
      null,
      7,
      "height",
      [],
      { type: "height", px: 900 },
      { proofground: 2, type: "height", px: 900 },
      { proofground: 1, type: "constructor" },
    ])
      parent.postMessage(odd, "*");
  });
  // The frame's window, gone to another page: neither heard nor spoken to.
  await frame.goto(LIAR);
  await frame.evaluate(post, lies);
  await afterMessages(page);
  expect(await height(page)).toBe(600);
  const seen = await page.evaluate(() => {
    const lab = document.querySelector<HTMLElement & Lab>("#a");
    return { told: (window as unknown as HostWindow).told.length, state: lab?.state, verdicts: lab?.verdicts };
  });
  expect(seen).toEqual({
    told: before,
    state: { preset: "first" },
    verdicts: [{ lab: "svr", q: null, verdict: "pass", broken: null }],
  });
});

test("moved, it comes back as it was; removed, it and its frame are freed", async ({ page }) => {
  await host(page, `<div id="there"></div><proofground-lab id="a" lab="svr" q="1b"></proofground-lab>${SELF}`);
  const frame = await ready(page);
  await frame.evaluate(() => (window as unknown as FrameWindow).edit({ preset: "1.mine" }));
  await say(frame, "height", { px: 432 });
  await expect.poll(() => height(page)).toBe(432);
  await page.evaluate(() => document.querySelector("#there")?.append(document.querySelector("#a")!));
  const again = await ready(page);
  expect(again.url()).toBe(`${SITE}#lab=svr&s=1.mine&w=1`);
  expect(await height(page)).toBe(432);
  await expect.poll(() => told(page, "ready")).toHaveLength(2);

  // What is too much for a link is sent to the frame that takes its place.
  await again.evaluate(() => (window as unknown as FrameWindow).edit({ large: true }));
  await expect.poll(() => stateOf(page)).toEqual({ large: true });
  await page.evaluate(() => document.body.append(document.querySelector("#a")!));
  const third = await ready(page);
  expect(third.url()).toBe(`${SITE}#lab=svr&q=1b&w=1`);
  await expect.poll(() => heard(third)).toContainEqual({ type: "set-state", state: { large: true } });

  await page.evaluate(() => {
    const held = window as unknown as { gone: WeakRef<Element> };
    held.gone = new WeakRef(document.querySelector("#a")!);
    document.querySelector("#a")?.remove();
  });
  await expect.poll(() => page.frames().length).toBe(1);
  await expect
    .poll(async () => {
      await page.requestGC();
      return page.evaluate(() => (window as unknown as { gone: WeakRef<Element> }).gone.deref() === undefined);
    })
    .toBe(true);
});

test("of two versions on a page the first stays, and the console says which", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => message.type() === "warning" && said.push(message.text()));
  const other = "http://site.test/new/proofground-embed.js";
  const scripts = { [other]: SCRIPT.replace(/"(\d+\.\d+\.\d+)"|`(\d+\.\d+\.\d+)`|'(\d+\.\d+\.\d+)'/, '"99.0.0"') };
  expect(scripts[other]).toContain("99.0.0");
  const body = `<proofground-lab id="a" lab="svr"></proofground-lab>${SELF}${SELF}<script src="${other}"></script>`;
  await host(page, body, { scripts });
  expect((await ready(page)).url()).toBe(`${SITE}#lab=svr&w=1`);
  // The same script twice is no quarrel.
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`${SITE}. That one stays; version 99.0.0 from http://site.test/new/`);
});

test("of fifty on a page only those near the screen load, and the others when they come near; a hidden slide when it is shown", async ({
  page,
}) => {
  const ids = Array.from({ length: 50 }, (_, k) => `n${k}`);
  const elements = ids.map((id) => `<proofground-lab id="${id}" lab="svr"></proofground-lab>`).join("");
  const slide = '<section id="slide" hidden><proofground-lab id="a" lab="svdd"></proofground-lab></section>';
  await host(page, `${slide}${elements}${SELF}`);
  await ready(page, "n0");
  // 900 px of screen and as much below it: three frames of 600 px.
  expect(await loaded(page)).toEqual(["n0", "n1", "n2"]);
  await page.locator("#n49").scrollIntoViewIfNeeded();
  await ready(page, "n49");
  expect((await loaded(page)).length).toBeLessThan(10);
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector("#slide")?.removeAttribute("hidden");
  });
  expect((await ready(page)).url()).toContain("lab=svdd");
  // Hidden again it stays what it is.
  await page.evaluate(() => document.querySelector("#slide")?.setAttribute("hidden", ""));
  expect(await loaded(page)).toContain("a");
  // Who cannot wait for the screen says so.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      '<proofground-lab id="z" lab="svr" loading="eager"></proofground-lab>',
    );
  });
  expect(await loaded(page)).toContain("z");
});

test("where the frame, or the host itself, has no origin of its own, they speak all the same", async ({ page }) => {
  const element = '<proofground-lab id="a" lab="svr" sandbox="allow-scripts"></proofground-lab>';
  await host(page, element + SELF);
  const frame = await ready(page);
  expect(await frame.evaluate(() => origin)).toBe("null");
  await expect.poll(() => told(page, "state")).toHaveLength(1);
  await host(page, `<proofground-lab id="a" lab="svr"></proofground-lab>${SELF}`, { policy: "sandbox allow-scripts" });
  expect(await page.evaluate(() => origin)).toBe("null");
  await ready(page);
  await expect.poll(() => told(page, "state")).toHaveLength(1);
});

/** A file from disk, beside nothing. */
const onDisk = (name: string) => pathToFileURL(resolve(DIST, name)).href;

test("the real page on a page of another site: two labs draw, keep their verdicts, and leave the host alone", async ({
  page,
}) => {
  const { url, close } = await serve(resolve(import.meta.dirname, "support/elsewhere"), { policy: "" });
  await page.goto(url.replace("127.0.0.1", "localhost"));
  await page.setContent(`<proofground-lab id="a" lab="svr" q="1c1"></proofground-lab>
    <proofground-lab id="b" lab="svdd" q="2.5c" theme="dark"></proofground-lab>
    <script src="${siteUrl()}proofground-embed.js"></script>`);
  for (const [id, claim] of [
    ["a", "1c1"],
    ["b", "2.5c"],
  ] as const) {
    const frame = page.frameLocator(`#${id} iframe`);
    await expect(frame.locator(`[data-open-claim="${claim}"]`)).toHaveAttribute("data-verdict", "pass");
    await expect(frame.locator("html")).toHaveAttribute("data-mode", "widget");
  }
  expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(["BODY", 0]);
  // Another statement in the frame that is there.
  await page.evaluate(() => document.querySelector("#a")?.setAttribute("q", "1b"));
  await expect(page.frameLocator("#a iframe").locator('[data-open-claim="1b"]')).toHaveAttribute(
    "data-verdict",
    "pass",
  );
  await close();
});

test("on a page that is opened from disk the script beside the single file finds it", async ({ page }, {
  outputDir,
}) => {
  const file = resolve(outputDir, "course.html");
  mkdirSync(outputDir, { recursive: true });
  const script = `<script src="${onDisk("site/proofground-embed.js")}"></script>`;
  writeFileSync(file, `<!doctype html><proofground-lab id="a" lab="svr" q="1c1"></proofground-lab>${script}`);
  await page.goto(pathToFileURL(file).href);
  const claim = page.frameLocator("#a iframe").locator('[data-open-claim="1c1"]');
  await expect(claim).toHaveAttribute("data-verdict", "pass");
});

test("the real page speaks: state, fields, undo, verdicts, height, what is hidden and locked", async ({ page }) => {
  const { url, close } = await serve(resolve(import.meta.dirname, "support/elsewhere"), { policy: "" });
  await page.goto(url.replace("127.0.0.1", "localhost"));
  await page.setContent(`<script>${EVENTS}
    window.asked = [];
    addEventListener("message", ({ data }) => typeof data === "string" && asked.push(JSON.parse(data)));</script>
    <proofground-lab id="a" lab="svr" hide="stepper" lock="epsilon"></proofground-lab>
    <script src="${siteUrl()}proofground-embed.js"></script>`);
  const lab = page.locator("#a");
  const inner = page.frameLocator("#a iframe");
  const frame = await ready(page);
  await expect.poll(() => stateOf(page)).toMatchObject({ preset: "motorcycle" });
  const set = (state: unknown) =>
    lab.evaluate((element: HTMLElement & Lab, given) => {
      element.state = given;
    }, state);

  // Some fields, undone and redone.
  await set({ C: 3 });
  await expect(inner.locator('[data-field="C"] input.control-number')).toHaveValue("3");
  await expect.poll(() => stateOf(page)).toMatchObject({ C: 3 });
  await lab.evaluate((element: HTMLElement & Lab) => element.undo());
  await expect.poll(() => stateOf(page)).not.toHaveProperty("C", 3);
  await lab.evaluate((element: HTMLElement & Lab) => element.redo());
  await expect.poll(() => stateOf(page)).toMatchObject({ C: 3 });

  // What is locked, or no state at all, is refused by a sentence, and changes nothing.
  await set({ epsilon: 2 });
  await expect.poll(async () => (await told(page, "error")).map(({ detail }) => detail.code)).toEqual(["locked"]);
  await set({ C: -1 });
  await expect.poll(() => told(page, "error")).toHaveLength(2);
  expect(await stateOf(page)).toMatchObject({ C: 3 });
  await expect(inner.locator('[data-field="epsilon"] input').first()).toBeDisabled();
  await expect(inner.locator(".path-fold")).toHaveCount(0);

  // A setting leaves the state as it is; what is hidden now is gone from the page.
  await lab.evaluate((element) => {
    element.setAttribute("theme", "dark");
    element.setAttribute("hide", "controls");
  });
  await expect(inner.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(inner.locator('[data-field="C"]')).toHaveCount(0);
  await ready(page);
  expect(await stateOf(page)).toMatchObject({ C: 3 });

  // A claim, whose example has another epsilon: its verdict is told, and the element is as high as it asks.
  await lab.evaluate((element) => {
    element.removeAttribute("lock");
    element.setAttribute("q", "1c1");
  });
  await expect
    .poll(() => lab.evaluate((element: HTMLElement & Lab) => element.verdicts))
    .toContainEqual({
      lab: "svr",
      q: "1c1",
      verdict: "pass",
      broken: false,
    });
  await expect
    .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight))
    .toBeLessThanOrEqual(0);
  const asked = () =>
    page.evaluate(() => (window as unknown as { asked: { subject: string; height: number }[] }).asked.at(-1));
  await expect.poll(async () => (await asked())?.height).toBe(await height(page));
  expect((await asked())?.subject).toBe("lti.frameResize");

  // Moved, it comes back as it was.
  await page.evaluate(() => document.body.append(document.createElement("div"), document.querySelector("#a")!));
  await ready(page);
  await expect(inner.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass");
  await close();
});
