// What is said to those who do not see the page: one sentence at a time, in full and in order, and only what has changed.
import { format } from "../../web/host/messages/format.ts";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { listen } from "./support/everyone.ts";
import { expect, host, kit, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

test("a gesture that changes picture, verdicts and what they rest on is said in full, one after the other; a drag is not", async ({
  lab,
  page,
}) => {
  await lab.open(await stateLink("svr", { preset: "two-points" }));
  await lab.has(2);
  const checked = () => expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0);
  await checked();
  const heard = await listen(page);
  await lab.chip("1a").click();
  await page.locator('[data-break="1a"]').click();
  // The first verdicts, and those that stayed, are not said.
  const failing = format(host.proof.glance.fail, { pass: 5, total: 6, fail: "1a" });
  await expect.poll(heard).toEqual([expect.stringContaining(proofPage.noticed), failing]);
  await page.locator('[data-break="1a"]').click();
  await expect
    .poll(async () => (await heard()).slice(2))
    .toEqual([format(host.proof.glance.pass, { pass: 6, total: 6 })]);
  await lab.chip("1a").click();

  // The picture, then the verdicts, from one key.
  await lab.canvas.focus();
  await page.keyboard.press("Home");
  await expect.poll(heard).toHaveLength(4);
  await page.keyboard.press("Delete");
  await lab.has(1);
  await expect
    .poll(async () => (await heard()).slice(4))
    .toEqual([
      format(kit.picture.announce.removed, { i: 1, n: 1 }),
      expect.stringMatching(`^${format(host.proof.glance.pass, { pass: 4, total: 6 })}.+2`),
    ]);

  // A drag says nothing on its way, and where it ends only what is new.
  const { x, y } = await lab.at(0.5, 0.35);
  await page.mouse.click(x, y);
  await lab.has(2);
  await checked();
  await expect.poll(async () => (await heard()).length).toBeGreaterThan(6);
  await expect(page.locator("#announcer")).toBeEmpty();
  const before = (await heard()).length;
  await page.mouse.down();
  for (let k = 1; k <= 20; ++k) await page.mouse.move(x, y - k);
  expect((await heard()).length).toBe(before);
  await page.mouse.up();
  await lab.settled();

  // A refused number is said where it was typed, and the notice of a link that is none.
  const box = page.locator(".control[data-field=C] input[type=text]");
  await box.fill("much");
  await box.press("Enter");
  await page.evaluate(() => {
    location.hash = "#lab=svr&q=9z";
  });
  await expect.poll(heard).toContainEqual(expect.stringContaining("much"));
  const notice = (await lab.toast.locator("p").first().textContent()) ?? "?";
  await expect.poll(heard).toContain(notice);
  // No other place of the page speaks.
  expect(
    await page.locator("[aria-live], [role=status], [role=alert]").evaluateAll((all) => all.map((one) => one.id)),
  ).toEqual(["unreachable", "announcer"]);
});
