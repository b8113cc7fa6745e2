// Where the page lives: under a strict policy, on its own origin, under any sub-path, and as one file without any network.
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type FrameLocator, type Page, test as plain } from "@playwright/test";
import { serve } from "../../web/build/serve.mjs";
import { DIST, indexOnDisk, nestedUrl, SUB_PATH, singleFile, siteUrl } from "./support/addresses.ts";
import { expect, Lab, test, watch } from "./support/lab.ts";

test.use({ ownContext: true });

/** Everything a visit does: opens, edits, steps, proves, imports, exports. */
async function visit(lab: Lab): Promise<void> {
  const { page } = lab;
  await lab.choose("tie-wide");
  await lab.has(4);
  const at = await lab.at(0.5, 0.4);
  await page.mouse.click(at.x, at.y);
  await lab.has(5);
  await lab.chip("1c1").click();
  await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "pass");
  await expect(page.locator('[data-open-claim="1c1"] .katex').first()).toBeVisible();
  await page.locator(".path-fold").first().click();
  await expect(page.locator(".stepper-scrub")).toBeEnabled();
  await page.locator("[data-action=import]").click();
  await page.locator("dialog.import textarea").fill("x,y\n1,2\n3,4\n5,3\n");
  await page.locator("dialog.import .primary").click();
  await lab.has(3);
  await page.locator(".export-open").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export=json]").click()]);
  expect(download.suggestedFilename()).toBe("svr-own-solution.json");
  for (const id of ["png", "svg"]) {
    await page.locator(".export-open").click();
    await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${id}]`).click()]);
  }
}

/** Whatever is written to the console from now on. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  return said;
}

/** Open an empty page of another site, which has no policy either: by another name a server of this machine is another site. */
async function goElsewhere(page: Page): Promise<string> {
  const { url, close } = await serve(resolve(import.meta.dirname, "support/elsewhere"), { policy: "" });
  page.once("close", () => void close());
  const elsewhere = url.replace("127.0.0.1", "localhost");
  await page.goto(elsewhere);
  return elsewhere;
}

/** Put a frame into that page. */
async function embed(page: Page, src: string, attributes: string): Promise<FrameLocator> {
  await page.setContent(`<iframe src="${src}" ${attributes} width="900" height="600"></iframe>`);
  return page.frameLocator("iframe");
}

test("a whole visit stays inside the policy and on the origin", async ({ lab, page }) => {
  const said = listen(page);
  const response = await page.goto(`${siteUrl()}#lab=svr`);
  const policy = response?.headers()["content-security-policy"] ?? "";
  const directives = new Map(
    policy.split(";").map((part) => [part.trim().split(" ")[0], part.trim().split(" ").slice(1)]),
  );
  expect(directives.get("default-src")).toEqual(["'none'"]);
  // What stands in the page itself is the script that chooses its language, and nothing else.
  const inside = await page.locator("script:not([src]):not([type])").allTextContents();
  const hashes = inside.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  expect(hashes).toHaveLength(1);
  expect(directives.get("script-src")).toEqual(["'self'", ...hashes, "'wasm-unsafe-eval'"]);
  expect(directives.get("style-src")).toEqual(["'self'"]);
  expect(directives.get("connect-src")).toEqual(["'self'"]);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  await lab.settled();
  expect(said, "the console at load").toEqual([]);
  await visit(lab);
});

plain("the policy is in force: inline script and eval are refused", async ({ page }) => {
  const seen = await watch(page, [siteUrl()]);
  const lab = new Lab(page);
  await lab.open();
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    // In a task of its own: the tool's own call is exempt from the policy.
    const evaluated = await new Promise<boolean>((done) => {
      setTimeout(() => {
        try {
          done(new Function("return true")());
        } catch {
          done(false);
        }
      });
    });
    return { inline: "ran" in window, evaluated };
  });
  expect(ran).toEqual({ inline: false, evaluated: false });
  await expect.poll(() => seen.violations.length).toBeGreaterThanOrEqual(2);
});

plain("the site works under a sub-path", async ({ page }) => {
  const seen = await watch(page, [nestedUrl()]);
  const lab = new Lab(page);
  await lab.open("#lab=svr", nestedUrl());
  expect(new URL(page.url()).pathname).toBe(SUB_PATH);
  await visit(lab);
  expect(seen).toEqual({ violations: [], offsite: [], errors: [] });
});

plain("the single file works from disk with all network blocked", async ({ page, context }) => {
  await context.setOffline(true);
  const asked: string[] = [];
  await context.route(
    (url) => !["file:", "data:", "blob:"].includes(url.protocol),
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  const seen = await watch(page, [singleFile]);
  const said = listen(page);
  const lab = new Lab(page);
  await lab.open("#lab=svr", singleFile);
  await lab.has(133);
  expect(said, "the console at load").toEqual([]);
  expect(page.workers().length, "a worker from a Blob").toBe(1);
  await visit(lab);
  // A link works from disk as well.
  await expect.poll(() => page.url()).toContain("s=1.");
  await page.reload();
  await lab.has(3);
  await lab.open("#q=2.5c", singleFile);
  await page.reload();
  await lab.has(3);
  await expect(lab.chip("2.5c")).toHaveAttribute("data-verdict", "pass");
  expect(asked).toEqual([]);
  expect(seen).toEqual({ violations: [], offsite: [], errors: [] });
});

plain("the single file solves by itself where workers are refused", async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    } as unknown as typeof Worker;
  });
  const lab = new Lab(page);
  await lab.open("#q=1c1", singleFile);
  await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "pass");
  expect(page.workers()).toEqual([]);
});

plain("the single file weighs at most 5 MB, every lab and what it says inside", () => {
  expect(statSync(fileURLToPath(singleFile)).size).toBeLessThanOrEqual(5_000_000);
});

plain(
  "as a widget in a frame of another site there is a picture, no header and no error, storage or not",
  async ({ page }) => {
    await page.addInitScript(() => {
      // What a browser does that blocks the storage of third parties.
      for (const name of ["localStorage", "sessionStorage", "indexedDB"])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("refused", "SecurityError");
          },
        });
    });
    const elsewhere = await goElsewhere(page);
    const seen = await watch(page, [siteUrl(), elsewhere]);
    const frame = await embed(page, `${siteUrl()}#lab=svr&q=1c1&w=1`, "");
    await expect(frame.locator(".picture-view")).toHaveAttribute("data-current", "true");
    await expect(frame.locator("html")).toHaveAttribute("data-mode", "widget");
    await expect(frame.locator(".header")).toBeHidden();
    await expect(frame.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass");
    // What the page fetches ahead may still be on its way.
    await page.unrouteAll({ behavior: "wait" });
    expect(seen).toEqual({ violations: [], offsite: [], errors: [] });
  },
);

plain("in a frame without an origin the site says what to open instead, and that works there", async ({ page }) => {
  await goElsewhere(page);
  const frame = await embed(page, siteUrl(), 'sandbox="allow-scripts"');
  await expect(frame.locator(".late[lang=en]")).toBeVisible();
  await expect(frame.locator(".late[lang=en]")).toHaveCSS("max-width", /px/); // the style sheet is there
  await frame.locator(".late[lang=en] a").click();
  await expect(frame.locator(".door-list li").first()).toHaveAttribute("data-verdict", "pass");
});

plain(
  "where a host lets every origin read its files, the site works in a frame without an origin",
  async ({ page }) => {
    const host = await serve(resolve(DIST, "site"), { headers: { "access-control-allow-origin": "*" } });
    const elsewhere = await goElsewhere(page);
    const seen = await watch(page, [host.url, elsewhere]);
    const frame = await embed(page, `${host.url}#q=1c1`, 'sandbox="allow-scripts"');
    await expect(frame.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass");
    expect(seen).toEqual({ violations: [], offsite: [], errors: [] });
    await host.close();
  },
);

plain("opened from disk, the site says what to open instead, and that works there", async ({ page }) => {
  await page.goto(indexOnDisk);
  await expect(page.locator(".late[lang=en]")).toBeVisible();
  await page.locator(".late[lang=en] a").click();
  await expect(page.locator(".door-list li").first()).toHaveAttribute("data-verdict", "pass");
});

plain("without JavaScript the page says that it needs it", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const url of [siteUrl(), singleFile]) {
    await page.goto(url);
    await expect(page.locator("noscript p").first()).toBeVisible();
    await expect(page.locator("noscript p").first()).toContainText("needs JavaScript");
    await expect(page.locator(".late[lang=en]")).toBeHidden();
  }
  await context.close();
});

plain(
  "a page that is only slow to load accuses nobody at first, and begins when its parts are there",
  async ({ page }) => {
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/\/shell-[^/]*\.js$/, (route) => late.then(() => route.continue()));
    await page.goto(`${siteUrl()}#lab=svr`, { waitUntil: "commit" });
    await expect(page.locator(".late[lang=en]")).toBeAttached();
    // The wait is an animation of the style sheet's, here begun anew and taken to two moments: how slow this machine is says nothing.
    const seen = await page.locator(".late[lang=en]").evaluate((sentence) => {
      const { style } = sentence as HTMLElement;
      style.animation = "none";
      sentence.getAnimations();
      style.animation = "";
      const [wait] = sentence.getAnimations();
      return [1000, 10_000].map((ms) => {
        wait?.pause();
        if (wait) wait.currentTime = ms;
        return getComputedStyle(sentence).visibility;
      });
    });
    expect(seen).toEqual(["hidden", "visible"]);
    arrive();
    await new Lab(page).has(133);
    await expect(page.locator(".late[lang=en]")).toHaveCount(0);
  },
);
