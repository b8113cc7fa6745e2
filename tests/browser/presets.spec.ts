// Every data set draws: solved to the end, something in every layer, described in words.
import { abouts } from "../../web/labs/svr/messages/presets-about.en.ts";
import { DATA_PRESETS } from "../../web/labs/svr/preset-ids.ts";
import { bringData, presetData } from "../../web/labs/svr/presets.ts";
import { eachOf } from "./support/cases.ts";
import { expect, host, svr, test } from "./support/lab.ts";

test("every data set draws", async ({ lab, page }) => {
  await eachOf(
    page,
    DATA_PRESETS,
    () => lab.open(),
    async (id) => {
      await lab.choose(id);
      await bringData(id);
      const data = presetData(id);
      const n = data.y?.length ?? 0;
      await lab.has(n);
      // A kernel that is none may end early by its limit; every other set is solved to the tolerance.
      if (id !== "indefinite") await expect(lab.picture).toHaveAttribute("data-converged", "true");
      const counts = (await lab.picture.getAttribute("data-cases"))?.split(" ").map(Number) ?? [];
      expect(counts.reduce((a, b) => a + b, 0)).toBe(n);
      await expect(lab.canvas).toHaveAttribute("aria-label", new RegExp(`\\b${n} points?\\b`));
      const { about, source } = id === "motorcycle" ? svr.presets[id] : abouts[id];
      await expect(page.locator(".data-about")).toContainText(about);
      await expect(page.locator(".data-about")).toContainText(source);
      const painted = await lab.canvas.evaluate((element) =>
        Array.from(element.querySelectorAll("canvas"), (canvas) => {
          const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, k) => k % 4 === 3 && value > 0);
        }),
      );
      expect(painted.length).toBeGreaterThanOrEqual(2);
      expect(painted.slice(0, 2)).toEqual([true, true]);
    },
  );
});

test.describe("without the network", () => {
  test.use({ ownContext: true });

  test("a data set that does not arrive is said to, and what is there stays; later it comes", async ({
    lab,
    page,
    allowed,
  }) => {
    allowed.push(/Failed to load resource/);
    await lab.open();
    const menu = page.locator("[data-control=preset]");
    await page.route("**/more-data-*.js", (route) => route.abort());
    await menu.selectOption("co2");
    await expect(lab.toast.filter({ hasText: host.shell.unloaded })).toBeVisible();
    await expect(menu).toHaveValue("motorcycle");
    await lab.has(133);
    await page.unroute("**/more-data-*.js");
    await expect(async () => {
      await menu.selectOption("lynx");
      await expect(page.locator('[data-preset="lynx"]')).toBeAttached({ timeout: 2000 });
    }).toPass();
    await lab.has(114);
  });
});
