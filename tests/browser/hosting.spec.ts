// Where the page lives: under a strict policy, on its own origin, under any sub-path, and as one file without any network.
import { test as plain } from "@playwright/test";
import { nestedUrl, SUB_PATH, singleFile, siteUrl } from "./support/addresses.ts";
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

test("a whole visit stays inside the policy and on the origin", async ({ lab, page }) => {
  const response = await page.goto(siteUrl());
  const policy = response?.headers()["content-security-policy"] ?? "";
  const directives = new Map(
    policy.split(";").map((part) => [part.trim().split(" ")[0], part.trim().split(" ").slice(1)]),
  );
  expect(directives.get("default-src")).toEqual(["'none'"]);
  expect(directives.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(directives.get("style-src")).toEqual(["'self'"]);
  expect(directives.get("connect-src")).toEqual(["'self'"]);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  await lab.settled();
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
  await lab.open("", nestedUrl());
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
  const lab = new Lab(page);
  await lab.open("", singleFile);
  await lab.has(133);
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

plain("as a widget in a frame of another page there is a picture, and no header", async ({ page }) => {
  await page.route("**/embedding", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe src="${siteUrl()}#lab=svr&q=1c1&w=1" width="700" height="500"></iframe>`,
    }),
  );
  await page.goto(`${siteUrl()}embedding`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".picture-view")).toHaveAttribute("data-current", "true");
  await expect(frame.locator("html")).toHaveAttribute("data-mode", "widget");
  await expect(frame.locator(".header")).toBeHidden();
});
