// A fit that takes long: its iterates are on show, said to be none, and not taken for the answer by anything on the page.
import { readFile } from "node:fs/promises";
import { unconverged as words } from "../../web/kit/messages/unconverged.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { EASY, HARD } from "./support/hard.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

async function save(lab: Lab, id: string): Promise<{ name: string; text: string }> {
  await lab.page.locator(".export-open").click();
  const [download] = await Promise.all([
    lab.page.waitForEvent("download"),
    lab.page.locator(`[data-export=${id}]`).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const STATES = { svr: { ...HARD.svr, claim: "1b" }, svdd: { ...HARD.svdd, claim: "2.2" } };

for (const [id, state] of Object.entries(STATES)) {
  test(`${id}: an iterate is drawn, can be stopped and gone on from, and is no answer`, async ({ lab, page }) => {
    const badge = page.locator(".picture-badge");
    const button = badge.locator("[data-action=continue]");
    await page.goto(siteUrl() + (await stateLink(id, state)));
    await expect(badge).toContainText(words.solving);
    await expect(badge).toContainText(/KKT gap [^ ]+ after [\d\u202f]+ iterations/);
    // All points have a place in the picture, and the claims wait.
    await expect(lab.picture).toHaveAttribute("data-pending", "0");
    await expect(lab.picture).toHaveAttribute("data-converged", "false");
    await expect(lab.picture).toHaveAttribute("data-current", "false");
    await expect(lab.picture).toHaveAttribute("data-verdicts", "");
    const verdict = page.locator(`.proof-chip[data-claim="${state.claim}"]`);
    await expect(verdict).toHaveAttribute("data-verdict", "checking");

    await button.click();
    await expect(badge).toContainText(words.title);
    await expect(badge).toContainText(words.why.stopped);
    await expect(button).toHaveText(words.continue);
    await expect(verdict).toHaveAttribute("data-verdict", "unasked");
    const reached = async () => Number(await lab.picture.getAttribute("data-iterations"));
    const stopped = await reached();
    expect(await lab.canvas.getAttribute("aria-label")).toContain("Not converged");
    const json = await save(lab, "json");
    expect(json.name).toContain("not-converged");
    expect(JSON.parse(json.text).solution.report).toMatchObject({ iterations: stopped, converged: false });
    if (id === "svr") {
      expect((await save(lab, "solution")).name).toContain("not-converged");
      const picture = await save(lab, "svg");
      expect(picture.name).toContain("not-converged");
      expect(picture.text).toContain(words.why.stopped);
      expect((await save(lab, "data")).name).not.toContain("not-converged");
    }

    // Going on begins anew, and shows nothing that is behind what is on show.
    await button.click();
    await expect(badge).toContainText(words.solving);
    expect(await reached()).toBe(stopped);
    await expect.poll(reached).toBeGreaterThan(stopped);

    // A gesture takes the place of the run; its answer takes that of the picture.
    for (const [field, value] of Object.entries(EASY[id as keyof typeof HARD])) {
      await page.locator(`.control[data-field=${field}] input[type=text]`).fill(value);
      await page.keyboard.press("Enter");
    }
    await lab.settled();
    await expect(badge).toBeHidden();
    await expect(lab.picture).toHaveAttribute("data-converged", "true");
    expect(await lab.canvas.getAttribute("aria-label")).not.toContain("Not converged");
    expect((await save(lab, "json")).name).not.toContain("not-converged");
  });
}
