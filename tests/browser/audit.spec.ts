import { siteUrl } from "./support/addresses.ts";
import { bareFocus, focusWalk, small } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { test } from "./support/lab.ts";

const PAGES = ["", "embed/", "teach/", "course/", "recipes/", "svr/", "svr/1c1/", "zh-TW/course/", "vae/4v1/"];
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
for (const path of PAGES)
  test(`audit ${path}`, async ({ browser }) => {
    for (const [w, h, touch] of [
      [390, 844, true],
      [320, 256, true],
      [1440, 900, false],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width: w, height: h },
        hasTouch: touch,
        reducedMotion: "reduce",
        serviceWorkers: "block",
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(siteUrl() + path);
      await page.waitForTimeout(2500);
      console.log(path, w, "small", JSON.stringify(await small(page), null, 1));
      console.log(path, w, "sideways", await sideways(page));
      const { problems, reached } = await focusWalk(page, 250);
      console.log(path, w, "focus", reached, JSON.stringify(problems, null, 1));
      await page.addStyleTag({ content: SPACING });
      await page.waitForTimeout(300);
      console.log(path, w, "spacing sideways", await sideways(page));
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((one) => {
            const s = getComputedStyle(one);
            const e = one as HTMLElement;
            return (
              e.offsetParent &&
              !e.closest(".visually-hidden, .katex, .scroll, .page-table, pre, textarea, canvas, .skip") &&
              (((s.overflowX === "hidden" || s.overflowX === "clip") && e.scrollWidth > e.clientWidth + 1) ||
                ((s.overflowY === "hidden" || s.overflowY === "clip") && e.scrollHeight > e.clientHeight + 1))
            );
          })
          .map((one) => one.outerHTML.slice(0, 100)),
      );
      console.log(path, w, "cut", JSON.stringify(cut));
      await context.close();
    }
    const context = await browser.newContext({
      forcedColors: "active",
      reducedMotion: "reduce",
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    await page.goto(siteUrl() + path);
    await page.waitForTimeout(2500);
    console.log(path, "bare", JSON.stringify(await bareFocus(page, 60)));
    console.log(
      path,
      "axe",
      JSON.stringify(
        await findings(page, "region", "heading-order", "landmark-unique", "landmark-one-main", "page-has-heading-one"),
        null,
        1,
      ),
    );
    await page.screenshot({ path: `/tmp/w/pg-fc-${path.replace(/\//g, "_")}.png` });
    await context.close();
  });
