// The sheet about the page: the labs answer their fixed requests as Node did, and the report can be taken along.
import { about as words } from "../../web/host/messages/about.en.ts";
import { findings, inEach, LAYOUTS, shot, sideways } from "./support/eyes.ts";
import { expect, host, test } from "./support/lab.ts";

test("the fingerprint is the reference's, and is copied as a report", async ({ lab, page }) => {
  await lab.open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(`.header button[title="${host.shell.about}"]`).click();
  const all = page.locator('tr[data-fingerprint="all"]');
  await expect(all).toHaveAttribute("data-state", "agrees", { timeout: 60_000 });
  const rows = await page
    .locator("tr[data-fingerprint]")
    .evaluateAll((found) =>
      found.map((row) => [(row as HTMLElement).dataset.fingerprint, row.querySelector("code")?.textContent]),
    );
  await page.locator("[data-action=copy-fingerprint]").click();
  await expect(page.locator("dialog [role=status]")).toHaveText(words.copied);
  const report = await page.evaluate(() => navigator.clipboard.readText());
  for (const [id, short] of rows) expect(report).toContain(id === "all" ? `${short} ` : `${id} ${short} `);
  await inEach(page, LAYOUTS, async (look, theme) => {
    await shot(page, theme, "about");
    expect(await sideways(page), look).toBeLessThanOrEqual(0);
  });
  expect(await findings(page)).toEqual([]);
});
