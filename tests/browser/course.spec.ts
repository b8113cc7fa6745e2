// The page for teachers: every link of its plans opens what it says.
import type { Page } from "@playwright/test";
import { worked } from "../../web/host/messages/worked.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { expect, test } from "./support/lab.ts";

interface Link {
  readonly href: string;
  readonly text: string;
  /** Of its place: what is to be done. */
  readonly around: string;
}

const BY_HAND = `“${worked.open}”`;

/** Of both plans, each once, those of a lab together. */
async function links(page: Page): Promise<readonly Link[]> {
  await page.goto(`${siteUrl()}course/`);
  const all = await page.locator(".page-session a").evaluateAll((found) =>
    found.map((one) => ({
      href: (one as HTMLAnchorElement).href,
      text: one.textContent,
      around: one.closest("td, dd")?.textContent ?? "",
    })),
  );
  const once = new Map(all.map((link) => [`${link.href} ${link.around.includes(BY_HAND)}`, link]));
  return [...once.values()].sort((a, b) => (a.href < b.href ? -1 : 1));
}

const parts = (href: string) => new URLSearchParams(new URL(href).hash.slice(1));

test.describe("every link of the plans opens what it says", () => {
  test("statements, with predictions where these are asked for", async ({ page }) => {
    const own = (await links(page)).filter(({ href }) => parts(href).has("q"));
    expect(own.length).toBeGreaterThan(25);
    for (const { href, text, around } of own) {
      const claim = parts(href).get("q");
      await page.goto(href);
      const article = page.locator(`[data-open-claim="${claim}"]`);
      await expect(article, href).toBeVisible();
      const title = (await article.getByRole("heading").first().textContent())?.replace(/\s+/g, " ").trim();
      expect(title, href).toContain(text.replace(/^\S+ /, "").replace(", with predictions", ""));
      if (parts(href).has("predict")) await expect(page.locator(".predict"), href).toBeVisible();
      const byHand = article.getByRole("button", { name: worked.open });
      if (around.includes(BY_HAND)) await expect(byHand, href).toBeVisible();
    }
  });

  test("tasks: one begins, several are listed", async ({ page }) => {
    const own = (await links(page)).filter(({ href }) => parts(href).has("task") && parts(href).has("lab"));
    expect(own.length).toBeGreaterThan(30);
    for (const { href, text } of own) {
      const ids = parts(href).get("task")?.split(",") ?? [];
      await page.goto(href);
      const [id] = ids;
      if (ids.length === 1) {
        await expect(page.locator(`[data-running="${id}"]`), href).toBeVisible();
        await expect(page.locator(".tasks"), href).toContainText(text);
      } else {
        const rows = page.locator(".tasks-row");
        const listed = () => rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.task).sort());
        await expect.poll(listed, href).toEqual([...ids].sort());
      }
    }
  });

  test("hand-ins and statements without script", async ({ page }) => {
    const own = (await links(page)).filter(({ href }) => !parts(href).has("lab"));
    for (const { href, text } of own) {
      await page.goto(href);
      if (!href.includes("/teach/")) {
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
        continue;
      }
      await expect(page.locator(".asked input")).toHaveValue(parts(href).get("task") ?? "?");
    }
  });
});
