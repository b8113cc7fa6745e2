// The recipes are tried as a reader would: the text is taken out of the page, put into a page of another site, and a lab draws in it.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type FrameLocator, type Page, test } from "@playwright/test";
import createMarkdown from "markdown-it";
import { nginxConfig } from "../../web/build/nginx.mjs";
import { serve } from "../../web/build/serve.mjs";
import { siteUrl } from "./support/addresses.ts";
import { findings, inEach, LOOKS, shot, sideways } from "./support/eyes.ts";
import { expect } from "./support/lab.ts";

/** What recipes.md calls the site. */
const EXAMPLE = "https://example.org/proofground/";
const REVEAL = dirname(createRequire(import.meta.url).resolve("reveal.js"));

/** A page of another site: by another name a server of this machine is one. */
interface Elsewhere {
  /** Show this HTML there. @param policy the host's content security policy, "" for none */
  show(html: string, policy?: string): Promise<void>;
}

const tried = test.extend<{ recipe: (id: string) => Promise<string>; elsewhere: Elsewhere }>({
  /** The text of a block of the page of recipes, with this site's address in the place of the example's. */
  recipe: async ({ page }, use) => {
    await use(async (id) => {
      await page.goto(`${siteUrl()}recipes/`);
      const text = (await page.locator(`pre#${id} > code`).textContent()) ?? "";
      expect(text.length, id).toBeGreaterThan(20);
      return text.replaceAll(EXAMPLE, siteUrl()).replaceAll(new URL(EXAMPLE).origin, new URL(siteUrl()).origin);
    });
  },
  elsewhere: async ({ page }, use, info) => {
    const folder = info.outputPath("elsewhere");
    const open: Awaited<ReturnType<typeof serve>>[] = [];
    await use({
      show: async (html, policy = "") => {
        mkdirSync(folder, { recursive: true });
        for (const file of ["reveal.js", "reveal.css"]) copyFileSync(join(REVEAL, file), join(folder, file));
        // Nothing that a browser asks for by itself is missing.
        writeFileSync(join(folder, "index.html"), `<!doctype html><link rel="icon" href="data:,">${html}`);
        const host = await serve(folder, { policy });
        open.push(host);
        await page.goto(host.url.replace("127.0.0.1", "localhost"));
      },
    });
    for (const host of open) await host.close();
  },
});

const draws = async (frame: FrameLocator, claim = "1c1"): Promise<void> => {
  await expect(frame.locator(`[data-open-claim="${claim}"]`)).toHaveAttribute("data-verdict", "pass", {
    timeout: 45_000,
  });
  await expect(frame.locator(`[data-open-claim="${claim}"] figure canvas`).first()).toBeVisible();
};
const frameIn = (page: Page) => page.frameLocator("iframe");

tried("nginx: the page shows the file that is tested", async ({ recipe }) => {
  expect((await recipe("nginx")).trim()).toBe(nginxConfig({ listen: "80", root: "/var/www/proofground" }).trim());
});

tried("a frame, in a page without any script", async ({ page, recipe, elsewhere }) => {
  const html = await recipe("iframe");
  await elsewhere.show(`<title>Course</title><p>Text</p>${html}`);
  await draws(frameIn(page));
  await expect(frameIn(page).locator("html")).toHaveAttribute("data-mode", "widget");
});

tried("a frame that hides and locks", async ({ page, recipe, elsewhere }) => {
  const html = await recipe("hide");
  await elsewhere.show(html);
  await draws(frameIn(page));
  await expect(frameIn(page).locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frameIn(page).locator("[data-break]")).toHaveCount(0);
  // Without that word it is there.
  await elsewhere.show(html.replace("&hide=break", ""));
  await draws(frameIn(page));
  await expect(frameIn(page).locator('[data-break="1c1"]')).toBeVisible();
});

tried("the element, also under a host's policy", async ({ page, recipe, elsewhere }) => {
  const html = await recipe("element");
  const policy = `default-src 'none'; img-src data:; ${(await recipe("policy")).trim()}`;
  await elsewhere.show(`<title>Course</title><p>Text</p>${html}`, policy);
  const frame = page.frameLocator("proofground-lab iframe");
  await draws(frame, "2.5c");
  await expect(frame.locator("html")).toHaveAttribute("data-mode", "widget");
});

tried("a host's policy lets the frame in, and another one does not", async ({ page, recipe, elsewhere }) => {
  const policy = `default-src 'none'; img-src data:; ${(await recipe("policy")).trim()}`;
  const html = await recipe("iframe");
  await elsewhere.show(html, policy);
  await draws(frameIn(page));
  const refused = page.waitForEvent("console", (message) => /frame-src|default-src/.test(message.text()));
  await elsewhere.show(html, policy.replace(/frame-src[^;]*;/, ""));
  await refused;
  await expect(frameIn(page).locator("[data-open-claim]")).toHaveCount(0);
});

tried("a frame with sandbox", async ({ page, recipe, elsewhere }) => {
  const html = await recipe("sandbox");
  expect(html).toContain('sandbox="allow-scripts"');
  await elsewhere.show(html);
  await draws(frameIn(page));
});

tried("Markdown with HTML in it", async ({ page, recipe, elsewhere }) => {
  const html = createMarkdown({ html: true }).render(await recipe("markdown"));
  expect(html).toMatch(/^<p>.*<\/p>\n<iframe [\s\S]*<\/iframe>\n<p>.*<\/p>\n$/);
  await elsewhere.show(html);
  await draws(frameIn(page));
});

tried("reveal.js: a frame on a hidden slide starts when its slide is shown", async ({ page, recipe, elsewhere }) => {
  const slide = await recipe("reveal");
  await elsewhere.show(`<link rel="stylesheet" href="/reveal.css">
<div class="reveal"><div class="slides"><section><h2>First</h2></section>${slide}</div></div>
<script src="/reveal.js"></script><script>Reveal.initialize({ transition: "none", viewDistance: 1 });</script>`);
  await expect(page.locator("section.present")).toHaveText("First");
  await expect(page.locator("iframe")).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("iframe")).toBeVisible();
  await draws(frameIn(page));
  // The frame has the size of the slide, not of what was hidden.
  const picture = frameIn(page).locator("figure canvas").first();
  await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(200);
});

tried("Jupyter: the output of a cell of HTML", async ({ page, recipe, elsewhere }) => {
  const source = await recipe("jupyter");
  const [magic, ...html] = source.trimEnd().split("\n");
  expect(magic).toBe("%%html");
  // A notebook as it is saved after the cell has run: that magic displays the rest of the cell as text/html.
  const notebook = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      {
        id: "a1",
        cell_type: "code",
        execution_count: 1,
        metadata: {},
        source: source.split(/(?<=\n)/),
        outputs: [
          {
            output_type: "display_data",
            metadata: {},
            data: { "text/html": [html.join("\n")], "text/plain": ["<IPython.core.display.HTML object>"] },
          },
        ],
      },
    ],
  });
  const { cells }: { cells: { outputs: { data: Record<string, string[]> }[] }[] } = JSON.parse(notebook);
  const outputs = cells.flatMap((cell) => cell.outputs.map(({ data }) => (data["text/html"] ?? []).join("")));
  await elsewhere.show(
    outputs
      .map((output) => `<div class="jp-RenderedHTMLCommon jp-RenderedHTML jp-OutputArea-output">${output}</div>`)
      .join(""),
  );
  await draws(frameIn(page));
});

tried("the page of recipes: axe finds nothing serious, and nothing sticks out", async ({ page }) => {
  await page.goto(`${siteUrl()}recipes/`);
  await inEach(
    page,
    LOOKS.filter((_, k) => k === 0 || k === LOOKS.length - 1),
    async (name, theme) => {
      expect(await findings(page, "heading-order", "landmark-unique"), name).toEqual([]);
      expect(await sideways(page), name).toBeLessThanOrEqual(0);
      await shot(page, theme, "recipes", true);
    },
  );
});
